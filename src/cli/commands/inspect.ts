import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { editDistance } from '../../diagnostic/nearest.ts'
import { compareText } from '../../diagnostic/sort.ts'
import { createFolderSource } from '../../io/files.ts'
import { decodeFile } from '../../load/decode-file.ts'
import type { Log } from '../../log/event.ts'
import type { InteractionTable } from '../../log/interaction-table.ts'
import { inspectJson } from '../../report/inspect-json.ts'
import { formatInspectPretty } from '../../report/inspect-pretty.ts'
import type { InteractionResult } from '../../score/result.ts'
import { scoreOne } from '../../score/score-log.ts'
import type { CommandModule } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addLogArgument, addInputOptions, readLogArguments } from '../log-options.ts'
import { openMapAndLog } from '../open-map-and-log.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json'] as const

/** `touchmap inspect INTERACTION [LOG…]`: one interaction against its flow, event by event. */
export const inspect: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command.argument('<interaction>', zh ? '交互的编号' : 'id of the interaction')
    addLogArgument(command, lang)
    addInputOptions(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option(
        '--show-text',
        zh ? '显示说过的话，不遮盖（可能含客户资料）' : 'show what was said, unmasked (may hold customers’ data)',
      )
      .option('--arithmetic', zh ? '逐行列出得分的算法' : 'work the score out line by line')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap inspect call-17 calls.csv --map maps/hotline\n  touchmap inspect call-17 calls.csv --format json | jq .moves'
          : '\nExamples:\n  touchmap inspect call-17 calls.csv --map maps/hotline\n  touchmap inspect call-17 calls.csv --format json | jq .moves',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const id = String(args[0])
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const asked = readLogArguments(args[1], options)
    const { history, map, root, files, log, asOf } = await openMapAndLog(asked, options, run)
    const result = scoreOne(history, log, asOf, id)
    if (!result) throw notThere(id, log)
    const showText = options['showText'] === true
    const arithmetic = options['arithmetic'] === true
    await writeReports(outputs, context, [...asked.files, ...asked.logs, ...files], (format) => {
      if (format === 'json') return `${JSON.stringify(inspectJson(result, { lang, showText }), null, 2)}\n`
      // Earlier versions lie elsewhere: of them the places are named, and no text of the current files is shown for them.
      const sources = result.map === map ? readSources(result, root) : new Map<string, string>()
      const report = { ...run, palette: createPalette(run.color) }
      return formatInspectPretty(result, report, { sources, showText, arithmetic })
    })
    return EXIT.clean
  },
}

function readSources(result: InteractionResult, folder: string): Map<string, string> {
  const source = createFolderSource(folder)
  const files =
    result.kind === 'blindSpot'
      ? []
      : [...result.flow.labels.map(({ place }) => place.file), ...result.rules.map(({ rule }) => rule.place.file)]
  const texts = new Map<string, string>()
  for (const file of new Set(files)) {
    const read = source.read(file)
    if (read.kind === 'file') texts.set(file, decodeFile(file, read.bytes).source.text)
  }
  return texts
}

function notThere(id: string, { interactions }: Log<InteractionTable>): InputError {
  if (interactions.find(id)) {
    return new InputError(
      { zh: `交互 \`${id}\` 在截止时间之后才开始`, en: `interaction \`${id}\` had not begun at the as-of time` },
      { zh: '去掉 --as-of 或改晚', en: 'leave --as-of out or make it later' },
    )
  }
  const near = nearIds(id, interactions.ids())
  return new InputError(
    { zh: `日志中没有交互 \`${id}\``, en: `there is no interaction \`${id}\` in the log` },
    near.length === 0 ? undefined : { zh: `相近的有：${near.join('、')}`, en: `near ones: ${near.join(', ')}` },
  )
}

const MOST_NEAR = 5
const MOST_COMPARED = 20_000

/** Ids that begin with it or that it begins with, then those of least edit distance; a few. */
function nearIds(id: string, ids: readonly string[]): string[] {
  const related = ids.filter((other) => other !== '' && (other.startsWith(id) || id.startsWith(other)))
  if (related.length > 0) return related.slice(0, MOST_NEAR)
  const wanted = id.slice(0, 100).toLowerCase()
  return ids
    .slice(0, MOST_COMPARED)
    .filter((other) => Math.abs(other.length - id.length) <= 3 && other.length <= 100)
    .map((other) => ({ other, distance: editDistance(wanted, other.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(2, Math.floor(id.length / 3)))
    .sort((a, b) => a.distance - b.distance || compareText(a.other, b.other))
    .slice(0, MOST_NEAR)
    .map(({ other }) => other)
}
