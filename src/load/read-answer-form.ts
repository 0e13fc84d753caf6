import type { AnswerForm, AnswerSource, Band, ChoiceOption, FatalScope } from '../model/scorecard.ts'
import { asList, asMap, badValue, booleanOf, child, entryOf, given, numberOf, type Reading, report } from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

type ReadFatal = (node: TreeNode | undefined) => FatalScope | undefined

const FORMS = ['choices', 'bands', 'scale', 'each'] as const

/** How the answer to an item of a scorecard becomes points; undefined for yes or no. */
export function readAnswerForm(
  reading: Reading,
  node: MapNode,
  source: AnswerSource | undefined,
  readFatal: ReadFatal,
): AnswerForm | undefined {
  const [first, second] = FORMS.filter((key) => node.entries.has(key))
  const entry = entryOf(node, first ?? '')
  if (first === undefined || !entry) return undefined
  const extra = entryOf(node, second ?? '')
  if (extra) {
    const message = {
      zh: `\`${first}\` 与 \`${second}\` 只能写一个`,
      en: `only one of \`${first}\` and \`${second}\` may stand here`,
    }
    report(reading, badValue(extra.key, message))
  }
  const rule = entryOf(node, 'rule') ?? entryOf(node, 'rules')
  if (source === undefined && rule) {
    const message = {
      zh: `规则只回答是或否，不能配 \`${first}\``,
      en: `a rule answers yes or no and takes no \`${first}\``,
    }
    const expected = { zh: '`attribute`、`value` 或 `measure`', en: '`attribute`, `value` or `measure`' }
    report(reading, badValue(entry.key, message, expected))
    return undefined
  }
  switch (first) {
    case 'choices': {
      const options = asList(entry.node).flatMap((each) => readOption(reading, each, readFatal))
      return { kind: 'choice', options, most: Math.max(0, ...options.map(({ points }) => points ?? 0)) }
    }
    case 'bands': {
      const bands = asList(entry.node).flatMap((each) => readBand(reading, each, readFatal))
      return { kind: 'bands', bands, most: Math.max(0, ...bands.map(({ points }) => points)) }
    }
    case 'scale': {
      const [min, max] = [numberOf(child(entry.node, 'min')), numberOf(child(entry.node, 'max'))]
      if (min === undefined || max === undefined) return undefined
      if (min >= max) report(reading, badValue(entry.node.place, LESS))
      return { kind: 'scale', min, max }
    }
    case 'each': {
      const points = numberOf(entry.node)
      return points === undefined ? undefined : { kind: 'each', points }
    }
  }
}

const LESS = { zh: '`min` 应小于 `max`', en: '`min` must be less than `max`' }
const NOT_ABOVE = { zh: '`min` 不得大于 `max`', en: '`min` must not be more than `max`' }

function readOption(reading: Reading, node: TreeNode, readFatal: ReadFatal): ChoiceOption[] {
  const is = scalarOf(child(node, 'is'))
  if (!asMap(node) || is === undefined) return []
  const points = numberOf(child(node, 'points'))
  const na = booleanOf(child(node, 'na')) === true
  const naEntry = entryOf(node, 'na')
  if (points !== undefined && na && naEntry) {
    const message = { zh: '不适用的选项不得分', en: 'an option that means not applicable earns no points' }
    report(reading, badValue(naEntry.key, message))
  }
  return [{ is, ...(na ? {} : { points: points ?? 0 }), ...given('fatal', readFatal(child(node, 'fatal'))) }]
}

function readBand(reading: Reading, node: TreeNode, readFatal: ReadFatal): Band[] {
  const points = numberOf(child(node, 'points'))
  if (!asMap(node) || points === undefined) return []
  const [min, max] = [numberOf(child(node, 'min')), numberOf(child(node, 'max'))]
  if (min !== undefined && max !== undefined && min > max) report(reading, badValue(node.place, NOT_ABOVE))
  return [{ ...given('min', min), ...given('max', max), points, ...given('fatal', readFatal(child(node, 'fatal'))) }]
}

/** A text, a number, or true or false. */
export function scalarOf(node: TreeNode | undefined): string | number | boolean | undefined {
  return node?.kind === 'scalar' && node.value !== null && node.value !== '' ? node.value : undefined
}
