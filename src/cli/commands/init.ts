import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Lang, Message } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import type { DraftedMap } from '../../draft/draft-map.ts'
import { readTemplate } from '../../io/templates.ts'
import { writeNewFiles } from '../../io/write-new-files.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addReadingOptions } from '../log-options.ts'
import { logFormatOf } from '../../log/mapping.ts'
import { createZone } from '../../log/zone.ts'

const TEMPLATES = ['hotline', 'online-service', 'after-sales', 'empty'] as const
type Template = (typeof TEMPLATES)[number]

const SUMMARIES: Readonly<Record<Template, Message>> = {
  hotline: {
    zh: '电话热线：查询、办理、投诉，人工与自助语音；扣分制评分表，一票否决',
    en: 'a hotline: queries, changes, complaints, by agent and voice menu; a scorecard that deducts, with a fatal item',
  },
  'online-service': {
    zh: '在线服务：机器人先答、转人工、退款；加权评分表',
    en: 'online service: a bot that hands over, refunds; a weighted scorecard',
  },
  'after-sales': {
    zh: '售后服务：约定时间上门维修、换货、回访；分值制评分表',
    en: 'after-sales service: repair at a time agreed, exchange, return visit; a scorecard by points',
  },
  empty: { zh: '最小的地图：一项业务、一个渠道、一个流程', en: 'the least map: one business, one channel, one flow' },
}

/** `touchmap init [FOLDER]`: a map to start from, out of a template or a log. */
export const init: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .argument('[folder]', zh ? '新地图的目录（默认为当前目录）' : 'folder of the new map (default: here)')
    .addOption(
      new Option('--template <name>', zh ? '用哪个模板（默认 empty）' : 'the template to use (default: empty)').choices(
        [...TEMPLATES],
      ),
    )
    .option('--list', zh ? '列出模板' : 'list the templates')
    .option(
      '--from-log <log...>',
      zh
        ? '改由日志拟出：事件、矩阵、每项业务一个流程'
        : 'draft it from logs: events, matrix, one flow for each business',
    )
  addReadingOptions(command, lang)
  command
    .option(
      '--timezone <zone>',
      zh
        ? '日志与地图的时区，如 Asia/Shanghai（默认为本机时区）'
        : 'time zone of log and map, such as Asia/Shanghai (default: that of this machine)',
    )
    .addHelpText(
      'after',
      zh
        ? '\n已有的文件绝不覆盖。\n\n示例：\n  $ touchmap init maps/hotline --template hotline\n  $ touchmap init --list\n  $ touchmap init maps/mine --from-log july.csv august.csv'
        : '\nFiles that are there are never written over.\n\nExamples:\n  $ touchmap init maps/hotline --template hotline\n  $ touchmap init --list\n  $ touchmap init maps/mine --from-log july.csv august.csv',
    )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { context, lang } = run
  if (options['list'] === true) {
    const width = Math.max(...TEMPLATES.map((name) => name.length))
    for (const name of TEMPLATES) context.stdout.write(`${name.padEnd(width)}  ${SUMMARIES[name][lang]}\n`)
    return EXIT.clean
  }
  const shown = typeof args[0] === 'string' ? args[0] : '.'
  const folder = path.resolve(context.cwd, shown)
  const logs = options['fromLog']
  if (Array.isArray(logs)) {
    if (options['template'] !== undefined) {
      throw new InputError({
        zh: '--template 与 --from-log 不能同时使用',
        en: '--template and --from-log cannot be used together',
      })
    }
    const drafted = await draftFrom(logs.map(String), options, run)
    writeNewFiles(folder, shown, drafted.files)
    context.stdout.write(tellFiles(shown, [...drafted.files.keys()]))
    context.stderr.write(tellDraft(drafted, lang))
    context.stderr.write(tellNext(shown, ['touchmap validate', 'touchmap matrix'], lang))
    return EXIT.clean
  }
  const template = TEMPLATES.find((name) => name === options['template']) ?? 'empty'
  const files = readTemplate(template, lang)
  writeNewFiles(folder, shown, files)
  context.stdout.write(tellFiles(shown, [...files.keys()]))
  context.stderr.write(
    tellNext(shown, ['touchmap validate', 'touchmap matrix', 'touchmap score logs/sample.csv'], lang),
  )
  return EXIT.clean
}

