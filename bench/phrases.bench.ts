/**
 * Looks for the entries of 20 lexicons in seeded utterances and prints how many times faster the engine (one automaton
 * for all lexicons) is than one precompiled alternation a lexicon, native and RE2, and than one search an entry, all in
 * one run, by processor time. The alternations are given the folded text for nothing: folding is in the engine's time and
 * not in theirs. Then how the engine's cost grows as the entries double, and as the utterances do.
 * Run: npx tsx bench/phrases.bench.ts [utterances, 60000; of the whole, 1000000]
 */
import { RE2JS } from 're2js'
import type { Lexicon } from '../src/model/lexicon.ts'
import { foldText } from '../src/text/fold-text.ts'
import { createPhraseEngine } from '../src/text/phrase-engine.ts'
import { createRandom } from './random.ts'

const clock = (): number => process.cpuUsage().user / 1000

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

const whole = Number(process.argv[2] ?? 60_000)
/** Utterances are made and read in blocks, so that a million of them need no room. */
const BLOCK = 10_000

interface Pass {
  /** Milliseconds of processor. */
  readonly time: number
  readonly built: number
  readonly characters: number
  readonly said: number
}

/** One pass of the engine over `size` utterances made from a seed, every lexicon asked of every utterance. */
function passEngine(lexicons: readonly Lexicon[], size: number): Pass {
  let started = clock()
  const engine = createPhraseEngine(lexicons)
  engine.read('').find(lexicons[0] as Lexicon)
  const built = clock() - started
  let time = 0
  let characters = 0
  let said = 0
  for (let done = 0; done < size; done += BLOCK) {
    const block = createUtterances(lexicons, Math.min(BLOCK, size - done))
    started = clock()
    for (const text of block) {
      characters += text.length
      const reading = engine.read(text)
      for (const lexicon of lexicons) if (reading.find(lexicon).length > 0) said++
    }
    time += clock() - started
  }
  return { time, built, characters, said }
}

/** The alternations get a sample of the same utterances, since they are slow; ratios are of time an utterance. */
function race(lexicons: readonly Lexicon[], size: number): void {
  const { time, built, characters, said } = passEngine(lexicons, size)
  const entries = lexicons.reduce((sum, { any }) => sum + any.length, 0)
  console.log(
    `${lexicons.length} lexicons, ${entries} entries, ${size} utterances, ${characters} characters, ${said} said`,
  )
  console.log(
    `  engine: built in ${built.toFixed(0)} ms, ${(characters / time / 1000).toFixed(1)} M characters/s, all included`,
  )
  const sample = createUtterances(lexicons, Math.min(1_500, size))
  const folded = sample.map((text) => foldText(text).text)
  const engine = createPhraseEngine(lexicons)
  const own = sample.map((text) => lexicons.filter((lexicon) => engine.read(text).find(lexicon).length > 0).length)
  const phrases = lexicons.map(({ any }) => any.map(({ phrase }) => foldText(phrase).text))
  const rival = (name: string, says: (text: string, lexicon: number) => boolean, share = 1): void => {
    const some = folded.slice(0, Math.ceil(folded.length / share))
    const started = clock()
    const hits = some.map((text) => lexicons.filter((_, i) => says(text, i)).length)
    const ratio = (clock() - started) / some.length / (time / size)
    const agrees = hits.every((each, i) => each === own[i])
    console.log(`  ${name}: ratio ${ratio.toFixed(1)}, agrees: ${agrees}`)
  }
  const native = phrases.map((list) => new RegExp(list.join('|')))
  rival('one native alternation a lexicon', (text, i) => native[i]?.test(text) === true)
  const re2 = phrases.map((list) => RE2JS.compile(list.join('|')))
  rival('one RE2 alternation a lexicon', (text, i) => re2[i]?.test(text) === true, 10)
  rival('one search an entry', (text, i) => phrases[i]?.some((phrase) => text.includes(phrase)) === true)
}

for (const entries of [50, 250]) race(createLexicons(20, entries), whole)

console.log('growth: time and time of building against the line before')
const grow = (name: string, steps: readonly (readonly [string, readonly Lexicon[], number])[]): void => {
  let before: Pass | undefined
  for (const [label, lexicons, size] of steps) {
    const pass = passEngine(lexicons, size)
    const ratio = before
      ? ` × ${(pass.time / before.time).toFixed(2)}, building × ${(pass.built / before.built).toFixed(2)}`
      : ''
    console.log(`  ${name} ${label}: ${(pass.characters / pass.time / 1000).toFixed(1)} M characters/s${ratio}`)
    before = pass
  }
}
const some = Math.max(1, Math.round(whole / 8))
grow(
  'entries',
  [50, 100, 200, 400, 800].map((entries) => [String(20 * entries), createLexicons(20, entries), some * 2] as const),
)
const lexicons = createLexicons(20, 250)
grow(
  'utterances',
  [1, 2, 4, 8].map((times) => [String(some * times), lexicons, some * times] as const),
)
