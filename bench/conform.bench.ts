/**
 * Aligns real logs and hard cases with the engine and with two plain programs, and prints time, states, memory and
 * ratios. Compiled as the product is, since what runs TypeScript directly adds a call to each function that is made:
 *
 *   npx tsc -p bench && node node_modules/.cache/touchmap-bench/bench/conform.bench.js [NAME…]
 *
 * A NAME is a real log (`bpic2012`), a family of hard cases (`width`), `real` or `hard`; without one, all. Real logs are
 * looked for in `../shared/data` beside this folder, or TOUCHMAP_DATA.
 *
 * Each program has a process of its own for each log, so that its peak of memory is its own and its first pass is cold.
 * Times are processor time, which other work on the machine disturbs less; of the warm passes the best counts. Every pass
 * begins with a new aligner: nothing is kept from pass to pass but what the runtime has compiled.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { compareSuffixes, createActivityAligner } from '../src/conformance/align-activities.ts'
import { compileNet } from '../src/flow/compile-net.ts'
import type { Block } from '../src/flow/effective-flow.ts'
import { createPetriSystem } from '../src/flow/petri-system.ts'
import { createTransitionSystem, type TransitionSystem } from '../src/flow/transition-system.ts'
import { openModel } from '../src/interchange/open-model.ts'
import { VariantReader } from '../src/log/read-variants.ts'
import { wordOf } from '../src/log/variants.ts'
import { createPlainBlockDp } from './baselines/plain-block-dp.ts'
import { createPlainSearch } from './baselines/plain-search.ts'
import { createHardCases, createHardNets } from './hard-cases.ts'
import { REAL_LOGS } from './real-logs.ts'

/** Passes after the first, and for how long at most. */
const PASSES = 40
const MOST_MS = 4_000
/** A program is stopped after this much processor time in one pass, or when a trace needs more states than this. */
const LIMIT_MS = 5_000
const MOST_STATES = 2_000_000
const CHUNK = 1 << 16

const here = fileURLToPath(import.meta.url)
const data = path.resolve(process.env['TOUCHMAP_DATA'] ?? '../shared/data', 'conformance')
const clock = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Task {
  readonly activities: number
  readonly block: Block | undefined
  readonly system: () => TransitionSystem
  readonly words: readonly ArrayLike<number>[]
  readonly load?: Load
}

/** Milliseconds to open the model, to unzip the log, to read it into variants; its size when unzipped. */
interface Load {
  readonly modelMs: number
  readonly unzipMs: number
  readonly readMs: number
  readonly megabytes: number
  readonly events: number
}

interface Pass {
  readonly ms: number
  readonly cost: number
  /** Words that were aligned; the rest ran out of states or of time. */
  readonly done: number
  readonly states: number
}

interface Report {
  readonly words: number
  readonly cold: Pass
  readonly warmMs: number
  readonly megabytes: number
  readonly load?: Load
}

type Program = 'engine' | 'engine on the net' | 'plain search' | 'plain blocks'
/** Aligns one word; undefined: not within the limits. */
type Aligner = (word: ArrayLike<number>) => { readonly cost: number; readonly expanded: number } | undefined

function loadTask(name: string): Task {
  const [family, size] = name.split(':')
  if (size !== undefined) {
    const isWanted = (one: { readonly family: string; readonly size: number }): boolean =>
      one.family === family && one.size === Number(size)
    const found = createHardCases().find(isWanted)
    if (found !== undefined) {
      const { block, activities, words } = found
      return { block, activities, words, system: () => createTransitionSystem(compileNet(block)) }
    }
    const onNet = createHardNets().find(isWanted)
    if (onNet === undefined) throw new Error(`no case ${name}`)
    const { net, activities, words } = onNet
    return { block: undefined, activities, words, system: () => createPetriSystem(net) }
  }
  const text = readFileSync(path.join(data, 'models', `${name}.pnml`), 'latin1')
  const started = clock()
  const { value } = openModel(text, `${name}.pnml`)
  const modelMs = clock() - started
  if (value === undefined) throw new Error(`${name} cannot be read`)
  const { activities, block, net } = value
  const file = path.join(data, 'logs', `${name}.xes.gz`)
  const begun = clock()
  const bytes = gunzipSync(readFileSync(file))
  const unzipped = clock()
  const reader = new VariantReader({ format: 'xes' })
  for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK))
  reader.end()
  if (reader.fault !== undefined) throw new Error(`${file} cannot be read`)
  const log = reader.build()
  const readMs = clock() - unzipped
  const labels = new Map(activities.map((activity, label) => [activity, label]))
  const known = log.activities.map((activity) => labels.get(activity) ?? -1)
  const words = Array.from(log.counts, (_, variant) =>
    Int32Array.from(wordOf(log, variant), (activity) => known[activity] ?? -1),
  )
  const load = { modelMs, unzipMs: unzipped - begun, readMs, megabytes: bytes.length / 2 ** 20, events: log.events }
  return { activities: activities.length, block, words, load, system: () => createPetriSystem(net) }
}