async function draftFrom(
  logs: readonly string[],
  options: Readonly<Record<string, unknown>>,
  { context, lang }: CommandRun,
): Promise<DraftedMap> {
  const [{ openLogs }, { readMapping }, { draftMap }] = await Promise.all([
    import('../../io/read-logs.ts'),
    import('../../io/read-mapping.ts'),
    import('../../draft/draft-map.ts'),
  ])
  const mapping = typeof options['mapping'] === 'string' ? readMapping(options['mapping'], context.cwd) : undefined
  const timezone =
    readZone(options['timezone']) ?? mapping?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const format = typeof options['logFormat'] === 'string' ? logFormatOf(options['logFormat']) : undefined
  const log = await openLogs(logs, {
    timezone,
    cwd: context.cwd,
    stdin: context.stdin,
    ...(mapping === undefined ? {} : { mapping }),
    ...(format === undefined ? {} : { format }),
  })
  const { value, fault } = draftMap(log.interactions, { lang, timezone })
  if (value) return value
  throw new InputError(fault ?? { zh: '日志里没有交互', en: 'the log has no interaction' })
}

function readZone(given: unknown): string | undefined {
  if (typeof given !== 'string') return undefined
  if (createZone(given)) return given
  throw new InputError(
    { zh: `没有 \`${given}\` 这个时区`, en: `there is no time zone \`${given}\`` },
    { zh: 'IANA 名称，如 Asia/Shanghai', en: 'an IANA name such as Asia/Shanghai' },
  )
}

/** Lines for more businesses than these are summed up. */
const MOST_FLOWS = 20

/** What the draft rests on, and what was guessed. */
function tellDraft({ interactions, leftOut, flows, ambient, speech, unnamed }: DraftedMap, lang: Lang): string {
  const zh = lang === 'zh'
  const lines = ['', zh ? `由 ${interactions} 次交互拟出` : `drafted from ${interactions} interactions`]
  for (const { business, total, commonest, fitting } of flows.slice(0, MOST_FLOWS)) {
    lines.push(
      zh
        ? `  ${business}：${total} 次，最常见的走法 ${commonest} 次，流程合乎 ${fitting} 次`
        : `  ${business}: ${total}, of which ${commonest} go the commonest way and ${fitting} fit the flow`,
    )
  }
  if (flows.length > MOST_FLOWS)
    lines.push(zh ? `  另有 ${flows.length - MOST_FLOWS} 项业务` : `  and ${flows.length - MOST_FLOWS} more`)
  const list = (names: readonly string[]) => names.join(zh ? '、' : ', ')
  if (ambient.length > 0) lines.push(zh ? `猜作环境事件：${list(ambient)}` : `guessed to be ambient: ${list(ambient)}`)
  if (speech.length > 0) lines.push(zh ? `猜作对话：${list(speech)}` : `guessed to be talk: ${list(speech)}`)
  if (leftOut > 0) {
    lines.push(
      zh
        ? `${leftOut} 次交互未用：业务、渠道或品牌缺失、前后不一，或不像名称`
        : `${leftOut} interactions are not used: business, channel or brand is missing, takes two values or is no name`,
    )
  }
  if (unnamed.events > 0) {
    lines.push(
      zh
        ? `${unnamed.events} 种事件名含号码或过长，没有写进地图（${unnamed.interactions} 次交互）`
        : `${unnamed.events} names of events hold numbers or are long, and are not in the map (${unnamed.interactions} interactions)`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** The files that were written, one a line. */
function tellFiles(shown: string, names: readonly string[]): string {
  return names.map((name) => `${path.join(shown, name).split(path.sep).join('/')}\n`).join('')
}

/** What to run next, for standard error. */
function tellNext(shown: string, commands: readonly string[], lang: Lang): string {
  const there = path.normalize(shown) === '.' ? [] : [`cd ${quoteWord(shown)}`]
  const lines = [...there, ...commands].map((line) => `  ${line}\n`)
  return `\n${lang === 'zh' ? '接下来：' : 'Next:'}\n${lines.join('')}`
}

function quoteWord(word: string): string {
  return /^[\p{L}\p{N}_./:@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
