import { ACCEPTED_DEVIATIONS, type Acceptance, type AcceptedItem } from '../model/acceptance.ts'
import type { Id } from '../model/map.ts'
import { Names, unknownReference } from './names.ts'
import { readDays } from './read-day.ts'
import {
  asList,
  badValue,
  child,
  given,
  type Reading,
  refer,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** What the rest of the map declares, for what is accepted to refer to. */
export interface AcceptedScope {
  readonly codes: Names
  /** Steps of each flow with those it uses; `open`: beginnings of ids under which more may be declared. */
  readonly flows: ReadonlyMap<Id, { readonly steps: ReadonlySet<string>; readonly open: readonly string[] }>
  /** Rules that are judged over many contacts together. */
  readonly overMany: ReadonlySet<string>
}

/** Reads the files of accepted failures. Whether one has expired is for the as-of time to say, not for the map. */
export function readAccepted(reading: Reading, roots: readonly MapNode[], scope: AcceptedScope): Acceptance[] {
  const ids = new Names()
  return roots.flatMap((root) =>
    asList(child(root, 'accepted')).flatMap((node): Acceptance[] => {
      const idNode = child(node, 'id')
      const id = stringOf(idNode)
      const owner = textOf(child(node, 'owner'), reading.lang)
      const because = textOf(child(node, 'because'), reading.lang)
      const { from, until } = readDays(reading, node)
      const flow = readFlowName(reading, child(node, 'flow'))
      const item = readItem(reading, node, flow, scope)
      const touchpoints = stringsOf(child(node, 'touchpoint'))
      for (const each of touchpoints) refer(reading, scope.codes, each.value, each.node, SORTS.code)
      if (id === undefined || !idNode || !owner || !because || until === undefined || !item) return []
      for (const each of ids.declare(id, idNode.place, SORTS.acceptance)) report(reading, each)
      return [
        {
          id,
          item,
          touchpoints: touchpoints.map(({ value }) => value),
          ...given('flow', flow),
          interactions: stringsOf(child(node, 'interaction')).map(({ value }) => value),
          ...given('fingerprint', stringOf(child(node, 'fingerprint'))),
          owner,
          because,
          ...given('from', from),
          until,
          place: node.place,
        },
      ]
    }),
  )
}

function readFlowName(reading: Reading, node: TreeNode | undefined): string | undefined {
  const flow = stringOf(node)
  if (flow !== undefined && node) refer(reading, reading.flows, flow, node, SORTS.flow)
  return flow
}

function readItem(
  reading: Reading,
  node: TreeNode,
  flow: string | undefined,
  scope: AcceptedScope,
): AcceptedItem | undefined {
  const [ruleNode, kindNode] = [child(node, 'rule'), child(node, 'deviation')]
  const [stepNode, eventNode] = [child(node, 'step'), child(node, 'event')]
  const rule = stringOf(ruleNode)
  if (rule !== undefined && ruleNode) {
    for (const extra of [stepNode, eventNode]) {
      if (!extra) continue
      const message = {
        zh: '`step` 与 `event` 只与 `deviation` 同用',
        en: '`step` and `event` go with `deviation` only',
      }
      report(reading, badValue(extra.place, message))
    }
    if (scope.overMany.has(rule)) {
      const message = {
        zh: `规则 \`${rule}\` 就许多交互一并评判，不能逐次认可`,
        en: `the rule \`${rule}\` is judged over many contacts together and cannot be accepted one by one`,
      }
      report(reading, badValue(ruleNode.place, message))
    } else if (![...reading.openRules].some((prefix) => rule.startsWith(prefix))) {
      refer(reading, reading.rules, rule, ruleNode, SORTS.rule)
    }
    return { kind: 'rule', rule }
  }
  const deviation = ACCEPTED_DEVIATIONS.find((each) => each === stringOf(kindNode))
  if (deviation === undefined || !kindNode) return undefined
  const step = stringOf(stepNode)
  const event = stringOf(eventNode)
  if ((step === undefined) === (event === undefined)) {
    const message = {
      zh: '偏离须写明是哪个步骤，或哪个流程之外的事件',
      en: 'a deviation needs the step it is about, or the event that no step explains',
    }
    report(reading, badValue(kindNode.place, message, { zh: '`step` 或 `event` 之一', en: '`step` or `event`' }))
    return undefined
  }
  if (event !== undefined && deviation !== 'unforeseen' && eventNode) {
    const message = { zh: '流程之外的事件只会是多做', en: 'an event that no step explains is only ever unforeseen' }
    report(
      reading,
      badValue(eventNode.place, message, { zh: '`deviation: unforeseen`', en: '`deviation: unforeseen`' }),
    )
  }
  if (step !== undefined && stepNode) checkStep(reading, step, stepNode, flow, scope)
  return { kind: 'deviation', deviation, ...given('step', step), ...given('event', event) }
}

/** A step of the flow that is named, else of any flow. */
function checkStep(
  reading: Reading,
  step: string,
  node: TreeNode,
  flow: string | undefined,
  { flows }: AcceptedScope,
): void {
  if (reading.flows.open) return
  const own = flow === undefined ? undefined : flows.get(flow)
  if (flow !== undefined && own === undefined) return
  const known = own ? [own] : [...flows.values()]
  if (known.some(({ steps, open }) => steps.has(step) || open.some((prefix) => step.startsWith(prefix)))) return
  const names = [...new Set(known.flatMap(({ steps }) => [...steps]))]
  report(reading, unknownReference(step, node.place, SORTS.step, names))
}
