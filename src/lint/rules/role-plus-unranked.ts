import type { RoleRef } from '../../model/flow.ts'
import { rulesIn } from '../facts/rules-in.ts'
import { walkSpec } from '../facts/walk-spec.ts'
import type { LintRule } from '../lint-rule.ts'

/** `role+` of a role without a rank is the role alone: nobody is above it. */
export const rolePlusUnranked: LintRule = {
  id: 'role-plus-unranked',
  group: 'roles',
  severity: 'warning',
  title: { zh: '没有级别的角色却写了“及以上”', en: '“and above” of a role without a rank' },
  check(context, report) {
    const { map, sources } = context
    for (const { rule, step } of rulesIn(context)) {
      const check = ({ role, andAbove }: RoleRef): void => {
        const declared = map.catalog.roles.get(role)
        if (!andAbove || !declared || declared.rank !== undefined) return
        const way = step && sources.find(rule.place) ? [] : [rule.spec.kind]
        report({
          place: sources.value(rule.place, ...way),
          message: {
            zh: `\`${role}+\` 意为“及以上”，但角色 \`${role}\` 没有 \`rank\`，没有人在它之上`,
            en: `\`${role}+\` means “and above”, and the role \`${role}\` has no \`rank\`: nobody is above it`,
          },
          expected: { zh: `\`${role}\`，或给它 \`rank\``, en: `\`${role}\`, or a \`rank\` for it` },
          related: [{ message: { zh: '角色在这里', en: 'the role' }, place: declared.place }],
        })
      }
      walkSpec(rule.spec, { roles: check })
      rule.speaker.forEach(check)
    }
  },
}
