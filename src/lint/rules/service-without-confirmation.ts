import type { Step } from '../../model/flow.ts'
import { cellsByFlow, flowsUsedBy } from '../facts/service.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'

/** Classes of business that are done when the answer is given. */
const INFORMS: ReadonlySet<string> = new Set(['query', 'consultation'])
const CONFIRM =
  /confirm|satisf|accept|rating|rated|consent|sign|feedback|result|told|inform|确认|满意|评价|签字|签收|告知|知悉/i

/**
 * A service flow in whose second half nothing shows that the customer knows or confirms the result. A confirmation is a
 * step by the customer or one whose id, name, event or phrases speak of it; flows it uses are looked into,
 * and flows for queries and consultations alone are not: there the answer is the result.
 */
export const serviceWithoutConfirmation: LintRule = {
  id: 'service-without-confirmation',
  group: 'flow',
  severity: 'info',
  title: {
    zh: '没有让客户确认结果的服务流程',
    en: 'a service flow that does not end with the customer’s confirmation',
  },
  check(context, report) {
    const { map } = context
    const used = flowsUsedBy(context)
    for (const [id, cells] of cellsByFlow(context)) {
      if (cells.every(({ at }) => INFORMS.has(map.catalog.axes.business.get(at.business)?.class ?? ''))) continue
      const flow = map.flows.get(id)
      if (!flow || flow.family !== 'service') continue
      const own: Step[] = []
      walkFlow(flow, { step: (step) => own.push(step) })
      const tail = own.slice(Math.floor(own.length / 2))
      const inUsed: Step[] = []
      for (const each of used.get(id) ?? []) {
        const other = map.flows.get(each)
        if (other) walkFlow(other, { step: (step) => inUsed.push(step) })
      }
      if (own.length + inUsed.length === 0 || [...tail, ...inUsed].some(confirms)) continue
      report({
        place: flow.place,
        message: {
          zh: `服务流程 \`${id}\` 结束时没有让客户确认或知悉结果的步骤`,
          en: `the service flow \`${id}\` ends without the customer confirming the result or being told of it`,
        },
        expected: {
          zh: '靠近结尾的一个确认步骤，如由客户确认、询问是否满意',
          en: 'a step towards the end in which the customer confirms, or is asked whether he is satisfied',
        },
      })
    }
  },
}

function confirms({ id, name, by, proof, rules }: Step): boolean {
  if (by.some(({ role }) => role === 'customer')) return true
  if (rules.some(({ spec }) => spec.kind === 'says')) return true
  const events = singleProofs(proof).map(({ event, says }) => `${event ?? ''} ${says?.id ?? ''}`)
  return [id, name?.zh, name?.en, ...events].some((text) => CONFIRM.test(text ?? ''))
}
