/**
 * Looks for the entries of 20 lexicons in seeded utterances and prints how many times faster the engine (one automaton
 * for all lexicons) is than one precompiled alternation a lexicon, native and RE2, and than one search an entry. The
 * alternations are given the folded text for nothing: folding is in the engine's time and not in theirs.
 * Run: npx tsx bench/phrases.bench.ts [utterances]
 */
import { RE2JS } from 're2js'
import type { Lexicon } from '../src/model/lexicon.ts'
import { foldText } from '../src/text/fold-text.ts'
import { createPhraseEngine } from '../src/text/phrase-engine.ts'

const clock = (): number => process.cpuUsage().user / 1000

/** Mulberry32: the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const random = createRandom(11)
const COMMON = [
  ...'的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运',
]

const word = (size: number): string => Array.from({ length: size }, () => COMMON[random(COMMON.length)]).join('')
const nowhere = { line: 1, column: 1, offset: 0 }
const place = { file: 'bench', range: { start: nowhere, end: nowhere }, pointer: '' }

function createLexicons(count: number, entries: number): Lexicon[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `lexicon-${i}`,
    any: Array.from({ length: entries }, () => ({ phrase: word(3 + random(6)), variants: [], except: [], place })),
    all: [],
    none: [],
    except: [],
    place,
  }))
}

/** Utterances of 8 to 48 characters with punctuation; one in twenty holds a phrase of some lexicon. */
function createUtterances(lexicons: readonly Lexicon[], count: number): string[] {
  return Array.from({ length: count }, () => {
    const parts = [word(4 + random(20)), word(4 + random(24))]
    if (random(20) === 0) {
      const { any } = lexicons[random(lexicons.length)] ?? { any: [] }
      parts.splice(1, 0, any[random(any.length)]?.phrase ?? '')
    }
    return `${parts.join('，')}。`
  })
}

const size = Number(process.argv[2] ?? 60_000)
for (const [count, entries] of [
  [20, 50],
  [20, 250],
] as const) {
  const lexicons = createLexicons(count, entries)
  const utterances = createUtterances(lexicons, size)
  const characters = utterances.reduce((sum, text) => sum + text.length, 0)

  let started = clock()
  const engine = createPhraseEngine(lexicons)
  engine.read('').find(lexicons[0] as Lexicon)
  const built = clock() - started
  started = clock()
  let found = 0
  for (const text of utterances) {
    const reading = engine.read(text)
    for (const lexicon of lexicons) if (reading.find(lexicon).length > 0) found++
  }
  const own = clock() - started

  // The yardsticks get a sample, since they are slow; their time is scaled up.
  const sample = utterances.slice(0, Math.max(1, Math.floor(size / 40)))
  const folded = sample.map((text) => foldText(text).text)
  const scale = utterances.length / sample.length
  let ownInSample = 0
  for (const text of sample) {
    const reading = engine.read(text)
    for (const lexicon of lexicons) if (reading.find(lexicon).length > 0) ownInSample++
  }
  const phrases = lexicons.map(({ any }) => any.map(({ phrase }) => foldText(phrase).text))
  const race = (name: string, says: (text: string, lexicon: number) => boolean, share = 1): void => {
    const some = folded.slice(0, Math.ceil(folded.length / share))
    started = clock()
    let hits = 0
    for (const text of some) for (let i = 0; i < lexicons.length; i++) if (says(text, i)) hits++
    const time = (clock() - started) * scale * (folded.length / some.length)
    const agrees = share === 1 ? `, agrees: ${hits === ownInSample}` : ''
    console.log(`  ${name}: ratio ${(time / own).toFixed(1)}${agrees}`)
  }
  console.log(`${count} lexicons of ${entries} entries, ${size} utterances, ${characters} characters, ${found} said`)
  console.log(
    `  engine: built in ${built.toFixed(0)} ms, ${(characters / own / 1000).toFixed(1)} M characters/s, all included`,
  )
  const native = phrases.map((list) => new RegExp(list.join('|')))
  race('one native alternation a lexicon', (text, i) => native[i]?.test(text) === true)
  const re2 = phrases.map((list) => RE2JS.compile(list.join('|')))
  race('one RE2 alternation a lexicon', (text, i) => re2[i]?.test(text) === true, 10)
  race('one search an entry', (text, i) => phrases[i]?.some((phrase) => text.includes(phrase)) === true)
}
