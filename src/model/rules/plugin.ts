import type { KindWords } from '../rule-words.ts'

/** A kind of rule from a module of the user's own, which is loaded only when it is trusted. */
export interface PluginSpec {
  readonly kind: 'plugin'
  readonly name: string
  /** What the map gives it, as JSON. */
  readonly options: string
}

export const pluginWords: KindWords<PluginSpec> = {
  label: { zh: '插件', en: 'Plug-in' },
  failed: { zh: '不合要求', en: 'breaks it' },
  about: () => undefined,
  asks: ({ name }) => ({ zh: `由插件 ${name} 判断`, en: `judged by the plug-in ${name}` }),
}
