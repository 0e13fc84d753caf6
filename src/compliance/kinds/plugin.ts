import { createPluginKind } from '../rule-plugin.ts'
import type { RuleKind } from '../rule-kind.ts'

/** Without any plug-in loaded: not evaluated. */
export const plugin: RuleKind<'plugin'> = createPluginKind(new Map())
