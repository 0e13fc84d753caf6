/**
 * From a XES file to the report of `conform`, stage by stage, beside a plain reader on saxes in the same run.
 * Run: npx tsx bench/read-xes.bench.ts [NAME…], a NAME being a real log (`rtfmp_full`); without one, all. The logs are
 * looked for in `../shared/data`, or TOUCHMAP_DATA.
 *
 * Each way has a process of its own for each log, cold, so that its peak of memory is its own. Times are processor time,
 * unpacking in its own thread included, and by the wall. A stage's share is what its way takes more than the way before.
 */
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { alignVariants } from '../src/conformance/align-variants.ts'
import { planConformance } from '../src/conformance/conform-log.ts'
import { openModel } from '../src/interchange/open-model.ts'
import { openLogBytes } from '../src/io/open-log.ts'
import { openLogs } from '../src/io/read-logs.ts'
import { readVariants } from '../src/io/read-variants.ts'
import { NO_MAPPING } from '../src/log/mapping.ts'
import { XmlScanner } from '../src/log/scan-xml.ts'
import { formatConformJson } from '../src/report/conform-json.ts'
import { REAL_LOGS } from './real-logs.ts'

/** Each includes what those before it do; the last two stand apart. */
const WAYS = ['unzip', 'scan', 'variants', 'conform', 'interactions', 'saxes'] as const
type Way = (typeof WAYS)[number]

const here = fileURLToPath(import.meta.url)
const data = path.resolve(process.env['TOUCHMAP_DATA'] ?? path.resolve(here, '../../../shared/data'), 'conformance')
const fileOf = (log: string): string => path.join(data, 'logs', `${log}.xes.gz`)

interface Measured {
  readonly cpu: number
  readonly wall: number
  /** MiB. */
  readonly peak: number
  readonly bytes: number
  readonly found: string
  /** Of `conform`: milliseconds of processor time for the model, alignment and report. */
  readonly stages?: readonly [model: number, align: number, report: number]
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function run(way: Way, log: string): Promise<Omit<Measured, 'cpu' | 'wall' | 'peak'>> {
  const file = fileOf(log)
  if (way === 'variants' || way === 'conform') {
    const variants = await readVariants(file)
    const found = `${variants.variantOf.length} cases, ${variants.events} events, ${variants.counts.length} variants`
    if (way === 'variants') return { bytes: 0, found }
    const marks = [cpuNow()]
    const name = path.join(data, 'models', `${log}.pnml`)
    const { value } = openModel(readFileSync(name, 'utf8'), name)
    if (value === undefined) throw new Error(`${name} is no model`)
    marks.push(cpuNow())
    const numbers = new Map(value.activities.map((activity, at) => [activity, at]))
    const model = {
      ...value,
      activities: value.activities.length,
      names: value.activities,
      numberOf: (activity: string) => numbers.get(activity),
    }
    const plan = planConformance(variants, model, 1)
    const answers = plan.jobs.map((job) => alignVariants(job))
    marks.push(cpuNow())
    const conformance = plan.finish(
      answers[0]?.emptyRunCost,
      answers.map(({ results }) => results),
    )
    const report = {
      model: name,
      log: file,
      read: variants,
      conformance,
      names: value.activities,
      showMoves: false,
      top: 10,
    }
    const { length } = formatConformJson(report, 'en')
    marks.push(cpuNow())
    const [start = 0, opened = 0, aligned = 0, reported = 0] = marks
    return {
      bytes: length,
      found: `${found}, cost ${conformance.totalCost}`,
      stages: [opened - start, aligned - opened, reported - aligned],
    }
  }
  if (way === 'interactions') {
    const { interactions, files } = await openLogs([file], { mapping: { ...NO_MAPPING, timezone: 'UTC' } })
    return { bytes: 0, found: `${interactions.length} interactions, ${files[0]?.kept ?? 0} rows` }
  }
  if (way === 'saxes') return saxes(file)
  let tags = 0
  let bytes = 0
  const scanner = new XmlScanner({ open: () => void tags++, close: () => {} })
  for await (const chunk of openLogBytes(file)()) {
    bytes += chunk.length
    if (way === 'scan') scanner.push(chunk)
  }
  if (way === 'scan') scanner.end()
  return { bytes, found: way === 'scan' ? `${tags} elements` : `${bytes} bytes` }
}

/** What a reader of this file costs that is written in a morning: the same variants, no places, no checks, no times. */
async function saxes(file: string): Promise<Omit<Measured, 'cpu' | 'wall' | 'peak'>> {
  const parser = new SaxesParser()
  const variants = new Map<string, number>()
  let [cases, events, depth] = [0, 0, 0]
  let inEvent = false
  let word: string[] = []
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    if (name === 'trace') word = []
    else if (name === 'event') inEvent = true
    else if (inEvent && depth === 4 && attributes['key'] === 'concept:name') word.push(attributes['value'] ?? '')
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (name === 'event') {
      inEvent = false
      events++
    } else if (name === 'trace') {
      const key = word.join('\0')
      variants.set(key, (variants.get(key) ?? 0) + 1)
      cases++
    }
  })
  const decoder = new TextDecoder()
  let bytes = 0
  for await (const chunk of createReadStream(file).pipe(createGunzip({ chunkSize: 256 * 1024 }))) {
    bytes += (chunk as Uint8Array).length
    parser.write(decoder.decode(chunk as Uint8Array, { stream: true }))
  }
  parser.close()
  return { bytes, found: `${cases} cases, ${events} events, ${variants.size} variants` }
}

