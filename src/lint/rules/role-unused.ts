import { mentions } from '../facts/words.ts'
import type { LintRule } from '../lint-rule.ts'
import { singleProofs, walkFlow } from '../../flow/walk-flow.ts'
import { rulesIn } from '../facts/rules-in.ts'
import { walkSpec } from '../facts/walk-spec.ts'

/**
 * A role of the staff that does nothing in the map. Not reported: one that stands above a `role+`, and one without a rank,
 * such as the customer or a system that only logs name.
 */
export const roleUnused: LintRule = {
  id: 'role-unused',
  group: 'roles',
  severity: 'info',
  title: { zh: '没有用到的角色', en: 'a role nothing uses' },
  check(context, report) {
    const { roles } = context.map.catalog
    const least: number[] = []
    const note = ({ role, andAbove }: { readonly role: string; readonly andAbove: boolean }) => {
      const rank = roles.get(role)?.rank
      if (andAbove && rank !== undefined) least.push(rank)
    }
    for (const flow of context.map.flows.values()) {
      walkFlow(flow, { proof: (proof) => singleProofs(proof).forEach(({ role }) => role?.forEach(note)) })
    }
    for (const { rule } of rulesIn(context)) {
      rule.speaker.forEach(note)
      walkSpec(rule.spec, { roles: note })
    }
    const lowest = Math.min(...least)
    const used = mentions(context)
    for (const { id, rank, place } of roles.values()) {
      if (used.has(id) || rank === undefined || rank >= lowest) continue
      report({
        place,
        message: { zh: `没有什么用到角色 \`${id}\``, en: `nothing in the map is done by the role \`${id}\`` },
        expected: { zh: '某个步骤的 `by`，或删去它', en: 'a step whose `by` names it, or the role taken out' },
      })
    }
  },
}
