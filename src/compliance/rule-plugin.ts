import type { Interaction } from '../log/event.ts'
import type { Judgement, Outcome, RuleContext, RuleKind } from './rule-kind.ts'

/** One event as a plug-in sees it. */
export type PluginEvent = Pick<
  Interaction['events'][number],
  'index' | 'event' | 'time' | 'role' | 'actor' | 'text' | 'attributes'
>

/** One contact as a plug-in sees it: frozen plain data. */
export interface PluginContact extends Pick<Interaction, 'id' | 'contact' | 'axes' | 'unit' | 'attributes'> {
  readonly events: readonly PluginEvent[]
  readonly ended: boolean
  /** Milliseconds since the epoch; undefined when the log has no times. */
  readonly asOf: number | undefined
}

/** What a plug-in finds. */
export interface PluginFinding {
  readonly outcome: Outcome
  readonly reason: { readonly zh: string; readonly en: string }
  /** 0-based positions of the events that show it. */
  readonly events?: readonly number[]
}

/**
 * A kind of rule of the user's own. `prepare` runs once for a rule in a flow; what it gives runs for each contact, at once
 * (no promises), and must depend on nothing but the contact and the options.
 */
export interface RulePlugin {
  readonly id: string
  prepare(
    options: unknown,
    rule: { readonly id: string; readonly flow: string },
  ): (contact: PluginContact) => PluginFinding
}

const OUTCOMES: ReadonlySet<unknown> = new Set(['pass', 'fail', 'notApplicable', 'pending', 'notEvaluated'])

/** The kind `plugin` with the plug-ins that were loaded. One that fails, or breaks its contract: not evaluated. */
export function createPluginKind(plugins: ReadonlyMap<string, RulePlugin>): RuleKind<'plugin'> {
  return {
    id: 'plugin',
    prepare({ id, spec }, flow) {
      const { name } = spec
      const found = plugins.get(name)
      if (found === undefined) {
        return () =>
          notEvaluated(
            `插件 \`${name}\` 没有加载；受信任时用 \`--plugin\``,
            `the plug-in \`${name}\` is not loaded; if it is trusted, use \`--plugin\``,
          )
      }
      let judge: ((contact: PluginContact) => PluginFinding) | undefined
      try {
        judge = found.prepare(JSON.parse(spec.options), { id, flow: flow.id })
      } catch {
        judge = undefined
      }
      // Not the error's message: it may quote what was said.
      const failed = notEvaluated(`插件 \`${name}\` 出错`, `the plug-in \`${name}\` failed`)
      if (typeof judge !== 'function') return () => failed
      const run = judge
      return (context) => {
        try {
          return (
            readFinding(run(contactOf(context)), context) ??
            notEvaluated(`插件 \`${name}\` 的结果不合约定`, `what the plug-in \`${name}\` gave is not a finding`)
          )
        } catch {
          return failed
        }
      }
    },
  }
}

function notEvaluated(zh: string, en: string): Judgement {
  return { outcome: 'notEvaluated', reason: () => ({ zh, en }), evidence: [] }
}

function contactOf(context: RuleContext): PluginContact {
  const { id, contact, axes, unit, attributes, events } = context.matcher.interaction
  // A copy: a plug-in may not change what other rules see.
  const copy = structuredClone({
    id,
    ...(contact === undefined ? {} : { contact }),
    axes,
    unit,
    attributes,
    events: events.map(({ index, event, time, role, actor, text, attributes: own }) => ({
      index,
      event,
      ...(time === undefined ? {} : { time }),
      ...(role === undefined ? {} : { role }),
      ...(actor === undefined ? {} : { actor }),
      ...(text === undefined ? {} : { text }),
      attributes: own,
    })),
  })
  return { ...copy, ended: context.ended, asOf: context.asOf }
}

/** A finding that keeps the contract; read into plain data at once, so that no getter of it runs later. */
function readFinding(given: unknown, context: RuleContext): Judgement | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const { outcome, reason, events = [] } = given as Partial<PluginFinding>
  if (!OUTCOMES.has(outcome) || outcome === undefined || typeof reason !== 'object') return undefined
  const { zh, en } = reason
  if (typeof zh !== 'string' || typeof en !== 'string' || !Array.isArray(events)) return undefined
  const { length } = context.matcher.interaction.events
  const shown = [...new Set(events as readonly unknown[])]
  if (!shown.every((at): at is number => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < length)) {
    return undefined
  }
  return { outcome, reason: () => ({ zh, en }), evidence: shown.sort((a, b) => a - b).map((event) => ({ event })) }
}
