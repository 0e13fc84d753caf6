import { compareText } from '../../diagnostic/sort.ts'
import type { RuleOf } from '../../model/rule.ts'
import { say } from '../name-target.ts'
import { ASKED_OF_MANY } from '../many/asked-of-many.ts'
import { compareFractions, fractionOf, toNumber } from '../many/fraction.ts'
import { valueOf } from '../many/group.ts'
import type { ManyBase, ManyResult, ManySurroundings, OverMany } from '../over-many.ts'
import type { Outcome, RuleKind } from '../rule-kind.ts'

/** Begin, end and id of each interaction, by what must be the same. */
interface RepeatSample {
  readonly contacts: Map<string, [begin: number, end: number, id: string][]>
  notApplicable: number
  pending: number
  notEvaluated: number
}

const MOST_EXAMPLES = 5

const overMany: OverMany<'repeat-within', RepeatSample> = {
  prepare({ spec }) {
    return (sample, { matcher: { interaction } }, judgement) => {
      if (judgement.askedOfMany !== true) {
        const { outcome } = judgement
        sample[outcome === 'notApplicable' || outcome === 'pending' ? outcome : 'notEvaluated'] += 1
        return
      }
      const values = spec.same.map((name) => valueOf(interaction, name))
      let begin = Infinity
      let end = -Infinity
      for (const { time } of interaction.events) {
        if (time === undefined) continue
        if (time < begin) begin = time
        if (time > end) end = time
      }
      if (values.includes(undefined) || end < begin) {
        sample.notEvaluated += 1
        return
      }
      const key = JSON.stringify(values)
      const contacts = sample.contacts.get(key)
      if (contacts) contacts.push([begin, end, interaction.id])
      else sample.contacts.set(key, [[begin, end, interaction.id]])
    }
  },

  empty: () => ({ contacts: new Map(), notApplicable: 0, pending: 0, notEvaluated: 0 }),

  merge(into, from) {
    for (const [key, contacts] of from.contacts) {
      const own = into.contacts.get(key)
      if (own) own.push(...contacts)
      else into.contacts.set(key, [...contacts])
    }
    into.notApplicable += from.notApplicable
    into.pending += from.pending
    into.notEvaluated += from.notEvaluated
  },

  conclude: (rule, sample, around) => [concludeRepeats(rule, sample, around)],
}

/**
 * Whether the same customer comes again with the same business within some days (first-contact resolution, repeated
 * complaints): the share of interactions followed by another, from the end of one to the begin of the next. One whose days
 * are not over by the as-of time is pending until another comes.
 */
export const repeatWithin: RuleKind<'repeat-within'> = {
  id: 'repeat-within',
  prepare: () => () => ASKED_OF_MANY,
  overMany,
}

function concludeRepeats(
  rule: RuleOf<'repeat-within'>,
  { contacts, notApplicable, pending, notEvaluated }: RepeatSample,
  { asOf }: ManySurroundings,
): ManyResult {
  const { limit, atMost } = rule.spec
  const repeated: string[] = []
  let counted = 0
  let waiting = 0
  for (const list of contacts.values()) {
    const ordered = [...list].sort((a, b) => a[0] - b[0] || a[1] - b[1] || compareText(a[2], b[2]))
    ordered.forEach(([, end, id], at) => {
      const next = ordered[at + 1]
      if (next && next[0] - end <= limit) {
        counted++
        repeated.push(id)
      } else if (asOf !== undefined && end + limit < asOf) counted++
      else waiting++
    })
  }
  const base: ManyBase = { counted, notApplicable, pending: pending + waiting, notEvaluated }
  const share = counted === 0 ? undefined : { count: BigInt(repeated.length), of: BigInt(counted) }
  const outcome: Outcome =
    share === undefined
      ? base.pending > 0
        ? 'pending'
        : notEvaluated > 0
          ? 'notEvaluated'
          : 'notApplicable'
      : compareFractions(share, fractionOf(atMost)) <= 0
        ? 'pass'
        : 'fail'
  return {
    rule,
    figure: 'repeated',
    outcome,
    reason: say((lang) => {
      const zh = lang === 'zh'
      if (share === undefined) {
        if (base.pending > 0) return zh ? '期限都还没有过' : 'the days of none are over yet'
        return zh ? '没有可计入的联系' : 'there is nothing to count'
      }
      const [is, most] = [toNumber(share), atMost].map((value) => `${Math.round(value * 1e4) / 100}%`)
      return zh
        ? `${counted} 次中有 ${repeated.length} 次再来，占 ${is}，至多 ${most}`
        : `${repeated.length} of ${counted} came again, ${is}, at most ${most}`
    }),
    value: share === undefined ? null : toNumber(share),
    limit: atMost,
    bound: 'atMost',
    unit: 'share',
    base,
    examples: repeated.sort(compareText).slice(0, MOST_EXAMPLES),
  }
}
