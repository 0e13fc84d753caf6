import { Locale } from 'opencc-js/t2cn'

/** A text in simplified characters with the way back: `text[i]` stems from `source[from[i], to[i])`, in UTF-16 units. */
export interface SimplifiedText {
  readonly text: string
  readonly from: Int32Array
  readonly to: Int32Array
}

interface Tables {
  readonly characters: ReadonlyMap<string, string>
  /** Characters and words, as one dictionary for the longest match. */
  readonly words: ReadonlyMap<string, string>
  /** The longest word that begins with a character, in UTF-16 units. */
  readonly longest: ReadonlyMap<string, number>
}

let tables: Tables | undefined

/** The dictionaries of OpenCC (traditional to mainland simplified), taken apart at the first Han character. */
function tablesOf(): Tables {
  if (tables) return tables
  const dictionaries = (Locale.to['cn']?.[0] ?? []) as readonly unknown[]
  const [words, characters] = dictionaries.map((dictionary) => parse(String(dictionary)))
  const all = new Map([...(characters ?? []), ...(words ?? [])])
  const longest = new Map<string, number>()
  for (const word of all.keys()) {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
    longest.set(first, Math.max(longest.get(first) ?? 0, word.length))
  }
  tables = { characters: characters ?? new Map(), words: all, longest }
  return tables
}

function parse(dictionary: string): Map<string, string> {
  return new Map(
    dictionary.split('|').map((pair) => {
      const space = pair.indexOf(' ')
      return [pair.slice(0, space), pair.slice(space + 1)]
    }),
  )
}

/** Whether a text holds a character that only traditional Chinese uses. Words (打坏) alone do not make a text traditional. */
export function holdsTraditional(text: string): boolean {
  for (const character of text) {
    if (character >= '\u3400' && tablesOf().characters.has(character)) return true
  }
  return false
}

/** Traditional to simplified characters, the longest word of the dictionary first, from left to right. */
export function simplify(source: string): SimplifiedText {
  const { words, longest } = tablesOf()
  let text = ''
  const from: number[] = []
  const to: number[] = []
  for (let at = 0; at < source.length;) {
    const first = String.fromCodePoint(source.codePointAt(at) ?? 0)
    let length = longest.get(first) ?? 0
    while (length > 0 && !words.has(source.slice(at, at + length))) length--
    const word = source.slice(at, at + (length || first.length))
    const simple = words.get(word) ?? word
    // Of words that keep their length each unit has its own place; else the word is the place of all.
    for (let i = 0; i < simple.length; i++) {
      from.push(simple.length === word.length ? at + i : at)
      to.push(simple.length === word.length ? at + i + 1 : at + word.length)
    }
    text += simple
    at += word.length
  }
  return { text, from: Int32Array.from(from), to: Int32Array.from(to) }
}
