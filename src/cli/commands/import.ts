import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { blockToYaml } from '../../interchange/block-to-yaml.ts'
import { openBpmn } from '../../interchange/open-bpmn.ts'
import { openModel } from '../../interchange/open-model.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { readText, refuseModel } from '../open-conform-model.ts'

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
  const text = readText(name, run.context.cwd)
  const unstructured = new InputError({
    zh: `${name}：模型不是块结构（顺序、选择、并行、循环等逐层嵌套），不能写成流程`,
    en: `${name}: the model is not made of blocks (sequence, choice, concurrency, loops within each other), so it cannot be written as a flow`,
  })
  let written: ReturnType<typeof blockToYaml>
  if (/\.bpmn$/i.test(name)) {
    const { value, diagnostics } = openBpmn(text, name, net)
    if (!value) throw refuseModel(name, text, diagnostics, run)
    if (!value.block) throw unstructured
    const activities = value.nodes.map((node, label) => ({
      event: value.activities[label] ?? '',
      ...(node.name === '' ? {} : { name: node.name }),
      ...(node.step === undefined ? {} : { id: node.step }),
      ...(node.lane === undefined ? {} : { role: node.lane }),
    }))
    written = blockToYaml(value.block, activities, {
      id: value.model.id.replace(/^process-/, ''),
      name: value.model.name,
    })
  } else {
    const { value, diagnostics } = openModel(text, name, net)
    if (!value) throw refuseModel(name, text, diagnostics, run)
    if (!value.block) throw unstructured
    const activities = value.activities.map((event) => ({ event, name: event }))
    written = blockToYaml(value.block, activities, { id: value.name, name: value.name })
  }
  if (written.value === undefined) {
    const { zh, en } = written.fault ?? { zh: '', en: '' }
    throw new InputError({ zh: `${name}：${zh}`, en: `${name}: ${en}` })
  }
  run.context.stdout.write(written.value)
  return EXIT.clean
}