function createProgram(program: Program, { activities, block, system }: Task): Aligner | undefined {
  if (program === 'plain blocks') {
    const align = block === undefined ? undefined : createPlainBlockDp(block)
    return align === undefined ? undefined : (word) => ({ cost: align(word), expanded: 0 })
  }
  if (program === 'plain search') {
    const align = createPlainSearch(system(), MOST_STATES)
    return (word) => {
      const found = align(word)
      return found === 'out of states' ? undefined : found
    }
  }
  const onNet = program === 'engine on the net' || block === undefined
  const budget = { budget: MOST_STATES }
  const aligner = createActivityAligner(onNet ? { activities, system } : { activities, block, system }, budget)
  return (word) => {
    const found = aligner.align(word)
    return found.optimal ? found : undefined
  }
}

function runPass(program: Program, task: Task): Pass | undefined {
  const started = clock()
  const align = createProgram(program, task)
  if (align === undefined) return undefined
  let [cost, done, states] = [0, 0, 0]
  for (const word of [...task.words].sort(compareSuffixes)) {
    if (clock() - started > LIMIT_MS) break
    const found = align(word)
    if (found === undefined) continue
    cost += found.cost
    states += found.expanded
    done++
  }
  return { ms: clock() - started, cost, done, states }
}

/** What a process of its own does and prints. */
function runAlone(name: string, program: Program): Report | undefined {
  const task = loadTask(name)
  const cold = runPass(program, task)
  if (cold === undefined) return undefined
  let warmMs = cold.ms
  for (let pass = 0, spent = cold.ms; pass < PASSES && spent < MOST_MS; pass++) {
    const ms = runPass(program, task)?.ms ?? Infinity
    spent += ms
    warmMs = Math.min(warmMs, ms)
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  const { load } = task
  return { words: task.words.length, cold, warmMs, megabytes, ...(load === undefined ? {} : { load }) }
}

function runApart(name: string, program: Program): Report | undefined {
  const args = [...process.execArgv, here, '--alone', name, program]
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 })
  if (status !== 0) return undefined
  return (JSON.parse(stdout) as { report?: Report }).report
}

const show = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))

/** A program's cell: cold and warm milliseconds, and what it could not do. */
function describe(report: Report | undefined): string {
  if (report === undefined) return '–'
  const { cold, warmMs, words } = report
  return `${show(cold.ms)} / ${show(warmMs)}${cold.done < words ? ` (${cold.done} done)` : ''}`
}

function ratio(own: Report | undefined, plain: Report | undefined): string {
  if (own === undefined || plain === undefined) return '–'
  const all = plain.cold.done === plain.words
  return `${all ? '' : '> '}${(plain.warmMs / own.warmMs).toFixed(1)}`
}

function printRow(name: string): void {
  const engine = runApart(name, 'engine')
  const net = runApart(name, 'engine on the net')
  const search = runApart(name, 'plain search')
  const blocks = runApart(name, 'plain blocks')
  const all = [engine, net, search, blocks].filter((one) => one !== undefined && one.cold.done === one.words)
  const costs = new Set(all.map((one) => one?.cold.cost))
  const cells = [
    name,
    engine?.words ?? '–',
    engine?.load === undefined ? '–' : show(engine.load.modelMs),
    engine?.load === undefined ? '–' : `${show(engine.load.unzipMs)} + ${show(engine.load.readMs)}`,
    describe(engine),
    describe(net),
    describe(search),
    describe(blocks),
    ratio(engine, search),
    ratio(engine, blocks),
    engine === undefined
      ? '–'
      : `${engine.cold.states}${engine.cold.done < engine.words ? ` (${engine.cold.done} done)` : ''}`,
    net?.cold.states ?? '–',
    search?.cold.states ?? '–',
    [engine, net, search, blocks].map((one) => one?.megabytes ?? '–').join(' '),
    costs.size > 1 ? `DIFFERENT: ${[...costs].join()}` : [...costs].join(),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

const [mode, name = '', program = ''] = process.argv.slice(2)
if (mode === '--alone') {
  const report = runAlone(name, program as Program)
  console.log(JSON.stringify(report === undefined ? {} : { report }))
} else {
  const wanted = process.argv.slice(2)
  const has = (...names: string[]): boolean => wanted.length === 0 || names.some((one) => wanted.includes(one))
  const real = REAL_LOGS.filter((one) => has(one, 'real') && existsSync(path.join(data, 'models', `${one}.pnml`)))
  const hard = [...createHardCases(), ...createHardNets()].filter(({ family }) => has(family, 'hard'))
  console.log('Milliseconds of processor time: model, log (unzip + read), programs (cold / warm).')
  console.log('States: of the cold pass. MB: peak of each process, with the log: engine, on the net, search, blocks.')
  const times = ['words', 'model', 'log', 'engine', 'engine on the net', 'plain search', 'plain blocks']
  const columns = ['', ...times, '× search', '× blocks', 'states', 'on the net', 'of search', 'MB', 'cost']
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`)
  for (const one of [...real, ...hard.map(({ family, size }) => `${family}:${size}`)]) printRow(one)
}
