/** One event as a plug-in sees it. Times are milliseconds since 1970. */
export interface PluginEvent {
  /** 1-based. */
  readonly index: number
  readonly event: string
  readonly time?: number
  readonly role?: string
  readonly actor?: string
  readonly text?: string
  readonly attributes: Readonly<Record<string, unknown>>
}

/** One contact as a plug-in sees it: a copy, plain data. */
export interface PluginContact {
  readonly id: string
  readonly contact?: string
  readonly axes: Readonly<Record<string, string>>
  readonly unit: Readonly<Record<string, string>>
  readonly attributes: Readonly<Record<string, unknown>>
  readonly events: readonly PluginEvent[]
  readonly ended: boolean
  /** Undefined when the log has no times. */
  readonly asOf: number | undefined
}

/** What a plug-in finds. */
export interface PluginFinding {
  readonly outcome: 'pass' | 'fail' | 'notApplicable' | 'pending' | 'notEvaluated'
  readonly reason: { readonly zh: string; readonly en: string }
  /** 0-based positions of the events that show it. */
  readonly events?: readonly number[]
}

/**
 * A kind of rule of the user's own (`docs/kinds/plugin.md`). `prepare` runs once for a rule in a flow; what it gives runs
 * for each contact, at once, and must depend on nothing but the contact and the options.
 */
export interface RulePlugin {
  readonly id: string
  prepare(
    options: unknown,
    rule: { readonly id: string; readonly flow: string },
  ): (contact: PluginContact) => PluginFinding
}
