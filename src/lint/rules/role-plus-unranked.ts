import type { RoleRef } from '../../model/flow.ts'
import { rulesIn } from '../facts/rules-in.ts'
import { walkSpec } from '../facts/walk-spec.ts'
import type { Place } from '../../diagnostic/diagnostic.ts'
import type { Fix, LintContext, LintRule } from '../lint-rule.ts'

/** `role+` of a role without a rank is the role alone: nobody is above it. */
export const rolePlusUnranked: LintRule = {
  id: 'role-plus-unranked',
  group: 'roles',
  severity: 'warning',
  title: { zh: '没有级别的角色却写了“及以上”', en: '“and above” of a role without a rank' },
  check(context, report) {
    const { map } = context
    for (const { rule, step } of rulesIn(context)) {
      const check = ({ role, andAbove }: RoleRef): void => {
        const declared = map.catalog.roles.get(role)
        if (!andAbove || !declared || declared.rank !== undefined) return
        const place = placeOf(context, rule.place, `${role}+`, step ? [] : [rule.spec.kind])
        report({
          place: place.at,
          message: {
            zh: `\`${role}+\` 意为“及以上”，但角色 \`${role}\` 没有 \`rank\`，没有人在它之上`,
            en: `\`${role}+\` means “and above”, and the role \`${role}\` has no \`rank\`: nobody is above it`,
          },
          expected: { zh: `\`${role}\`，或给它 \`rank\``, en: `\`${role}\`, or a \`rank\` for it` },
          related: [{ message: { zh: '角色在这里', en: 'the role' }, place: declared.place }],
          ...(place.isExact ? { fix: dropPlus(place.at) } : {}),
        })
      }
      walkSpec(rule.spec, { roles: check })
      rule.speaker.forEach(check)
    }
  },
}

/** The reference itself where it stands plainly, alone or in a list; else what holds it. */
function placeOf(
  { sources }: LintContext,
  rule: Place,
  reference: string,
  way: readonly string[],
): { readonly at: Place; readonly isExact: boolean } {
  const holds = [way, ['roles'], [...way, 'roles'], ['speaker']]
  for (const each of holds) {
    const node = sources.find(rule, ...each)?.node
    const nodes = node?.kind === 'list' ? node.items : node ? [node] : []
    const exact = nodes.find((item) => item.kind === 'scalar' && item.value === reference && !item.alias)
    if (exact) return { at: exact.place, isExact: exact.kind === 'scalar' && exact.raw === reference && !exact.quoted }
  }
  return { at: sources.value(rule, ...way), isExact: false }
}

function dropPlus({ file, range: { end } }: Place): Fix {
  return {
    message: { zh: '去掉 `+`', en: 'drop the `+`' },
    edits: [{ file, from: end.offset - 1, to: end.offset, text: '' }],
  }
}
