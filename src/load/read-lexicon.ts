import type { Place } from '../diagnostic/diagnostic.ts'
import type { Lexicon, LexiconEntry, Negation } from '../model/lexicon.ts'
import { checkRegex } from './check-languages.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  given,
  numberOf,
  refer,
  type Reading,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

const WINDOW = 6

/** The lexicons of a lexicons file by id; its `confidence` holds for those that state none. */
export function readLexicons(reading: Reading, root: MapNode, lexicons: Map<string, Lexicon>): void {
  const confidence = readConfidence(child(root, 'confidence'))
  for (const [id, { key, node }] of asMap(child(root, 'lexicons'))?.entries ?? []) {
    const lexicon = readLexicon(reading, id, node, key)
    if (lexicon && !lexicons.has(id)) lexicons.set(id, { ...given('confidence', confidence), ...lexicon })
  }
}

/** A lexicon written out, in a lexicons file or in place. */
function readLexicon(reading: Reading, id: string, node: TreeNode, place: Place): Lexicon | undefined {
  if (!asMap(node)) return undefined
  const patternOf = (key: string): string | undefined => {
    const regex = child(node, key)
    const pattern = stringOf(regex)
    if (regex && pattern !== undefined) checkRegex(reading, regex, pattern)
    return pattern
  }
  const count = numberOf(child(child(node, 'at-least'), 'count'))
  const inOrder = readEntries(child(node, 'in-order'))
  return {
    id,
    ...given('name', textOf(child(node, 'name'), reading.lang)),
    any: readEntries(child(node, 'any')),
    all: readEntries(child(node, 'all')),
    none: readEntries(child(node, 'none')),
    ...given(
      'atLeast',
      count === undefined ? undefined : { count, of: readEntries(child(child(node, 'at-least'), 'of')) },
    ),
    ...given(
      'inOrder',
      inOrder.length > 0 ? { of: inOrder, ...given('gap', numberOf(child(node, 'gap'))) } : undefined,
    ),
    ...given('template', stringOf(child(node, 'template'))),
    ...given('regex', patternOf('regex')),
    ...given('exceptRegex', patternOf('except-regex')),
    ...given('similar', numberOf(child(node, 'similar'))),
    ...given('pinyin', booleanOf(child(node, 'pinyin'))),
    ...given('notNegated', readNegation(child(node, 'not-negated'))),
    except: readEntries(child(node, 'except')),
    ...given('confidence', readConfidence(child(node, 'confidence'))),
    place,
    places: {
      ...given('template', child(node, 'template')?.place),
      ...given('regex', child(node, 'regex')?.place),
      ...given('exceptRegex', child(node, 'except-regex')?.place),
    },
  }
}

function readEntries(node: TreeNode | undefined): LexiconEntry[] {
  return asList(node).flatMap((each) => {
    const phrase = stringOf(each) ?? stringOf(child(each, 'phrase'))
    if (phrase === undefined) return []
    const values = (key: string): string[] => stringsOf(child(each, key)).map(({ value }) => value)
    return { phrase, variants: values('variants'), except: values('except'), place: each.place }
  })
}

function readNegation(node: TreeNode | undefined): Negation | undefined {
  if (!node || booleanOf(node) === false) return undefined
  const words = stringsOf(child(node, 'words')).map(({ value }) => value)
  return { window: numberOf(child(node, 'window')) ?? WINDOW, ...given('words', words.length > 0 ? words : undefined) }
}

function readConfidence(node: TreeNode | undefined): Lexicon['confidence'] {
  const attribute = stringOf(child(node, 'attribute'))
  const floor = numberOf(child(node, 'floor'))
  return attribute === undefined || floor === undefined ? undefined : { attribute, floor }
}

/** A lexicon by id or in place. `lexicons` holds those of the map that are read already. */
export function readLexiconRef(
  reading: Reading,
  lexicons: ReadonlyMap<string, Lexicon>,
  node: TreeNode | undefined,
): Lexicon | undefined {
  if (!node) return undefined
  const id = stringOf(node)
  if (id === undefined) {
    const lexicon = readLexicon(reading, `${node.place.file}#${node.place.pointer}`, node, node.place)
    if (lexicon) reading.inlineLexicons.push(lexicon)
    return lexicon
  }
  reading.usedLexicons.add(id)
  return refer(reading, reading.lexicons, id, node, SORTS.lexicon) ? lexicons.get(id) : undefined
}
