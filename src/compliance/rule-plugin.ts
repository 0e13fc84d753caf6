import type { PluginContact, PluginFinding, RulePlugin } from '../model/rule-plugin.ts'
import type { Judgement, RuleContext, RuleKind } from './rule-kind.ts'

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
