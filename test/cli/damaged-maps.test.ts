import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Attempt, copyMaps, readDamagedMap, readDamagedModel } from '../support/read-damaged.ts'
import { root } from '../support/run-cli.ts'

// Shipped maps and models with random damage, the same at every run; TOUCHMAP_MUTANTS tries as many of each as it says.
const wanted = Number(process.env['TOUCHMAP_MUTANTS'] ?? 0)
const MAPS = ['six-step-after-sales', 'product-repair', 'emergency-response', 'repair-service', 'online-consultation', 'hotline-conduct', 'three-way-call'] // prettier-ignore
const elements = path.join(root, 'fixtures/interchange/elements')
const MODELS = [
  ...readdirSync(elements).map((file) => path.join(elements, file)),
  path.join(root, 'maps/three-way-call/flows/three-way-call.bpmn'),
  ...readdirSync(path.join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.pnml'))
    .map((file) => path.join(root, 'fixtures', file)),
]

const { copies, out, remove } = copyMaps(MAPS)
afterAll(remove)

async function tryMany(count: number, tryOne: (seed: number) => Promise<Attempt>): Promise<readonly Attempt[]> {
  const all: Attempt[] = []
  for (let seed = 0; seed < count; seed++) {
    const attempt = await tryOne(seed)
    expect(attempt.complaints, `${attempt.file}, seed ${seed}`).toEqual([])
    all.push(attempt)
  }
  return all
}

it('tells a damaged map, located within its files, by every command', async () => {
  const all = await tryMany(wanted || 150, (seed) => readDamagedMap(copies, seed, out))
  expect(new Set(all.map(({ code }) => code))).toEqual(new Set([0, 1, 2]))
  expect(all.reduce((sum, { findings }) => sum + findings, 0)).toBeGreaterThan(50)
})

it('tells a damaged model by its file, or reads it', async () => {
  const all = await tryMany(wanted || 300, (seed) => readDamagedModel(MODELS, seed, out))
  expect(all.filter(({ code }) => code === 0).length).toBeGreaterThan(10)
  expect(all.filter(({ code }) => code === 2).length).toBeGreaterThan(100)
})
