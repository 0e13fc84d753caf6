import type { Diagnostic, Lang } from '../diagnostic/diagnostic.ts'
import { sortDiagnostics } from '../diagnostic/sort.ts'
import type { CaseEvent, CaseExpectation, RuleCase } from '../model/rule-case.ts'
import { readFile } from './read-file.ts'
import {
  asList,
  asMap,
  badValue,
  child,
  createReading,
  given,
  report,
  stringOf,
  textOf,
  type Reading,
} from './reading.ts'
import { readDuration } from './read-duration.ts'
import { plainValue, type TreeNode } from './tree.ts'

const OUTCOMES = ['pass', 'fail', 'notApplicable', 'pending', 'notEvaluated']
const VERDICTS = ['pass', 'fail', 'pending', 'notEvaluated']
const DEFAULT_STEP_MS = 1000

/** Reads a file of cases (`cases:`). References into the map are for those who run the cases to check. */
export function readCases(
  file: string,
  bytes: Uint8Array,
  lang: Lang,
): { readonly cases: readonly RuleCase[]; readonly diagnostics: readonly Diagnostic[]; readonly text: string } {
  const { root, kind, diagnostics, source } = readFile(file, bytes)
  const reading = createReading(lang)
  const found =
    kind === 'cases' && root ? asList(child(root, 'cases')).flatMap((node) => readCase(reading, node) ?? []) : []
  const all = sortDiagnostics([...diagnostics, ...reading.diagnostics])
  return { cases: found, diagnostics: all, text: source.text }
}

function readCase(reading: Reading, node: TreeNode): RuleCase | undefined {
  const name = textOf(child(node, 'name'), reading.lang)
  const touchpoint = child(node, 'touchpoint')
  const code = touchpoint?.kind === 'scalar' && touchpoint.value !== null ? String(touchpoint.value) : undefined
  if (name === undefined || touchpoint === undefined || code === undefined) return undefined
  const events = asList(child(node, 'events')).flatMap((event) => readEvent(reading, event) ?? [])
  const expect = [...(asMap(child(node, 'expect'))?.entries ?? [])].flatMap(([of, entry]) =>
    readExpectation(reading, of, entry.node),
  )
  if (events.length === 0) return undefined
  const momentOf = (key: string): { readonly text: string; readonly place: RuleCase['place'] } | undefined => {
    const at = child(node, key)
    const text = stringOf(at)
    return at && text !== undefined ? { text, place: at.place } : undefined
  }
  return {
    name,
    touchpoint: code,
    touchpointPlace: touchpoint.place,
    ...given('at', momentOf('at')),
    ...given('asOf', momentOf('as-of')),
    attributes: fieldsOf(child(node, 'attributes'), []),
    unit: fieldsOf(child(node, 'unit'), []) as Record<string, string>,
    events,
    expect,
    place: node.place,
  }
}

function readEvent(reading: Reading, node: TreeNode): CaseEvent | undefined {
  const event = stringOf(child(node, 'event'))
  if (event === undefined) return undefined
  const after = readDuration(reading, child(node, 'after'), 'plain')
  return {
    event,
    afterMs: after?.kind === 'ms' ? after.ms : DEFAULT_STEP_MS,
    fields: fieldsOf(node, ['event', 'after']),
    place: node.place,
  }
}

function readExpectation(reading: Reading, of: string, node: TreeNode): CaseExpectation[] {
  const value = node.kind === 'scalar' ? node.value : undefined
  const numeric = of === 'adherence' || of === 'score'
  const words = of === 'verdict' ? VERDICTS : OUTCOMES
  if (numeric ? typeof value === 'number' : typeof value === 'string' && words.includes(value)) {
    return [{ of, value: value as string | number, place: node.place }]
  }
  report(
    reading,
    badValue(
      node.place,
      numeric
        ? { zh: `\`${of}\` 应为数`, en: `\`${of}\` is a number` }
        : { zh: `\`${of}\` 的结果写法不对`, en: `\`${of}\` has no such outcome` },
      numeric ? { zh: '数', en: 'a number' } : { zh: words.join('、'), en: words.join(', ') },
    ),
  )
  return []
}

function fieldsOf(node: TreeNode | undefined, without: readonly string[]): Record<string, unknown> {
  const fields = Object.create(null) as Record<string, unknown>
  for (const [key, entry] of asMap(node)?.entries ?? []) {
    if (!without.includes(key)) fields[key] = plainValue(entry.node)
  }
  return fields
}
