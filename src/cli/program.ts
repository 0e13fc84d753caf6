import { Command, CommanderError, Option } from 'commander'
import type { Lang, Message } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import type { CommandModule, CommandRun } from './command.ts'
import { type CliContext, langFromLocale } from './context.ts'
import { AlreadyReported, EXIT } from './exit-codes.ts'
import { describeUsageError, helpTitle, helpWords } from './usage-errors.ts'
import { VERSION } from './version.ts'

interface Entry {
  readonly name: string
  readonly summary: Message
  load(): Promise<CommandModule>
}

/** The commands, in the order of the help. A new one: a file in `commands/` and a line here (CONTRIBUTING). */
const COMMANDS: readonly Entry[] = [
  {
    name: 'init',
    summary: { zh: '新建一张地图：由模板，或由日志拟出', en: 'start a map, from a template or out of a log' },
    load: async () => (await import('./commands/init.ts')).init,
  },
  {
    name: 'validate',
    summary: { zh: '校验地图', en: 'check a map' },
    load: async () => (await import('./commands/validate.ts')).validate,
  },
  {
    name: 'explain',
    summary: { zh: '说明一条校验规则，附示例', en: 'what a rule of validate means, with examples' },
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'fmt',
    summary: {
      zh: '统一地图文件的排版，注释与含义不变',
      en: 'give map files the house layout; comments and meaning stay',
    },
    load: async () => (await import('./commands/fmt.ts')).fmt,
  },
  {
    name: 'schema',
    summary: {
      zh: '编辑器用的 JSON Schema，可写入地图自己的标识',
      en: 'JSON Schemas for editors, with the ids of a map if wanted',
    },
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  {
    name: 'matrix',
    summary: {
      zh: '业务 × 渠道（× 品牌）矩阵：编码、不提供之处、盲点',
      en: 'the matrix of business × channel (× brand): codes, holes, blind spots',
    },
    load: async () => (await import('./commands/matrix.ts')).matrix,
  },
  {
    name: 'show',
    summary: {
      zh: '显示一个流程：供坐席边看边办，并附流程图',
      en: 'a flow as an agent reads it while serving, and as a diagram',
    },
    load: async () => (await import('./commands/show.ts')).show,
  },
  {
    name: 'render',
    summary: {
      zh: '把流程和矩阵写成图：Mermaid、SVG、PNG、PDF',
      en: 'write flows and the matrix as Mermaid, SVG, PNG, PDF',
    },
    load: async () => (await import('./commands/render.ts')).render,
  },
  {
    name: 'export',
    summary: { zh: '把流程导出为 BPMN 2.0 或 PNML', en: 'a flow for other tools: BPMN 2.0 or PNML' },
    load: async () => (await import('./commands/export.ts')).exportFlow,
  },
  {
    name: 'import',
    summary: { zh: '把 BPMN 或 PNML 模型写成流程的 YAML', en: 'a BPMN or PNML model as the YAML of a flow' },
    load: async () => (await import('./commands/import.ts')).importModel,
  },
  {
    name: 'ingest',
    summary: {
      zh: '把日志收入存储（SQLite），同一文件不会重复收入',
      en: 'keep logs in a store (SQLite), nothing twice',
    },
    load: async () => (await import('./commands/ingest.ts')).ingest,
  },
  {
    name: 'score',
    summary: {
      zh: '用流程地图为录得的交互评分：依从度、合规率、得分、偏离',
      en: 'score recorded interactions against the map: adherence, compliance, score, deviations',
    },
    load: async () => (await import('./commands/score.ts')).score,
  },
  {
    name: 'conform',
    summary: {
      zh: '对照流程或 BPMN、PNML 模型检查日志：最优对齐、拟合度、偏离',
      en: 'hold a log against a flow or a BPMN or PNML model: optimal alignments, fitness, deviations',
    },
    load: async () => (await import('./commands/conform.ts')).conform,
  },
  {
    name: 'trend',
    summary: {
      zh: '按月的控制图：合规率何时异常',
      en: 'control charts by month: when the compliance rate is out of the ordinary',
    },
    load: async () => (await import('./commands/trend.ts')).trend,
  },
  {
    name: 'inspect',
    summary: {
      zh: '对照流程逐个事件查看一次交互',
      en: 'one interaction against its flow, event by event',
    },
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
  {
    name: 'test',
    summary: {
      zh: '运行规则旁的用例，并列出没有用例的规则与分支',
      en: 'run the cases that stand beside the rules, with what they do not cover',
    },
    load: async () => (await import('./commands/test.ts')).test,
  },
  {
    name: 'coverage',
    summary: {
      zh: '词库覆盖：哪些词条从未说到，哪些例外从未生效',
      en: 'coverage of lexicons: which entries are never said, which exceptions never matter',
    },
    load: async () => (await import('./commands/coverage.ts')).coverage,
  },
  {
    name: 'diff',
    summary: {
      zh: '比较地图的两个版本：改了什么，影响谁',
      en: 'two versions of a map compared: what changed, and whom it hurts',
    },
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  {
    name: 'what-if',
    summary: {
      zh: '换一份地图，日志中哪些交互的结论会变',
      en: 'whose verdicts would change if another map took the place of this one',
    },
    load: async () => (await import('./commands/what-if.ts')).whatIf,
  },
  {
    name: 'changelog',
    summary: { zh: '由各版本生成改动记录', en: 'a changelog made from the versions of a map' },
    load: async () => (await import('./commands/changelog.ts')).changelog,
  },
  {
    name: 'scorecard',
    summary: { zh: '把 Amazon Connect 评估表转成评分表', en: 'an evaluation form of Amazon Connect as a scorecard' },
    load: async () => (await import('./commands/scorecard.ts')).scorecard,
  },
  {
    name: 'sample',
    summary: {
      zh: '抽检：抽取交互写成复核表，或列出一名坐席最常不通过的规则',
      en: 'draw contacts into a sheet for review, or list what an agent fails most',
    },
    load: async () => (await import('./commands/sample.ts')).sample,
  },
  {
    name: 'review',
    summary: {
      zh: '读回复核表：维持、改判、申诉，并重算得分与结论',
      en: 'read a review back: confirmed, overturned, disputed; scores and verdicts anew',
    },
    load: async () => (await import('./commands/review.ts')).review,
  },
  {
    name: 'calibrate',
    summary: {
      zh: '校准：机评与人评、复核人之间的一致程度，逐条规则给出精确率与召回率',
      en: 'how far machine and people agree: precision, recall and kappa by rule, kappa by reviewer',
    },
    load: async () => (await import('./commands/calibrate.ts')).calibrate,
  },
  {
    name: 'doctor',
    summary: { zh: '检查本机环境：缺什么、怎么补', en: 'what is amiss on this machine, and what to do' },
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'completion',
    summary: {
      zh: '生成 bash、zsh、fish 的补全脚本',
      en: 'a script that completes the command line in bash, zsh, fish',
    },
    load: async () => (await import('./commands/completion.ts')).completion,
  },
]

/** Runs one command line (`argv` without node and script) and returns its exit code. Never throws, never exits. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  const lang = wantedLang(argv, context)
  try {
    const { program, result } = await createProgram(argv, context, lang)
    await program.parseAsync([...argv], { from: 'user' })
    return result.code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean
      if (error.code === 'commander.help') return EXIT.input
      const hint = lang === 'zh' ? '（加 --help 看用法）' : '(add --help for usage)'
      context.stderr.write(`touchmap: ${describeUsageError(error, lang)}\n${hint}\n`)
      return EXIT.input
    }
    if (error instanceof AlreadyReported) return error.code
    if (error instanceof InputError) {
      context.stderr.write(`touchmap: ${error.text[lang]}\n`)
      if (error.hint) context.stderr.write(`  ${error.hint[lang]}\n`)
      return EXIT.input
    }
    const message = error instanceof Error ? error.message : String(error)
    context.stderr.write(
      lang === 'zh'
        ? `touchmap：内部错误：${message}\n  这是 touchmap 的缺陷，不是输入的问题；设 TOUCHMAP_DEBUG=1 可看到详情\n`
        : `touchmap: internal fault: ${message}\n  This is a fault of touchmap, not of your input; TOUCHMAP_DEBUG=1 shows the details\n`,
    )
    if (context.env['TOUCHMAP_DEBUG'] && error instanceof Error) context.stderr.write(`${error.stack ?? ''}\n`)
    return EXIT.internal
  }
}

async function createProgram(
  argv: readonly string[],
  context: CliContext,
  lang: Lang,
  whole = false,
): Promise<{ program: Command; result: { code: number } }> {
  const result: { code: number } = { code: EXIT.clean }
  const program = new Command('touchmap')
    .description(
      lang === 'zh'
        ? '以文本编写的客户服务流程地图：校验、绘图，并用录得的交互为执行情况评分'
        : 'Process maps of customer service as text: validate, draw, and score recorded interactions against them',
    )
    .version(VERSION, '-V, --version', lang === 'zh' ? '显示版本' : 'show the version')
    .addOption(langOption(lang))
    .addOption(colorOption(lang))
    .helpOption('-h, --help', lang === 'zh' ? '显示帮助' : 'show help')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => context.stdout.columns ?? 100,
      getErrHelpWidth: () => context.stderr.columns ?? 100,
    })
    .configureHelp({
      styleTitle: (title) => helpTitle(title, lang),
      styleOptionDescription: (text) => helpWords(text, lang),
    })
    .helpCommand(false)
    .addHelpText(
      'after',
      lang === 'zh'
        ? '\n退出码：0 无问题 · 1 有发现或未达阈值 · 2 用法或输入有误 · 3 内部错误'
        : '\nExit codes: 0 clean · 1 findings or a threshold missed · 2 usage or input · 3 internal fault',
    )
  const wanted = argv.find((word) => !word.startsWith('-') && COMMANDS.some((entry) => entry.name === word))
  for (const entry of COMMANDS) {
    const command = new Command(entry.name).description(entry.summary[lang]).copyInheritedSettings(program)
    command.helpOption('-h, --help', lang === 'zh' ? '显示帮助' : 'show help')
    if (whole || entry.name === wanted) {
      const module = await entry.load()
      command.addOption(langOption(lang)).addOption(colorOption(lang))
      module.configure(command, lang)
      command.action(async (...parameters: unknown[]) => {
        const args = parameters.slice(0, -2)
        const options = command.optsWithGlobals()
        result.code = await module.run(args, options, describeRun(options, context, lang))
      })
    }
    program.addCommand(command)
  }
  return { program, result }
}

function describeRun(options: Record<string, unknown>, context: CliContext, lang: Lang): CommandRun {
  const plain = options['color'] === false || (context.env['NO_COLOR'] ?? '') !== ''
  const forced = (context.env['FORCE_COLOR'] ?? '') !== '' && context.env['FORCE_COLOR'] !== '0'
  return {
    context,
    lang,
    color: !plain && (forced || context.stdout.isTTY === true),
    width: context.stdout.columns ?? 100,
    version: VERSION,
    wholeProgram: async () => (await createProgram([], context, lang, true)).program,
  }
}

function langOption(lang: Lang): Option {
  return new Option(
    '--lang <lang>',
    lang === 'zh' ? '输出语言（默认随系统语言环境）' : 'language of the output (default: the locale)',
  ).choices(['zh', 'en'])
}

function colorOption(lang: Lang): Option {
  return new Option(
    '--no-color',
    lang === 'zh' ? '不使用颜色（亦可设 NO_COLOR）' : 'no colour (NO_COLOR does the same)',
  )
}

function wantedLang(argv: readonly string[], context: CliContext): Lang {
  for (const [i, word] of argv.entries()) {
    const value = word === '--lang' ? argv[i + 1] : word.startsWith('--lang=') ? word.slice(7) : undefined
    if (value === 'zh' || value === 'en') return value
  }
  return langFromLocale(context.env)
}
