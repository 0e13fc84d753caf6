import path from 'node:path'
import type { Command } from 'commander'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { oneOf } from '../../diagnostic/name-list.ts'
import { bundleSchema } from '../../editor/bundle-schema.ts'
import { gatherIds, type NamedId } from '../../editor/map-ids.ts'
import { narrowSchemas, offerLintRules } from '../../editor/narrow-schemas.ts'
import { SCHEMA_KINDS, schemaFile, type SchemaKind, type SchemaSet } from '../../editor/schema-set.ts'
import { speakOneLanguage } from '../../editor/speak-one-language.ts'
import { readSchemas } from '../../io/schema-files.ts'
import { createFileBatch } from '../../io/write-all.ts'
import { LINT_RULES } from '../../lint/registry.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openMap } from '../open-map.ts'

/** `touchmap schema [KIND]`: the JSON Schemas by which editors complete, explain and check the files of a map. */
export const schema: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .argument(
      '[kind]',
      zh
        ? `文件的类别：${SCHEMA_KINDS.join('、')}（默认：touchmap，即任何一类）`
        : `kind of file: ${SCHEMA_KINDS.join(', ')} (default: touchmap, which is any of them)`,
    )
    .option(
      '--for <map>',
      zh
        ? '地图所在目录：写入它的标识，可补全，写错即报错'
        : 'folder of a map: its ids complete, and unknown ones are errors',
    )
    .option(
      '--out <folder>',
      zh ? '写入此目录，每类一个文件（默认：标准输出）' : 'write one file a kind there (default: standard output)',
    )
    .addHelpText(
      'after',
      zh
        ? '\n例：\n  touchmap schema flow > flow.schema.json\n  touchmap schema --for maps/hotline-10086 --out .touchmap\n  touchmap schema --for . --lang zh --out .touchmap   # 说明只用中文\n\n说明：docs/editor.md'
        : '\nExamples:\n  touchmap schema flow > flow.schema.json\n  touchmap schema --for maps/hotline-10086 --out .touchmap\n  touchmap schema --for . --lang en --out .touchmap   # explained in English alone\n\nMore: docs/editor.md',
    )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const kind = readKind(args[0])
  const lang = options['lang'] === 'zh' || options['lang'] === 'en' ? options['lang'] : undefined
  const rules = LINT_RULES.map(({ id, title }): NamedId => ({ id, text: title }))
  const shipped = readSchemas()
  let schemas: SchemaSet = offerLintRules(lang ? speakOneLanguage(shipped, lang) : shipped, rules, lang)
  if (typeof options['for'] === 'string') {
    const { map, matrix, loaded } = await openMap(options['for'], run)
    schemas = narrowSchemas(schemas, gatherIds(map, matrix, loaded.current.declared), lang)
  }
  const folder = options['out']
  if (typeof folder !== 'string') {
    run.context.stdout.write(print(bundleSchema(schemas, kind ?? 'touchmap')))
    return EXIT.clean
  }
  const batch = createFileBatch(path.resolve(run.context.cwd, folder))
  try {
    if (kind) batch.write(schemaFile(kind), print(bundleSchema(schemas, kind)))
    else for (const [file, content] of schemas) batch.write(file, print(content))
    const written = batch.commit()
    run.context.stderr.write(
      run.lang === 'zh'
        ? `已写入 ${written.length} 个文件：${folder}\n`
        : `${written.length} files written: ${folder}\n`,
    )
  } catch (error) {
    batch.discard()
    throw error
  }
  return EXIT.clean
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function readKind(wanted: unknown): SchemaKind | undefined {
  if (wanted === undefined) return undefined
  const kind = SCHEMA_KINDS.find((each) => each === wanted)
  if (kind) return kind
  throw new InputError(
    { zh: `没有 ${String(wanted)} 这类文件`, en: `there is no kind of file ${String(wanted)}` },
    oneOf(SCHEMA_KINDS),
  )
}
