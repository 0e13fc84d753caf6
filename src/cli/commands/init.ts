import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Lang, Message } from '../../diagnostic/diagnostic.ts'
import { readTemplate } from '../../io/templates.ts'
import { writeNewFiles } from '../../io/write-new-files.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

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

/** `touchmap init [FOLDER]`: a map to start from, out of a template. */
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
    .addHelpText(
      'after',
      zh
        ? '\n已有的文件绝不覆盖。\n\n示例：\n  $ touchmap init maps/hotline --template hotline\n  $ touchmap init --list'
        : '\nFiles that are there are never written over.\n\nExamples:\n  $ touchmap init maps/hotline --template hotline\n  $ touchmap init --list',
    )
}

function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { context, lang } = run
  if (options['list'] === true) {
    const width = Math.max(...TEMPLATES.map((name) => name.length))
    for (const name of TEMPLATES) context.stdout.write(`${name.padEnd(width)}  ${SUMMARIES[name][lang]}\n`)
    return Promise.resolve(EXIT.clean)
  }
  const shown = typeof args[0] === 'string' ? args[0] : '.'
  const template = TEMPLATES.find((name) => name === options['template']) ?? 'empty'
  const files = readTemplate(template, lang)
  writeNewFiles(path.resolve(context.cwd, shown), shown, files)
  context.stdout.write(tellFiles(shown, [...files.keys()]))
  context.stderr.write(
    tellNext(shown, ['touchmap validate', 'touchmap matrix', 'touchmap score logs/sample.csv'], lang),
  )
  return Promise.resolve(EXIT.clean)
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
