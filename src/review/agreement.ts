import type { Outcome } from '../compliance/rule-kind.ts'
import { compareText } from '../diagnostic/sort.ts'
import { cohenKappa, type Kappa } from '../score/kappa.ts'
import { wilsonInterval } from '../score/wilson.ts'
import { settleReviews } from './settle-reviews.ts'
import type { SheetRow } from './sheet.ts'

/** A share with its 95 % interval (Wilson); `value` is null without a denominator. */
export interface Share {
  readonly part: number
  readonly whole: number
  readonly value: number | null
  readonly interval: readonly [number, number] | null
}

/** How far the machine's outcomes of one rule (or of all) are those that people settled on. */
export interface RuleAgreement {
  readonly rule: string
  /** Items with an outcome of both; disputed ones are left out and counted. */
  readonly items: number
  readonly disputed: number
  readonly agreement: Share
  readonly kappa: Kappa | null
  /** Of what the machine failed, the share that people fail too. */
  readonly precision: Share
  /** Of what people fail, the share that the machine failed. */
  readonly recall: Share
}

/** How far one reviewer agrees with the others on the same items, and with the machine. */
export interface ReviewerAgreement {
  readonly reviewer: string
  readonly items: number
  /** Pairs of a verdict of this reviewer and one of another on the same item. */
  readonly pairs: number
  readonly agreement: Share
  readonly kappa: Kappa | null
  readonly withMachine: Share
}

export interface Agreement {
  readonly all: RuleAgreement
  readonly rules: readonly RuleAgreement[]
  readonly reviewers: readonly ReviewerAgreement[]
}

type Decided = Extract<Outcome, 'pass' | 'fail' | 'notApplicable'>
type Pair = readonly [Decided, Decided]
const CATEGORIES: readonly Decided[] = ['pass', 'fail', 'notApplicable']

/** Measures filled sheets; rules and reviewers by name. */
export function measureAgreement(rows: readonly SheetRow[]): Agreement {
  const settled = settleReviews(rows)
  const rules = [...new Set(settled.map(({ rule }) => rule))].sort(compareText)
  const of = (rule: string | undefined): RuleAgreement => {
    const own = settled.filter((review) => rule === undefined || review.rule === rule)
    const pairs = own.flatMap(({ machine, final, status }): Pair[] =>
      status !== 'disputed' && isDecided(machine) && isDecided(final) ? [[machine, final]] : [],
    )
    const count = (test: (pair: Pair) => boolean): number => pairs.filter(test).length
    const both = count(([machine, final]) => machine === 'fail' && final === 'fail')
    return {
      rule: rule ?? '',
      items: pairs.length,
      disputed: own.filter(({ status }) => status === 'disputed').length,
      ...agreementOf(pairs),
      precision: shareOf(
        both,
        count(([machine]) => machine === 'fail'),
      ),
      recall: shareOf(
        both,
        count(([, final]) => final === 'fail'),
      ),
    }
  }
  const said = verdictsByItem(rows)
  const reviewers = [...new Set(said.flatMap((item) => [...item.verdicts.keys()]))].sort(compareText)
  return {
    all: of(undefined),
    rules: rules.map(of),
    reviewers: reviewers.map((reviewer) => ofReviewer(reviewer, said)),
  }
}

interface Item {
  readonly machine: Outcome
  readonly verdicts: Map<string, Decided>
}

/** The last verdict of each named reviewer on each item. */
function verdictsByItem(rows: readonly SheetRow[]): Item[] {
  const items = new Map<string, Item>()
  for (const { interaction, rule, outcome, reviewer, verdict } of rows) {
    if (reviewer === '' || verdict === undefined || verdict === 'disputed') continue
    const key = JSON.stringify([interaction, rule])
    const item = items.get(key) ?? { machine: outcome, verdicts: new Map<string, Decided>() }
    item.verdicts.set(reviewer, verdict)
    items.set(key, item)
  }
  return [...items.values()]
}

function ofReviewer(reviewer: string, items: readonly Item[]): ReviewerAgreement {
  const own = items.flatMap(({ machine, verdicts }) => {
    const verdict = verdicts.get(reviewer)
    return verdict === undefined ? [] : [{ machine, verdict, verdicts }]
  })
  const pairs = own.flatMap(({ verdict, verdicts }) =>
    [...verdicts].flatMap(([other, theirs]): Pair[] => (other === reviewer ? [] : [[verdict, theirs]])),
  )
  const judged = own.filter(({ machine }) => isDecided(machine))
  return {
    reviewer,
    items: own.length,
    pairs: pairs.length,
    ...agreementOf(pairs),
    withMachine: shareOf(judged.filter(({ machine, verdict }) => machine === verdict).length, judged.length),
  }
}

function agreementOf(pairs: readonly Pair[]): Pick<RuleAgreement, 'agreement' | 'kappa'> {
  const table = CATEGORIES.map((a) => CATEGORIES.map((b) => pairs.filter(([x, y]) => x === a && y === b).length))
  return { agreement: shareOf(pairs.filter(([a, b]) => a === b).length, pairs.length), kappa: cohenKappa(table) }
}

function shareOf(part: number, whole: number): Share {
  return { part, whole, value: whole === 0 ? null : part / whole, interval: wilsonInterval(part, whole) }
}

function isDecided(outcome: Outcome): outcome is Decided {
  return (CATEGORIES as readonly Outcome[]).includes(outcome)
}