const [, , ...given] = process.argv
const inner = given[0] === '--way' ? WAYS.find((way) => way === given[1]) : undefined
if (inner !== undefined) {
  const [cpu, wall] = [cpuNow(), performance.now()]
  const result = await run(inner, given[2] ?? '')
  const peak = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ ...result, cpu: cpuNow() - cpu, wall: performance.now() - wall, peak }))
} else {
  const logs = given.length > 0 ? given : REAL_LOGS
  console.log(`Node ${process.version}; milliseconds of processor time; shares of \`conform\` in percent\n`)
  console.log(
    '| log | MB | unzip | scan | events, grouping | model | align | report | all | wall | interactions | saxes | × saxes | peak MiB: conform | interactions | saxes | found |',
  )
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |')
  for (const log of logs) {
    if (!existsSync(fileOf(log))) continue
    const measured = new Map<Way, Measured>()
    for (const way of WAYS) {
      const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, here, '--way', way, log], {
        stdio: ['ignore', 'pipe', 'inherit'],
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`${way} of ${log} failed`)
      measured.set(way, JSON.parse(stdout) as Measured)
    }
    const of = (way: Way): Measured => measured.get(way) as Measured
    const [unzip, scan, variants, all] = [of('unzip'), of('scan'), of('variants'), of('conform')]
    const [model = 0, align = 0, report = 0] = all.stages ?? []
    const read = all.cpu - model - align - report
    // The stages of reading take their parts of it as they do where each stands alone.
    const parts = [unzip.cpu, Math.max(0, scan.cpu - unzip.cpu), Math.max(0, variants.cpu - scan.cpu)]
    const sum = parts.reduce((total, part) => total + part, 0)
    const shares = [...parts.map((part) => (part / sum) * read), model, align, report]
    const cell = (ms: number): string => `${ms.toFixed(0)} (${((ms / all.cpu) * 100).toFixed(0)} %)`
    const row = [
      log,
      (unzip.bytes / 1e6).toFixed(1),
      ...shares.map(cell),
      all.cpu.toFixed(0),
      all.wall.toFixed(0),
      of('interactions').cpu.toFixed(0),
      of('saxes').cpu.toFixed(0),
      (of('saxes').cpu / variants.cpu).toFixed(1),
      ...(['conform', 'interactions', 'saxes'] as const).map((way) => of(way).peak.toFixed(0)),
      all.found,
    ]
    console.log(`| ${row.join(' | ')} |`)
    if (!all.found.startsWith(of('saxes').found)) console.log(`  saxes found otherwise: ${of('saxes').found}`)
  }
}
