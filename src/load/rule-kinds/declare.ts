import type { RuleKindId, SpecOf } from '../../model/rule.ts'
import type {
  DeclareChoiceKind,
  DeclareConditions,
  DeclareCountKind,
  DeclareEdgeKind,
  DeclarePairKind,
} from '../../model/rules/declare.ts'
import { asList, child, given, numberOf, type Reading } from '../reading.ts'
import { readDuration } from '../read-duration.ts'
import { readCel } from '../read-proof.ts'
import { readTarget } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

/** The conditions on data that a Declare rule may have (`docs/kinds/README.md`); the schema knows which kind takes which. */
export function readConditions(reading: Reading, body: TreeNode): DeclareConditions {
  const time = child(body, 'time')
  const ms = (key: string): number | undefined => {
    const length = readDuration(reading, child(time, key), 'plain')
    return length?.kind === 'ms' ? length.ms : undefined
  }
  return {
    ...given('activation', readCel(reading, child(body, 'activation'), 'where')),
    ...given('target', readCel(reading, child(body, 'target'), 'where')),
    ...given('correlation', readCel(reading, child(body, 'correlation'), 'pair')),
    ...given('time', time && { ...given('atLeast', ms('at-least')), ...given('atMost', ms('at-most')) }),
  }
}

/** Kinds that name two targets, the second of them `then`. */
export function readPair<K extends DeclarePairKind>(kind: K, firstKey: 'if' | 'after' | 'before'): ReadSpec<K> {
  return (reading, scope, body) => {
    const first = readTarget(reading, scope, child(body, firstKey))
    const second = readTarget(reading, scope, child(body, 'then'))
    return first && second && specOf(kind, { first, second, ...readConditions(reading, body) })
  }
}

/** Kinds for which both targets are the same. */
export function readAmongPair<K extends DeclarePairKind>(kind: K): ReadSpec<K> {
  return (reading, scope, body) => {
    const [first, second] = asList(child(body, 'among')).map((node) => readTarget(reading, scope, node))
    return first && second && specOf(kind, { first, second, ...readConditions(reading, body) })
  }
}

export function readCount<K extends DeclareCountKind>(kind: K): ReadSpec<K> {
  return (reading, scope, body) => {
    const of = readTarget(reading, scope, child(body, 'of'))
    const times = numberOf(child(body, 'times')) ?? 1
    return of && specOf(kind, { of, times, ...readActivation(reading, body) })
  }
}

export function readEdge<K extends DeclareEdgeKind>(kind: K): ReadSpec<K> {
  return (reading, scope, body) => {
    const of = readTarget(reading, scope, child(body, 'of'))
    return of && specOf(kind, { of, ...readActivation(reading, body) })
  }
}

export function readChoice<K extends DeclareChoiceKind>(kind: K): ReadSpec<K> {
  return (reading, scope, body) => {
    const among = asList(child(body, 'among')).flatMap((node) => readTarget(reading, scope, node) ?? [])
    return specOf(kind, { among })
  }
}

function readActivation(reading: Reading, body: TreeNode): Pick<DeclareConditions, 'activation'> {
  return given('activation', readCel(reading, child(body, 'activation'), 'where'))
}

/** Each form has the fields of its kinds; TypeScript cannot see that for a kind not yet known. */
function specOf<K extends RuleKindId>(kind: K, form: object): SpecOf<K> {
  return { kind, ...form } as unknown as SpecOf<K>
}
