import type { Extent, SpeechSpec, TextWindow } from '../model/text-window.ts'
import { readDuration } from './read-duration.ts'
import { readLexiconRef } from './read-lexicon.ts'
import { readTarget, type RuleScope } from './read-target.ts'
import { badValue, child, given, type Reading, report, stringOf } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** What stands under `says` or `never-says`: a lexicon, or one with where it is looked for. */
export function readSpeech(reading: Reading, scope: RuleScope, body: TreeNode): SpeechSpec | undefined {
  const long = child(body, 'lexicon')
  const lexicon = readLexiconRef(reading, scope.lexicons, long ?? body)
  if (!long) return lexicon && { lexicon }
  const on = child(body, 'on')
  const within = child(body, 'within')
  const target = readTarget(reading, scope, on)
  const window = readWindow(reading, scope, within)
  const together = stringOf(child(body, 'together'))
  if (!lexicon || (on && !target) || (within && !window)) return undefined
  return {
    lexicon,
    ...given('on', target),
    ...given('within', window),
    ...given('together', together === 'turn' || together === 'contact' ? together : undefined),
  }
}

function readWindow(reading: Reading, scope: RuleScope, node: TreeNode | undefined): TextWindow | undefined {
  for (const kind of ['first', 'last'] as const) {
    const at = child(node, kind)
    const extent = at && readExtent(reading, at)
    if (at) return extent && { kind, extent }
  }
  for (const kind of ['before', 'after', 'around'] as const) {
    const at = child(node, kind)
    if (!at) continue
    const anchor = readTarget(reading, scope, at)
    const far = child(node, 'at-most')
    const atMost = far && readExtent(reading, far)
    const pair = stringOf(child(node, 'pair'))
    if (!anchor || (far && !atMost)) return undefined
    return { kind, anchor, ...given('atMost', atMost), pair: pair === 'first' || pair === 'last' ? pair : 'each' }
  }
  return undefined
}

const COUNTED = /^(\d{1,6}) ?(turns?|characters?)$/

/** A duration, `n turns` or `n characters`. */
function readExtent(reading: Reading, node: TreeNode): Extent | undefined {
  const text = stringOf(node)
  const counted = text === undefined ? null : COUNTED.exec(text)
  if (counted) {
    const count = Number(counted[1])
    if (count > 0) return { unit: counted[2]?.startsWith('t') === true ? 'turns' : 'characters', count }
    report(reading, badValue(node.place, { zh: '须大于 0', en: 'more than 0 is needed' }))
    return undefined
  }
  const duration = readDuration(reading, node, 'plain')
  return duration?.kind === 'ms' ? { unit: 'ms', count: duration.ms } : undefined
}
