import type { Scorecard, ScorecardItem, ThresholdSet } from '../model/scorecard.ts'
import { Names } from './names.ts'
import {
  asList,
  asMap,
  booleanOf,
  child,
  given,
  numberOf,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** Reads a scorecard file, nested under `scorecard:` or beside it. `codes` are the touchpoint codes, undefined where unknown. */
export function readScorecard(reading: Reading, root: MapNode, codes: Names): Scorecard {
  const body = asMap(child(root, 'scorecard')) ?? root
  const mode = stringOf(child(body, 'mode'))
  const na = stringOf(child(body, 'na'))
  const thresholds = child(body, 'thresholds')
  const per = new Map<string, ThresholdSet>()
  for (const [code, { key, node }] of asMap(child(thresholds, 'per'))?.entries ?? []) {
    refer(reading, codes, code, { kind: 'scalar', value: code, raw: code, quoted: false, place: key }, SORTS.code)
    per.set(code, readThresholds(node))
  }
  const ids = new Names()
  return {
    mode: mode === 'points' || mode === 'deduct' ? mode : 'weighted',
    na: na === 'redistribute' || na === 'equal' ? na : 'drop',
    minEvaluated: numberOf(child(body, 'min-evaluated')) ?? 0.8,
    sections: asList(child(body, 'sections')).flatMap((node) => {
      const idNode = child(node, 'id')
      const id = stringOf(idNode)
      if (id === undefined || !idNode) return []
      for (const each of ids.declare(id, idNode.place, SORTS.section)) report(reading, each)
      return [
        {
          id,
          name: textOf(child(node, 'name'), reading.lang) ?? { [reading.lang]: id },
          weight: numberOf(child(node, 'weight')) ?? 1,
          items: asList(child(node, 'items')).flatMap((item) => (asMap(item) ? [readItem(reading, item)] : [])),
          place: node.place,
        },
      ]
    }),
    thresholds: {
      overall: readThresholds(child(thresholds, 'overall')),
      touchpoint: readThresholds(child(thresholds, 'touchpoint')),
      per,
    },
    place: root.place,
  }
}

function readItem(reading: Reading, node: TreeNode): ScorecardItem {
  const rules = [...stringsOf(child(node, 'rule')), ...stringsOf(child(node, 'rules'))]
  return {
    rules: rules.flatMap(({ value, node: at }) => (isKnownRule(reading, value, at) ? [value] : [])),
    weight: numberOf(child(node, 'weight')) ?? numberOf(child(node, 'points')) ?? 1,
    ...given('deduct', numberOf(child(node, 'deduct'))),
    fatal: booleanOf(child(node, 'fatal')) ?? false,
    ...given('title', textOf(child(node, 'title'), reading.lang)),
    place: node.place,
  }
}

function isKnownRule(reading: Reading, rule: string, node: TreeNode): boolean {
  if ([...reading.openRules].some((prefix) => rule.startsWith(prefix))) return true
  return refer(reading, reading.rules, rule, node, SORTS.rule)
}

function readThresholds(node: TreeNode | undefined): ThresholdSet {
  return {
    ...given('adherence', numberOf(child(node, 'adherence'))),
    ...given('compliance', numberOf(child(node, 'compliance'))),
    ...given('score', numberOf(child(node, 'score'))),
  }
}
