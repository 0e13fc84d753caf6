import { type PlacedFlow, placeFlows } from '../../flow/contact-degree.ts'
import type { LintRule } from '../lint-rule.ts'

/**
 * A flow far from the diagonal of the contact-degree matrix (S24.g): more involved than its contact asks for, or plainer.
 * Such a flow deserves a look and may well be right, so the rule runs only where a map sets it.
 */
export const flowOffDiagonal: LintRule = {
  id: 'flow-off-diagonal',
  group: 'flow',
  severity: 'info',
  quiet: true,
  title: { zh: '流程远离接触度矩阵的对角线', en: 'a flow far from the diagonal of the contact-degree matrix' },
  check({ map, matrix, sources }, report) {
    for (const placed of placeFlows(map, matrix).flows) {
      const { flow, far, degree, distance, measures } = placed
      if (!far || degree === undefined || distance === undefined) continue
      const [process, contact] = [twoPlaces(measures.process), twoPlaces(degree)]
      const where = placed.channels.map((id) => `\`${id}\``)
      report({
        place: sources.find(flow.place, '..', 'contact') ? sources.key(flow.place, '..', 'contact') : flow.place,
        message:
          distance > 0
            ? {
                zh: `流程 \`${flow.id}\` 在渠道 ${where.join('、')} 比其接触度所需的更繁：流程 ${process}，接触度 ${contact}`,
                en: `the flow \`${flow.id}\` in ${where.join(', ')} is more involved than its contact asks for (process ${process}, contact ${contact})`,
              }
            : {
                zh: `流程 \`${flow.id}\` 在渠道 ${where.join('、')} 比其接触度所需的更简：流程 ${process}，接触度 ${contact}`,
                en: `the flow \`${flow.id}\` in ${where.join(', ')} is plainer than its contact asks for (process ${process}, contact ${contact})`,
              },
        expected: expectedOf(placed),
      })
    }
  },
}

const FIGURES = {
  steps: { zh: '环节', en: 'steps' },
  forks: { zh: '分岔', en: 'forks' },
  ways: { zh: '走法', en: 'ways' },
  passes: { zh: '交接与来回', en: 'passes' },
} as const

/** The first change that alone would be enough, else the degree of contact that would. */
function expectedOf({ nearer, degree = 0 }: PlacedFlow): { readonly zh: string; readonly en: string } {
  const change = nearer?.alone.find(({ bits }) => bits === undefined || bits < 30)
  const contact = twoPlaces(nearer?.degree ?? degree)
  if (change === undefined) return { zh: `接触度 ${contact}`, en: `a contact of ${contact}` }
  const [from, to] = [round(change.from), round(change.to)]
  const { zh, en } = FIGURES[change.of]
  return { zh: `${zh} ${from} → ${to}，或接触度 ${contact}`, en: `${en} ${from} → ${to}, or a contact of ${contact}` }
}

const twoPlaces = (value: number): string => value.toFixed(2)
const round = (value: number): string => String(Math.round(value * 100) / 100)
