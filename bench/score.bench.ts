// How fast a log is scored: `npm run build && npx tsx bench/score.bench.ts [interactions] [runs]`, a million and three
// where nothing is said. A seeded log of the shipped hotline map is written once; then, in turns and in one run, DuckDB
// with two threads merely groups it, and `touchmap score` judges it as a program of its own. The best of the runs counts.
// The shares of the stages are those of one more run under Node's profiler.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COLUMNS, makeHotlineLog } from './make-hotline-log.ts'

const interactions = Number(process.argv[2] ?? 1_000_000)
const runs = Number(process.argv[3] ?? 3)
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'touchmap-bench-'))
const log = join(folder, 'hotline.csv')

interface Run {
  readonly wall: number
  readonly cpu: number
  readonly megabytes: number
  readonly out: string
}

/** Runs a program of Node and measures it: seconds of wall and processor, the most memory it held. */
function measure(args: readonly string[]): Run {
  const tell = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    require('fs').writeSync(2, '\\n#' + JSON.stringify([userCPUTime + systemCPUTime, maxRSS]))
  })`
  const began = performance.now()
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('${root}');${encodeURIComponent(tell)}`,
      ...args,
    ],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  const wall = (performance.now() - began) / 1000
  const [cpu = 0, rss = 0] = JSON.parse(/#(\[.*\])$/.exec(run.stderr)?.[1] ?? '[0,0]') as number[]
  if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr)
  return { wall, cpu: cpu / 1e6, megabytes: rss / 1024, out: run.stdout }
}

const types = COLUMNS.map((name) => {
  const type = name === 'time' ? 'TIMESTAMPTZ' : name === 'sequence' ? 'INTEGER' : 'VARCHAR'
  return `'${name}': '${type}'`
})
const grouping = `
  import { DuckDBInstance } from '@duckdb/node-api'
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const read = await connection.runAndReadAll(\`SELECT v, count(*) FROM (SELECT interaction, list(event ORDER BY time, sequence) v
    FROM read_csv('${log}', header = true, delim = ',', quote = '"', columns = {${types.join(', ')}})
    GROUP BY interaction) GROUP BY v\`)
  console.log(read.currentRowCount)`
const group = () => measure(['--input-type=module', '--eval', grouping])
const score = (...more: string[]) => [
  ...more,
  'bin/touchmap.js',
  'score',
  log,
  '--map',
  'maps/hotline-10086',
  '--format',
  'json',
]

/** Where the time of the scoring went, by the files of the functions that were running. */
const STAGES: readonly (readonly [name: string, files: RegExp])[] = [
  [
    'read: rows and their cells',
    /\/log\/(read-rows|decode-lines|scan-csv|split-line|file-rows|text-pool|tuple-pool|row-table|time|zone|clean-cell|plan-columns)\./,
  ],
  ['tell what looks alike', /\/log\/likeness|\/score\/score-alike/],
  ['group, order, bind', /\/log\//],
  ['match: proofs and phrases', /\/(match|text|expr)\/|re2js|cel-js/],
  ['label and align', /\/(conformance|flow)\//],
  ['rules', /\/compliance\//],
  ['scorecard, verdict, tally', /\/score\//],
  ['garbage collection', /^\(garbage collector\)$/],
]

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

function sharesOf(profiles: readonly Profile[]): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>()
  let total = 0
  for (const { nodes, samples, timeDeltas } of profiles) {
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url || callFrame.functionName]))
    samples.forEach((id, i) => {
      const file = frames.get(id) ?? ''
      if (file === '(idle)') return
      const stage = STAGES.find(([, files]) => files.test(file))?.[0] ?? 'everything else'
      sums.set(stage, (sums.get(stage) ?? 0) + (timeDeltas[i] ?? 0))
      total += timeDeltas[i] ?? 0
    })
  }
  return [...STAGES.map(([name]) => name), 'everything else'].map(
    (name) => [name, (sums.get(name) ?? 0) / total] as const,
  )
}

const show = (name: string, { wall, cpu, megabytes }: Run) =>
  console.log(
    `${name.padEnd(28)} ${wall.toFixed(1).padStart(7)} s  ${cpu.toFixed(1).padStart(7)} s of processor  ${Math.round(megabytes)} MiB`,
  )
const best = (some: readonly Run[]): Run => some.toSorted((a, b) => a.wall - b.wall)[0] as Run

try {
  console.log(`${cpus()[0]?.model ?? ''}, ${cpus().length} processors, Node ${process.version}`)
  const rows = await makeHotlineLog(log, interactions)
  console.log(
    `${interactions} interactions, ${rows} rows, ${Math.round(statSync(log).size / 1e6)} MB, ten departures in a hundred events`,
  )
  const grouped: Run[] = []
  const scored: Run[] = []
  for (let i = 0; i < runs; i++) {
    grouped.push(group())
    scored.push(measure(score()))
    show('DuckDB, grouping alone', grouped.at(-1) as Run)
    show('touchmap score', scored.at(-1) as Run)
  }
  const [least, ours] = [best(grouped), best(scored)]
  console.log(`${least.out.trim()} variants`)
  console.log(
    `best: ${(ours.wall / least.wall).toFixed(2)} times DuckDB's time, ${(ours.cpu / least.cpu).toFixed(2)} times its processor time`,
  )
  show('touchmap score, one thread', measure([...score(), '--threads', '1']))
  const profiles = join(folder, 'profiles')
  measure(score('--cpu-prof', '--cpu-prof-interval=5000', `--cpu-prof-dir=${profiles}`))
  const read = readdirSync(profiles).map((name) => JSON.parse(readFileSync(join(profiles, name), 'utf8')) as Profile)
  for (const [stage, share] of sharesOf(read))
    console.log(`  ${stage.padEnd(30)} ${(share * 100).toFixed(0).padStart(3)} %`)
} finally {
  rmSync(folder, { recursive: true })
}
