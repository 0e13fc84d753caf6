import type { TreeEntry, TreeNode } from '../../load/tree.ts'
import type { LintRule } from '../lint-rule.ts'

/** Keys under which a text for people stands. */
const TEXTS: ReadonlySet<string> = new Set(['name', 'does', 'title', 'goal', 'because'])

/** A text that is not there in every language the map lists under `languages`. Maps of one language are not asked. */
export const languageMissing: LintRule = {
  id: 'language-missing',
  group: 'style',
  severity: 'info',
  title: { zh: '缺少地图所列语言之一的文本', en: 'a text that lacks one of the map’s languages' },
  check({ map, sources }, report) {
    const { languages, lang } = map
    if (languages.length < 2) return
    const check = (key: string, { key: at, node }: TreeEntry): void => {
      const has = node.kind === 'map' ? new Set(node.entries.keys()) : new Set<string>([lang])
      const missing = languages.filter((each) => !has.has(each))
      if (missing.length === 0 || node.kind === 'list') return
      const names = {
        zh: missing.map((each) => NAMES[each].zh).join('、'),
        en: missing.map((each) => NAMES[each].en).join(', '),
      }
      report({
        place: at,
        message: { zh: `\`${key}\` 缺少${names.zh}`, en: `\`${key}\` is not there in ${names.en}` },
        expected: { zh: '`{zh: …, en: …}`', en: '`{zh: …, en: …}`' },
      })
    }
    const visit = (node: TreeNode): void => {
      if (node.kind === 'list') node.items.forEach(visit)
      if (node.kind !== 'map') return
      for (const [key, entry] of node.entries) {
        if (key.startsWith('x-')) continue
        if (TEXTS.has(key) && isText(entry.node)) check(key, entry)
        else visit(entry.node)
      }
    }
    for (const { kind, root } of sources.files) if (kind !== 'mapping' && kind !== 'cases') visit(root)
  },
}

const NAMES = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const

/** A step may be called `name`: only what is a text, or a map of languages, is one. */
function isText(node: TreeNode): boolean {
  if (node.kind === 'map') return [...node.entries.keys()].some((key) => key === 'zh' || key === 'en')
  return node.kind === 'scalar' && typeof node.value === 'string'
}
