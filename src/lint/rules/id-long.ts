import { AXES } from '../../model/map.ts'
import type { Place } from '../../diagnostic/diagnostic.ts'
import { rulesIn, stepsIn } from '../facts/rules-in.ts'
import type { LintRule } from '../lint-rule.ts'

/** Beyond this an id breaks columns, file names and codes; a name may be as long as it has to be. */
const LONGEST = 40

/** An id longer than people can read at a glance. */
export const idLong: LintRule = {
  id: 'id-long',
  group: 'style',
  severity: 'info',
  title: { zh: `超过 ${LONGEST} 个字符的标识`, en: `an id of more than ${LONGEST} characters` },
  check(context, report) {
    const { catalog, flows, lexicons } = context.map
    const named: { readonly id: string; readonly place: Place }[] = [
      ...AXES.flatMap((axis) => [...catalog.axes[axis].values()]),
      ...catalog.roles.values(),
      ...flows.values(),
      ...lexicons.values(),
      ...stepsIn(context).map(({ step }) => step),
      ...rulesIn(context).flatMap(({ rule, step }) =>
        step ? [] : [{ id: rule.id.split('/').at(-1) ?? '', place: rule.place }],
      ),
    ]
    for (const { id, place } of named) {
      if (id.length <= LONGEST) continue
      report({
        place,
        message: { zh: `标识有 ${id.length} 个字符`, en: `the id has ${id.length} characters` },
        expected: {
          zh: `最多 ${LONGEST} 个；长的说法写在 \`name\` 里`,
          en: `at most ${LONGEST}; what is longer is a \`name\``,
        },
      })
    }
  },
}
