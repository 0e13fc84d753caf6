import type { Message } from '../diagnostic/diagnostic.ts'
import { keyWord, valueWord } from './part-words.ts'
import { isLeftOut, sameness } from './sameness.ts'

/** A part of a value, by the keys that lead to it, and what it was and is; absent: it is not there. */
export interface ChangedPart {
  readonly key: Message
  readonly before?: Message
  readonly after?: Message
}

/** What differs within two values that are told in the same words: part by part, as deep as both sides have parts. */
export function differingParts(before: unknown, after: unknown, keys: readonly string[] = []): ChangedPart[] {
  if (sameness(before) === sameness(after)) return []
  if (hasParts(before) && hasParts(after)) {
    const names = new Set([...Object.keys(after), ...Object.keys(before)])
    return [...names].flatMap((name) =>
      isLeftOut(name, after[name] ?? before[name]) || isPlaceOfText(name, after[name])
        ? []
        : differingParts(before[name], after[name], [...keys, kebab(name)]),
    )
  }
  const last = keys.at(-1) ?? ''
  const [from, to] = [shown(before, last), shown(after, last)]
  return [
    {
      key: joined(keys.map(keyWord), ' › '),
      ...(from.en === '' ? {} : { before: from }),
      ...(to.en === '' ? {} : { after: to }),
    },
  ]
}

const joined = (parts: readonly Message[], zh: string, en = zh): Message => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})

/** The id of a lexicon that is written in place is that place. */
const isPlaceOfText = (name: string, value: unknown): boolean =>
  name === 'id' && typeof value === 'string' && value.includes('#')

type Parts = Readonly<Record<string, unknown>>

/** Whether a value is told by its parts: not one that people write as one word, such as a duration or an expression. */
function hasParts(value: unknown): value is Parts {
  return isRecord(value) && oneWord(value) === undefined
}

const isRecord = (value: unknown): value is Parts =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Map) &&
  !(value instanceof Set)

/** A value that is written as one: an expression, a duration, a text, a role, a phrase, a named lexicon, a step. */
function oneWord(value: Parts): string | undefined {
  if (typeof value['source'] === 'string') return value['source']
  if (typeof value['text'] === 'string') return value['text']
  if (typeof value['role'] === 'string') return `${value['role']}${value['andAbove'] === true ? '+' : ''}`
  const { phrase, variants, except } = value
  if (typeof phrase === 'string' && isEmpty(variants) && isEmpty(except)) return phrase
  if (value['kind'] === 'step' && typeof value['step'] === 'string') return value['step']
  if ('any' in value && 'none' in value && typeof value['id'] === 'string' && !value['id'].includes('#')) {
    return value['id']
  }
  const { zh, en } = value
  if (typeof zh === 'string' || typeof en === 'string') return [zh, en].filter((each) => each !== undefined).join(' / ')
  return undefined
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

const NOTHING: Message = { zh: '', en: '' }

/** A value that stands under `key`, in words. */
function shown(value: unknown, key: string): Message {
  if (value === undefined || value === null) return NOTHING
  if (Array.isArray(value) || value instanceof Set) {
    return joined(
      [...(value as Iterable<unknown>)].map((each) => shown(each, key)),
      '、',
      ', ',
    )
  }
  if (value instanceof Map) {
    return joined(
      [...value].map(([name, of]) => pair({ zh: String(name), en: String(name) }, shown(of, ''))),
      '，',
      ', ',
    )
  }
  if (!isRecord(value)) return valueWord(key, value as string | number | boolean)
  const word = oneWord(value)
  if (word !== undefined) return { zh: word, en: word }
  const parts = Object.entries(value).flatMap(([name, of]) => {
    const text = isLeftOut(name, of) || name === 'kind' || isPlaceOfText(name, of) ? NOTHING : shown(of, kebab(name))
    return text.en === '' ? [] : [pair(keyWord(kebab(name)), text)]
  })
  return parts.length === 0 ? shown(value['kind'], 'kind') : joined(parts, '，', ', ')
}

const pair = (name: Message, value: Message): Message => ({
  zh: `${name.zh}：${value.zh}`,
  en: `${name.en}: ${value.en}`,
})

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
