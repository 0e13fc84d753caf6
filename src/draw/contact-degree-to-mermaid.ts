import type { ContactMatrix } from '../flow/contact-degree.ts'
import type { ProcessMap } from '../model/map.ts'
import { textIn } from '../model/text.ts'
import { channelNames } from './contact-words.ts'
import { escapeMermaid, quoteMermaid } from './mermaid-text.ts'
import type { Words } from './words.ts'

/** The contact-degree matrix as a Mermaid quadrant chart: high contact to the left, involved flows above. */
export function contactDegreeToMermaid(
  map: Pick<ProcessMap, 'id' | 'name' | 'catalog'>,
  { lang }: Pick<Words, 'lang'>,
  { flows }: ContactMatrix,
): string {
  const zh = lang === 'zh'
  const lines = [
    'quadrantChart',
    `  title ${escapeMermaid(`${textIn(map.name, lang, map.id)} · ${zh ? '接触度矩阵' : 'contact-degree matrix'}`)}`,
    `  x-axis ${quoteMermaid(zh ? '高接触' : 'high contact')} --> ${quoteMermaid(zh ? '低接触' : 'low contact')}`,
    `  y-axis ${quoteMermaid(zh ? '流程简' : 'plain')} --> ${quoteMermaid(zh ? '流程繁' : 'involved')}`,
    `  quadrant-1 ${quoteMermaid(zh ? '比接触所需的繁' : 'more involved than asked for')}`,
    `  quadrant-2 ${quoteMermaid(zh ? '前台' : 'front office')}`,
    `  quadrant-3 ${quoteMermaid(zh ? '比接触所需的简' : 'plainer than asked for')}`,
    `  quadrant-4 ${quoteMermaid(zh ? '后台' : 'back office')}`,
  ]
  flows.forEach((placed, i) => {
    if (placed.degree === undefined) return
    const several = flows.some((other, j) => j !== i && other.flow === placed.flow)
    const name = textIn(placed.flow.name, lang, placed.flow.id)
    const told = several ? `${name} (${channelNames(map, placed, lang)})` : name
    // The grammar of a point knows 0, 0.… and 1, not 1.000.
    const at = [1 - placed.degree, placed.measures.process].map((share) => share.toFixed(3).replace('1.000', '1'))
    lines.push(`  ${quoteMermaid(`${i + 1} ${told}`)}: [${at.join(', ')}]`)
  })
  return `${lines.join('\n')}\n`
}
