import { availableParallelism } from 'node:os'
import { type Command, Option } from 'commander'
import { type NamedModel, planConformance } from '../../conformance/conform-log.ts'
import { BYTES_A_STATE, BYTES_BESIDE, statesWithin } from '../../conformance/search-memory.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { alignInThreads } from '../../io/align-in-threads.ts'
import { readCosts } from '../../io/read-costs.ts'
import { readVariants } from '../../io/read-variants.ts'
import { logFormatOf } from '../../log/mapping.ts'
import { LIFECYCLES } from '../../log/xes-lifecycle.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openConformModel } from '../open-conform-model.ts'
import { addReadingOptions } from '../log-options.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json'] as const

/** From so many events of distinct sequences on, more than one thread pays. */
const WORTH_THREADS = 30_000

/** Aligns a log with a model: activities by name, standard costs, every optimum exact. */
export const conform: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .requiredOption(
      '--model <model>',
      zh
        ? '模型：.bpmn 或 .pnml 文件，或地图中流程的 id'
        : 'the model: a .bpmn or .pnml file, or the id of a flow of the map',
    )
    .requiredOption(
      '--log <file>',
      zh
        ? '日志：XES、CSV 或 JSON Lines（可为 .gz）；- 为标准输入'
        : 'the log: XES, CSV or JSON Lines, also as .gz; - is standard input',
    )
    .option(
      '--map <dir>',
      zh
        ? '流程所在的地图（默认：向上最近的 touchmap.yaml）'
        : 'the map of the flow (default: the nearest touchmap.yaml upwards)',
    )
    .option('--net <id>', zh ? '文件有多个网或流程时取哪一个' : 'which net or process, of a file with several')
  addReadingOptions(command, lang)
  command
    .addOption(
      new Option(
        '--lifecycle <which>',
        zh
          ? 'XES：全部事件、只取 complete，或 start 与 complete 合一'
          : 'of XES: all events, those that complete, or a start and its complete as one',
      ).choices([...LIFECYCLES]),
    )
    .option(
      '--classifier <name>',
      zh
        ? 'XES：以哪个分类器（或以 + 相连的键）为活动（默认 concept:name）'
        : 'of XES: which classifier, or keys joined by +, names the activity (default: concept:name)',
    )
    .option('--moves', zh ? '输出每个变体的对齐' : 'give the alignment of each variant')
    .option('--all-optimal <n>', zh ? '每个变体至多给出 n 个最优对齐' : 'up to n optimal alignments of each variant')
    .option(
      '--cost <costs>',
      zh
        ? '代价，如 log=1,model=2（1–100 的整数，默认皆为 1）'
        : 'costs such as log=1,model=2 (whole, 1 to 100; default 1)',
    )
    .option(
      '--cost-file <file>',
      zh
        ? '各活动的代价（JSON）：{"活动": 3} 或 {"活动": {"log": 1, "model": 5}}'
        : 'costs by activity, JSON: {"name": 3} or {"name": {"log": 1, "model": 5}}',
    )
    .option(
      '--threads <n>',
      zh ? '线程数（默认按工作量；结果与之无关）' : 'threads (default: by the work; results do not depend on it)',
    )
    .option(
      '--budget <states>',
      zh
        ? '搜索一个变体至多展开的状态数，或至多占用的内存（如 500MB、2GB）'
        : 'states that the search for one variant may expand, or the memory that it may take, such as 500MB or 2GB',
    )
    .option('--top <n>', zh ? '显示多少个变体' : 'how many variants are shown', '10')
  addFormatOption(command, lang, FORMATS)
  command.addHelpText(
    'after',
    zh
      ? '\n示例：\n  touchmap conform --model order.pnml --log orders.xes.gz\n  touchmap conform --model plan-change --map maps/hotline-10086 --log calls.csv --moves\n  touchmap conform --model order.pnml --log orders.csv --format json --cost model=2'
      : '\nExamples:\n  touchmap conform --model order.pnml --log orders.xes.gz\n  touchmap conform --model plan-change --map maps/hotline-10086 --log calls.csv --moves\n  touchmap conform --model order.pnml --log orders.csv --format json --cost model=2',
  )
}

