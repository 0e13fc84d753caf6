import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Columns of the log, as the canonical log names them; those behind `agent` are attributes of the map. */
export const COLUMNS: readonly string[] = [
  'interaction',
  'event',
  'time',
  'sequence',
  'role',
  'actor',
  'text',
  'business',
  'channel',
  'brand',
  'region',
  'site',
  'team',
  'shift',
  'agent',
  'rings',
  'recording',
  'customerNumber',
  'customerName',
  'contactNumber',
  'problem',
  'product',
  'request',
  'outcome',
  'department',
  'menuPath',
  'key',
  'useful',
]

type Cells = Readonly<Record<string, string | number>>

interface Event {
  readonly event: string
  readonly role: string
  readonly after: number
  readonly cells?: Cells
}

/** What an interaction may hold that has no place in its flow. */
const STRAYS: readonly Event[] = [
  { event: 'call.held', role: 'agent', after: 9 },
  { event: 'sms.sent', role: 'system', after: 2 },
  { event: 'password.verified', role: 'system', after: 12 },
  { event: 'terms.explained', role: 'agent', after: 30 },
  { event: 'screen.shared', role: 'agent', after: 8 },
  { event: 'menu.played', role: 'ivr', after: 5 },
]

/**
 * Writes a seeded log of the shipped hotline map: queries, checks and consultations by telephone, by keys and online, in
 * the order of time, so that interactions are interleaved. Of a hundred events ten depart from the flow: left out,
 * repeated, exchanged with the next, or strange to it. Gives the number of rows.
 */
export async function makeHotlineLog(path: string, interactions: number): Promise<number> {
  const random = createRandom(20260701)
  const out = createWriteStream(path, { highWaterMark: 1 << 20 })
  let block: string[] = [COLUMNS.join(',')]
  let waiting: { readonly at: number; readonly row: string }[] = []
  let rows = 0
  // Half a year's contacts, however many: they lie closer together when there are more.
  const gap = (170 * 86_400_000) / interactions
  const flush = async (until: number): Promise<void> => {
    waiting.sort((a, b) => a.at - b.at)
    const cut = waiting.findIndex(({ at }) => at >= until)
    const ready = cut === -1 ? waiting : waiting.slice(0, cut)
    waiting = cut === -1 ? [] : waiting.slice(cut)
    for (const { row } of ready) block.push(row)
    rows += ready.length
    if (!out.write(`${block.join('\n')}\n`)) await once(out, 'drain')
    block = []
  }
  for (let i = 0; i < interactions; i++) {
    const start = Date.UTC(2026, 6, 1, 0) + Math.floor(i * gap)
    let at = start
    let sequence = 0
    for (const { event, role, after, cells } of disturb(makeInteraction(i, random), random)) {
      sequence += 1
      const values: Cells = { ...(sequence === 1 ? opening(i, random) : {}), ...cells }
      const row = COLUMNS.map((column) => {
        if (column === 'interaction') return `H${10_000_000 + i}`
        if (column === 'event') return event
        if (column === 'time') return writeTime(at)
        if (column === 'sequence') return sequence
        if (column === 'role') return role
        if (column === 'actor') return role === 'agent' ? `A${100 + (i % 300)}` : ''
        return values[column] ?? ''
      })
      waiting.push({ at, row: row.join(',') })
      at += Math.max(1, after + random(7) - 3) * 1000
    }
    if (i % 5000 === 4999) await flush(start)
  }
  await flush(Number.POSITIVE_INFINITY)
  out.end()
  await once(out, 'finish')
  return rows
}

type Random = (below: number) => number

function createRandom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
}

