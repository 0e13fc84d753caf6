import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { readModel } from '../../interchange/read-model.ts'
import { importModel as writeFlow } from '../../load/import-model.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { readModelBytes, refuseModel, tellLeftAside } from '../model-files.ts'

/** Writes a model of another tool as the YAML of a flow. */
export const importModel: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .argument('<file>', zh ? '.bpmn 或 .pnml 文件' : 'a .bpmn or .pnml file')
    .option(
      '--net <name>',
      zh ? '文件里有多个时：要读的流程或网' : 'the process or net to read, where there are several',
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap import model.bpmn > flows/model.yaml'
        : '\nExample:\n  touchmap import model.bpmn > flows/model.yaml',
    )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const name = String(args[0])
  const net = typeof options['net'] === 'string' ? { net: options['net'] } : {}
  const { text, value, diagnostics } = readModel(readModelBytes(name, run.context.cwd), name, net)
  if (!value?.blocks) return refuseModel(name, text, value?.unstructured ?? diagnostics, run)
  await tellLeftAside(name, text, diagnostics, run)
  run.context.stdout.write(writeFlow(value))
  return EXIT.clean
}