async function run(_args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const { context, lang } = run
  const outputs = readOutputs(options['format'], FORMATS, 'pretty')
  const text = (key: string): string | undefined => (typeof options[key] === 'string' ? options[key] : undefined)
  const top = whole('--top', text('top'), 0) ?? 10
  const asked = whole('--threads', text('threads'), 1)
  const budget = budgetOf(text('budget'))
  const allOptimal = whole('--all-optimal', text('allOptimal'), 1) ?? 0
  const costs = readCosts(text('cost'), text('costFile'), context.cwd)
  const [model, log] = [text('model') ?? '', text('log') ?? '']
  const mapping = text('mapping')
  const format = text('logFormat')
  const lifecycle = LIFECYCLES.find((one) => one === text('lifecycle'))
  const classifier = text('classifier')
  const named: NamedModel = await openConformModel(model, { map: text('map'), net: text('net') }, run)
  const read =
    mapping === undefined ? undefined : (await import('../../io/read-mapping.ts')).readMapping(mapping, context.cwd)
  const which = lifecycle ?? read?.lifecycle
  const by = classifier ?? read?.classifier
  const logFormat = format === undefined ? undefined : logFormatOf(format)
  const variants = await readVariants(log, {
    cwd: context.cwd,
    stdin: context.stdin,
    ...(read === undefined ? {} : { mapping: read }),
    ...(logFormat === undefined ? {} : { format: logFormat }),
    ...(which === undefined ? {} : { lifecycle: which }),
    ...(by === undefined ? {} : { classifier: by }),
  })

  const showMoves = options['moves'] === true
  const threads = asked ?? (variants.words.length < WORTH_THREADS ? 1 : Math.min(4, availableParallelism()))
  const plan = planConformance(variants, named, threads, {
    costs,
    ...(budget === undefined ? {} : { budget }),
    allMoves: showMoves,
    allOptimal,
  })
  const answers = await alignInThreads(plan.jobs)
  const emptyRunCost = answers[0]?.emptyRunCost
  if (emptyRunCost === Infinity) throw unreachable(model)
  const conformance = plan.finish(
    emptyRunCost,
    answers.map(({ results }) => results),
  )
  const { names, titles } = named
  const report = {
    model,
    log,
    read: variants,
    conformance,
    names,
    showMoves,
    top,
    ...(titles === undefined ? {} : { titles }),
  }
  const inputs = [log, ...(mapping === undefined ? [] : [mapping])]
  await writeReports(outputs, context, inputs, async (format) => {
    if (format === 'json') return (await import('../../report/conform-json.ts')).formatConformJson(report, lang)
    const { formatConformPretty } = await import('../../report/conform-pretty.ts')
    return formatConformPretty(report, { ...run, palette: createPalette(run.color) })
  })
  return conformance.notEvaluated > 0 ? EXIT.findings : EXIT.clean
}

function unreachable(model: string): InputError {
  return new InputError({
    zh: `${model}：模型的终止标识不可达，没有一条路径能走完`,
    en: `${model}: the final marking of the model cannot be reached; no run of it ends`,
  })
}

/** States, or as many as so much memory is enough for. */
function budgetOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (isWhole(given, 1)) return Number(given)
  const [, amount, unit] = /^(\d{1,6})\s?([MG])B$/i.exec(given) ?? []
  if (amount === undefined) {
    throw new InputError({
      zh: `\`--budget\` 应为状态数，或内存（如 500MB、2GB），得到的是 \`${given}\``,
      en: `\`--budget\` must be a number of states, or memory such as 500MB or 2GB, got \`${given}\``,
    })
  }
  const states = statesWithin(Number(amount) * (unit?.toUpperCase() === 'G' ? 1e9 : 1e6))
  if (states > 0) return states
  throw new InputError({
    zh: `\`--budget\` 至少要有 ${LEAST_MEMORY}MB 内存，得到的是 \`${given}\``,
    en: `\`--budget\` needs ${LEAST_MEMORY}MB of memory at least, got \`${given}\``,
  })
}

/** Megabytes that are enough for a state. */
const LEAST_MEMORY = Math.ceil((BYTES_BESIDE + BYTES_A_STATE) / 1e6)

/** A whole number given as an option. */
function whole(option: string, given: string | undefined, least: number): number | undefined {
  if (given === undefined) return undefined
  if (isWhole(given, least)) return Number(given)
  throw new InputError({
    zh: `\`${option}\` 应为不小于 ${least} 的整数，得到的是 \`${given}\``,
    en: `\`${option}\` must be a whole number of at least ${least}, got \`${given}\``,
  })
}

function isWhole(given: string, least: number): boolean {
  return /^\d{1,12}$/.test(given) && Number(given) >= least
}
