import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createRandom } from './random.ts'

export interface MapSize {
  readonly touchpoints: number
  readonly definitions: number
  readonly steps: number
  readonly files: number
  readonly bytes: number
}

const CLASSES = ['acceptance', 'query', 'verification', 'consultation', 'complaint']
const CHANNELS = ['voice', 'ivr', 'web', 'app', 'hall']
const BRANDS = ['gold', 'silver']
const ROLES = ['customer', 'agent', 'expert', 'system', 'back-office']
const STEPS = 20

/**
 * Writes a map of so many businesses, each with a flow of its own of twenty steps (blocks, decisions, limits, phrases,
 * records, rules) in five channels and for two brands: 2,000 are 20,000 touchpoints, 2,000 definitions, 40,000 steps.
 */
export function writeWideMap(folder: string, businesses: number): MapSize {
  const random = createRandom(businesses)
  const pick = (of: readonly string[]): string => of[random(of.length)] ?? ''
  let [files, bytes] = [0, 0]
  const write = (name: string, lines: readonly string[]): void => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    const text = `${lines.join('\n')}\n`
    writeFileSync(file, text)
    files += 1
    bytes += Buffer.byteLength(text)
  }
  const ids = Array.from({ length: businesses }, (_, i) => `business-${i}`)
  const events = Array.from({ length: businesses }, (_, i) => `act-${i}.done`)

  write('touchmap.yaml', [
    'map: wide',
    'name: {zh: 宽地图, en: A wide map}',
    'version: "1"',
    'lang: zh',
    'languages: [zh]',
    'timezone: Asia/Shanghai',
    'effective: {from: 2026-01-01}',
    'code: "{channel}{brand}-{business}"',
    'include: [catalog.yaml, lexicons.yaml, touchpoints/*.yaml, flows/*.yaml]',
  ])
  write('catalog.yaml', [
    'catalog: true',
    'businesses:',
    ...ids.map((id, i) => `  ${id}: {class: ${CLASSES[i % 5]}, name: {zh: 业务${i}, en: Business ${i}}, code: B${i}}`),
    'channels:',
    ...CHANNELS.map((id) => `  ${id}: {name: {zh: 渠道${id}, en: Channel ${id}}, code: ${id.charAt(0).toUpperCase()}}`),
    'brands:',
    ...BRANDS.map((id) => `  ${id}: {name: {zh: 品牌${id}, en: Brand ${id}}, code: ${id.charAt(0).toUpperCase()}}`),
    'roles:',
    ...ROLES.map((id, i) => `  ${id}: {name: {zh: 角色${id}, en: Role ${id}}, rank: ${i}}`),
    'events:',
    ...events.map((id) => `  ${id}: {attributes: {orderNumber: string, amount: number, dueAt: time}}`),
    'ends: [act-0.done]',
  ])
  write('lexicons.yaml', [
    'lexicons:',
    ...Array.from({ length: 40 }, (_, i) => `  phrase-${i}: {any: [您好第${i}句, 请问${i}, 感谢来电${i}]}`),
  ])
  for (let from = 0; from < businesses; from += 250) {
    write(`touchpoints/from-${from}.yaml`, [
      'touchpoints:',
      ...ids
        .slice(from, from + 250)
        .flatMap((id) => [
          `  - {business: ${id}, channel: [voice, hall], brand: all, flow: flow-${id}, goal: 一次办结}`,
          `  - {business: ${id}, channel: [ivr, web, app], brand: [gold, silver], flow: flow-${id}}`,
        ]),
    ])
  }
  for (const id of ids) {
    let next = 0
    const step = (more = ''): string => {
      const at = next++
      return `{id: step-${at}, by: ${pick(ROLES)}, name: {zh: 第${at}步, en: Step ${at}}, does: 按规定办理第${at}步, proof: {event: ${pick(events)}, where: "amount > ${random(90)}"}${more}}`
    }
    write(`flows/${id}.yaml`, [
      `flow: flow-${id}`,
      `name: {zh: 流程${id}, en: Flow ${id}}`,
      'family: service',
      'source: [S24]',
      'elements: {inputs: 客户需求, output: 办理结果, customer: 来电客户, value: 一次办结}',
      'steps:',
      `  - ${step(`, must-say: phrase-${random(40)}`)}`,
      `  - ${step(', records: [orderNumber]')}`,
      '  - choice:',
      `      - {name: {zh: 甲, en: first}, when: {event: ${pick(events)}, where: "amount > 3"}, steps: [${step()}, ${step()}]}`,
      `      - {name: {zh: 乙, en: second}, when: {event: ${pick(events)}, where: "amount <= 3"}, steps: [${step()}]}`,
      `  - optional: [${step()}]`,
      '  - any-order:',
      ...Array.from({ length: 4 }, () => `      - ${step()}`),
      '  - repeat:',
      `      do: [${step()}]`,
      `      redo: [${step()}]`,
      '      max: 3',
      `  - parallel: [${step()}, ${step()}]`,
      ...Array.from({ length: 5 }, () => `  - ${step(', records: [orderNumber, amount]')}`),
      `  - ${step(`, must-say: phrase-${random(40)}, within: {limit: 10 min, after: step-0}`)}`,
      'rules:',
      '  first-things-first: {precedence: {before: step-0, then: step-19}, critical: true}',
      `  no-promise: {never-says: phrase-${random(40)}, speaker: agent}`,
      `  amount-known: {check: 'steps["step-1"].amount > 0'}`,
    ])
    if (next !== STEPS) throw new Error(`the flow has ${next} steps`)
  }
  const touchpoints = businesses * CHANNELS.length * BRANDS.length
  return { touchpoints, definitions: businesses, steps: businesses * STEPS, files, bytes }
}