/** Times as a centre in Shanghai writes them. */
function writeTime(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

const BUSINESSES: Readonly<Record<string, readonly string[]>> = {
  'inbound-call': ['bill-query', 'detail-query', 'plan-query', 'fee-check', 'plan-consultation', 'fee-complaint'],
  ivr: ['bill-query', 'plan-query', 'order-check'],
  internet: ['bill-query', 'detail-query', 'plan-query', 'fee-check'],
  'internet-consultation': ['plan-consultation', 'roaming-consultation', 'device-consultation'],
}

function kindOf(i: number): string {
  const turn = (i * 7) % 20
  return turn < 8 ? 'inbound-call' : turn < 12 ? 'ivr' : turn < 17 ? 'internet' : 'internet-consultation'
}

function opening(i: number, random: Random): Cells {
  const kind = kindOf(i)
  const businesses = BUSINESSES[kind] ?? []
  const agent = i % 300
  return {
    business: businesses[random(businesses.length)] ?? '',
    channel: kind === 'internet-consultation' ? 'internet' : kind,
    brand: ['gotone', 'm-zone', 'easyown'][random(3)] ?? '',
    region: `city-${1 + random(9)}`,
    ...(kind === 'inbound-call'
      ? {
          site: agent < 150 ? '第一中心' : '第二中心',
          team: `${1 + (agent % 12)}班`,
          shift: ['早班', '中班', '晚班'][random(3)] ?? '',
          agent: `A${100 + agent}`,
        }
      : {}),
  }
}

function makeInteraction(i: number, random: Random): Event[] {
  const kind = kindOf(i)
  if (kind === 'inbound-call') return makeCall(i, random)
  if (kind === 'ivr') return makeKeys(i, random)
  return kind === 'internet' ? makeVisit(random) : makeConsultation(random)
}

const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
const TOPICS = ['上个月的话费', '本月的流量', '套餐里的通话时长', '多扣的增值业务费', '漫游的资费', '新出的家庭套餐']

function makeCall(i: number, random: Random): Event[] {
  const name = `小${FAMILY[i % 10] ?? ''}`
  const topic = TOPICS[random(TOPICS.length)] ?? ''
  const amount = `${10 + random(900)}元${random(10)}角`
  const solved = random(100) < 85
  const rude = random(100) < 4
  const events: Event[] = [
    { event: 'call.offered', role: 'system', after: 5 },
    {
      event: 'call.answered',
      role: 'agent',
      after: 1,
      cells: { rings: random(50) === 0 ? 5 : 1 + random(3), recording: `REC${i}` },
    },
    {
      event: 'greeting.given',
      role: 'agent',
      after: 4,
      cells: { text: rude ? '喂，什么事？' : `您好，10086客服中心，我是${name}，很高兴为您服务，请问有什么可以帮您？` },
    },
    {
      event: 'customer.identified',
      role: 'system',
      after: 3,
      cells: { customerNumber: `138${10_000_000 + random(80_000_000)}` },
    },
    {
      event: 'need.stated',
      role: 'customer',
      after: 9,
      cells: { text: `你好，我想问一下${topic}，这个月扣了${amount}，是怎么回事？` },
    },
  ]
  if (random(2) === 0) {
    events.push({ event: 'need.restated', role: 'agent', after: 5, cells: { text: `您是想核对${topic}，对吗？` } })
  }
  events.push(
    {
      event: 'need.recorded',
      role: 'agent',
      after: 15,
      cells: {
        customerName: `${FAMILY[random(10)] ?? ''}女士`,
        contactNumber: `139${10_000_000 + random(80_000_000)}`,
        problem: random(40) === 0 ? '' : `询问${topic}`,
        product: '畅享套餐',
        request: '说明费用',
      },
    },
    { event: 'problem.judged', role: 'agent', after: 4, cells: { outcome: solved ? 'solve' : 'transfer' } },
  )
  if (solved) {
    const promise = random(200) === 0 ? '，我们保证赔您' : ''
    events.push({
      event: 'solution.given',
      role: 'agent',
      after: 60,
      cells: { text: `您的账单是${amount}，其中含套餐费${random(99)}元${promise}。` },
    })
  } else {
    events.push(
      { event: 'call.transferred', role: 'agent', after: 8, cells: { department: '业务支撑中心' } },
      { event: 'call.taken-over', role: 'specialist', after: 90 },
    )
  }
  events.push(
    { event: 'satisfaction.asked', role: 'agent', after: 5, cells: { text: '请问这样解决了吗，您还满意吗？' } },
    {
      event: 'next-steps.told',
      role: 'agent',
      after: 6,
      cells: {
        text: random(20) === 0 ? '好的，再见。' : `稍后我们会给您发一条短信，大约${5 + random(50)}分钟后收到。`,
      },
    },
    { event: 'call.ended', role: 'system', after: 1 },
  )
  return events
}

function makeKeys(i: number, random: Random): Event[] {
  const events: Event[] = []
  for (let turns = 1 + random(3); turns > 0; turns--) {
    events.push(
      { event: 'menu.played', role: 'ivr', after: 6 },
      { event: 'key.pressed', role: 'customer', after: 2, cells: { key: 1 + random(8) } },
      { event: 'result.played', role: 'ivr', after: 9, cells: { text: `您的话费余额为${random(300)}元。` } },
    )
  }
  if (random(5) === 0) {
    events.push(
      { event: 'key.pressed', role: 'customer', after: 1, cells: { key: 0 } },
      {
        event: 'call.transferred',
        role: 'ivr',
        after: 2,
        cells: {
          customerNumber: `138${10_000_000 + (i % 80_000_000)}`,
          ...(random(10) === 0 ? {} : { menuPath: '1-2' }),
        },
      },
    )
  } else events.push({ event: 'customer.hung-up', role: 'customer', after: 1 })
  return events
}

function makeVisit(random: Random): Event[] {
  const events: Event[] = [{ event: 'session.signed-in', role: 'customer', after: 8 }]
  for (let turns = 1 + random(4); turns > 0; turns--) {
    events.push(
      { event: 'page.chosen', role: 'customer', after: 4 },
      { event: 'result.shown', role: 'website', after: 20 },
    )
  }
  events.push({ event: 'session.closed', role: 'customer', after: 1 })
  return events
}

function makeConsultation(random: Random): Event[] {
  const events: Event[] = []
  for (let turns = 1 + random(3); turns > 0; turns--) {
    events.push(
      { event: 'question.asked', role: 'customer', after: 10, cells: { text: `${TOPICS[random(6)] ?? ''}怎么查？` } },
      { event: 'answer.shown', role: 'website', after: 30, cells: { text: '请在“我的账单”里查看。' } },
    )
    if (random(3) === 0)
      events.push({
        event: 'answer.rated',
        role: 'customer',
        after: 3,
        cells: { useful: random(4) > 0 ? 'true' : 'false' },
      })
  }
  events.push({ event: 'session.closed', role: 'customer', after: 1 })
  return events
}

/** Each event departs with one chance in ten. */
function disturb(events: readonly Event[], random: Random): Event[] {
  const disturbed: Event[] = []
  for (let at = 0; at < events.length; at++) {
    const event = events[at]
    if (event === undefined) continue
    const next = events[at + 1]
    const way = random(10) === 0 ? random(4) : -1
    if (way === 0 && events.length > 1) continue
    if (way === 1) disturbed.push(event)
    if (way === 2 && next !== undefined) {
      disturbed.push(next)
      at++
    }
    if (way === 3) disturbed.push(STRAYS[random(STRAYS.length)] ?? event)
    disturbed.push(event)
  }
  return disturbed.length > 0 ? disturbed : events.slice(0, 1)
}
