/**
 * Validates and lints generated maps of 1, 4 and 16 times a size (ten touchpoints and twenty steps a definition), and prints what each stage costs and by how much it grows as the map does. Then the whole command
 * `validate` against ajv-cli, which holds the same files against the same schemas and does nothing else, and what it costs
 * to start. Processor time (user and system), one process a figure, all in one run; peak memory is the process's.
 * Run: npm run build && node --import tsx bench/validate.bench.ts [definitions of the largest map, 2000]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type MapSize, writeWideMap } from './make-wide-map.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ajvCli = fileURLToPath(import.meta.resolve('ajv-cli/dist/index.js'))
const largest = Number(process.argv[2] ?? 2000)
const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-bench-'))

interface Cost {
  /** Processor time, ms. */
  readonly cpu: number
  /** Peak memory, MiB. */
  readonly peak: number
}

const METER = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write('\\nCOST ' + JSON.stringify({ cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 }) + '\\n')
})`
const meter = `data:text/javascript,${encodeURIComponent(METER)}`

/** Runs a script of Node in a process of its own. */
function costOf(argv: readonly string[]): Cost {
  const run = spawnSync(process.execPath, ['--import', meter, ...argv], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const told = /^COST (.*)$/m.exec(run.stderr)?.[1]
  if (told === undefined) throw new Error(`${argv.join(' ')}: ${run.stderr.slice(0, 2000)}`)
  return JSON.parse(told) as Cost
}

/** Loading and linting without the rest of the command, each told apart. */
const STAGES = `
  import { createFolderSource } from ${JSON.stringify(new URL('../dist/io/files.js', import.meta.url).href)}
  import { loadMap } from ${JSON.stringify(new URL('../dist/load/load-map.js', import.meta.url).href)}
  import { lintMap } from ${JSON.stringify(new URL('../dist/lint/lint-map.js', import.meta.url).href)}
  const clock = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
  const began = clock()
  const loaded = loadMap(createFolderSource(process.argv[1]))
  const read = clock()
  if (!loaded.map) throw new Error('the map has errors')
  const findings = lintMap(loaded, { asOf: '2026-07-01' })
  const linted = clock()
  process.stdout.write(JSON.stringify({ load: read - began, lint: linted - read, findings: findings.length, peak: process.resourceUsage().maxRSS / 1024 }))
`
interface Stages {
  readonly load: number
  readonly lint: number
  readonly findings: number
  readonly peak: number
}

function stagesOf(map: string): Stages {
  const argv = ['--input-type=module', '-e', STAGES, map]
  const run = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr.slice(0, 2000))
  return JSON.parse(run.stdout) as Stages
}

/** The same files held against the same schemas by ajv-cli: a run a kind of file, since each run knows one schema. */
function costOfAjv(map: string): Cost {
  const kinds = { map: 'touchmap.yaml', catalog: 'catalog.yaml', lexicons: 'lexicons.yaml', touchpoints: 'touchpoints/*.yaml', flow: 'flows/*.yaml' } // prettier-ignore
  const schemas = readdirSync(path.join(root, 'schemas')).filter((name) => name.endsWith('.schema.json'))
  const costs = Object.entries(kinds).map(([kind, files]) => {
    const others = schemas.filter((name) => name !== `${kind}.schema.json`)
    return costOf([
      ajvCli,
      'validate',
      '--spec=draft7',
      '--strict=false',
      '--all-errors',
      '-s',
      `schemas/${kind}.schema.json`,
      ...others.flatMap((name) => ['-r', `schemas/${name}`]),
      '-d',
      path.join(map, files),
    ])
  })
  return {
    cpu: costs.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: Math.max(...costs.map(({ peak }) => peak)),
  }
}

const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)}×`
const ms = (value: number): string => `${Math.round(value).toLocaleString('en')} ms`
const mib = (value: number): string => `${Math.round(value).toLocaleString('en')} MiB`

/** The middle one of some runs taken in turns, so that a busy machine hurts all alike. */
function middles(runs: readonly (() => Cost)[], times: number): number[] {
  const taken: number[][] = runs.map(() => [])
  for (let i = 0; i < times; i++) runs.forEach((run, at) => taken[at]?.push(run().cpu))
  return taken.map((each) => each.sort((a, b) => a - b)[times >> 1] ?? 0)
}

try {
  console.log(
    '| touchpoints | definitions | steps | MB of YAML | load | lint | both, growth | growth of the map | peak |',
  )
  console.log('| --: | --: | --: | --: | --: | --: | --: | --: | --: |')
  let before: { readonly both: number; readonly size: MapSize } | undefined
  const maps = [16, 4, 1].map((part) => {
    const map = path.join(folder, `of-${part}`)
    return { map, size: writeWideMap(map, Math.max(1, Math.round(largest / part))) }
  })
  for (const { map, size } of maps) {
    const { load, lint, peak } = stagesOf(map)
    const both = load + lint
    const growth = before ? [ratio(both, before.both), ratio(size.bytes, before.size.bytes)] : ['', '']
    const sizes = [size.touchpoints, size.definitions, size.steps].map((each) => each.toLocaleString('en'))
    const cells = [...sizes, (size.bytes / 1e6).toFixed(1), ms(load), ms(lint), ...growth, mib(peak)]
    console.log(`| ${cells.join(' | ')} |`)
    before = { both, size }
  }

  console.log('\n| touchpoints | validate | ajv-cli | validate / ajv-cli | peak of validate | of ajv-cli |')
  console.log('| --: | --: | --: | --: | --: | --: |')
  for (const { map, size } of maps) {
    const ours = costOf(['bin/touchmap.js', 'validate', map])
    const ajv = costOfAjv(map)
    const cells = [size.touchpoints.toLocaleString('en'), ms(ours.cpu), ms(ajv.cpu), ratio(ours.cpu, ajv.cpu), mib(ours.peak), mib(ajv.peak)] // prettier-ignore
    console.log(`| ${cells.join(' | ')} |`)
  }

  const starts = [
    ['node -e 0', () => costOf(['-e', '0'])],
    ['touchmap --version', () => costOf(['bin/touchmap.js', '--version'])],
    ['touchmap validate maps/service-norms', () => costOf(['bin/touchmap.js', 'validate', 'maps/service-norms'])],
  ] as const
  for (const [, run] of starts) run()
  const cpu = middles(
    starts.map(([, run]) => run),
    7,
  )
  console.log('\n| start | processor time | of `node -e 0` |\n| --- | --: | --: |')
  starts.forEach(([name], i) => console.log(`| ${name} | ${ms(cpu[i] ?? 0)} | ${ratio(cpu[i] ?? 0, cpu[0] ?? 1)} |`))
} finally {
  rmSync(folder, { recursive: true })
}
