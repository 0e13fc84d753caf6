import type { Cel, Duration, Id } from '../../model/map.ts'
import type { Target } from '../../model/rule.ts'
import type { LatenessBand, LimitCase, WithinSpec } from '../../model/rules/within.ts'
import { unknownReference } from '../names.ts'
import { asList, asMap, badValue, child, given, type Reading, refer, report, SORTS, stringOf } from '../reading.ts'
import { readDuration } from '../read-duration.ts'
import { readCel, readEvents } from '../read-proof.ts'
import { isOpen, readTarget, type RuleScope } from '../read-target.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

export const within: ReadSpec<'within'> = (reading, scope, body) =>
  asMap(body) &&
  readWithin(reading, scope, body, {
    after: readTarget(reading, scope, child(body, 'after')),
    to: readTarget(reading, scope, child(body, 'to')),
  })

/** `within` with everything but its ends, for which a step has defaults. */
export function readWithin(
  reading: Reading,
  scope: RuleScope,
  node: TreeNode,
  ends: { readonly after: Target | undefined; readonly to: Target | undefined },
): WithinSpec | undefined {
  const limitNode = child(node, 'limit')
  const limit = readLimit(reading, scope, limitNode)
  const limitCases = asList(child(node, 'limits'))
  const limits = limitCases.flatMap((each): LimitCase[] => {
    const when: Cel | undefined = readCel(reading, child(each, 'when'), 'interaction')
    const own = readLimit(reading, scope, child(each, 'limit'))
    return when && own ? [{ when, limit: own }] : []
  })
  const calendar = readCalendarOf(reading, node, [limitNode, ...limitCases.map((each) => child(each, 'limit'))])
  const unless = readEvents(reading, child(node, 'unless'))
  const pair = stringOf(child(node, 'pair'))
  const mean = readMs(reading, child(node, 'mean'))
  const percentiles = [...(asMap(child(node, 'percentiles'))?.entries ?? [])].flatMap(([name, entry]) => {
    const ms = readMs(reading, entry.node)
    return ms === undefined ? [] : [{ percent: Number(name), limit: ms }]
  })
  const tolerance = readTolerance(reading, child(node, 'tolerance'))
  if (!ends.after || !ends.to || (limitNode && !limit) || limits.length < limitCases.length) return undefined
  return {
    kind: 'within',
    ...given('limit', limit),
    ...(limits.length > 0 ? { limits } : {}),
    ...given('calendar', calendar),
    after: ends.after,
    to: ends.to,
    pair: pair === 'first' || pair === 'last' ? pair : 'each',
    unless,
    ...(tolerance.length > 0 ? { tolerance } : {}),
    ...given('mean', mean),
    ...(percentiles.length > 0 ? { percentiles } : {}),
  }
}

/** A limit; where it stands in the log, what it names must be a step or an event. */
export function readLimit(reading: Reading, scope: RuleScope, node: TreeNode | undefined): Duration | undefined {
  const limit = readDuration(reading, node, 'limit')
  const from = child(node, 'from')
  if (limit?.kind === 'from' && from && !scope.steps.has(limit.ref) && !reading.events.has(limit.ref)) {
    if (!reading.events.open && !isOpen(scope, limit.ref)) {
      const known = [...scope.steps, ...reading.events.places.keys()]
      report(reading, unknownReference(limit.ref, from.place, SORTS.target, known, from.alias))
    }
  }
  return limit
}

/** The calendar of a limit: the one named; for workdays else the only one of the map. Days of 24 hours have none. */
export function readCalendarOf(
  reading: Reading,
  node: TreeNode,
  limits: readonly (TreeNode | undefined)[],
): Id | undefined {
  const named = child(node, 'calendar')
  const id = stringOf(named)
  if (named && id !== undefined) {
    refer(reading, reading.calendars, id, named, SORTS.calendar)
    for (const limit of limits) {
      if (!limit || !/^\d+(\.\d+)? (days?|weeks?|rings?)$/.test(stringOf(limit) ?? '')) continue
      report(
        reading,
        badValue(
          limit.place,
          {
            zh: `有 \`calendar\` 时，\`${stringOf(limit)}\` 是多少工作时间不明确`,
            en: `with a \`calendar\` it is not clear how much working time \`${stringOf(limit)}\` is`,
          },
          { zh: '`workdays`，或工作时间内的 `h`、`min`', en: '`workdays`, or `h` and `min` inside working hours' },
        ),
      )
    }
    return id
  }
  const workdays = limits.find((limit) => / workdays?$/.test(stringOf(limit) ?? ''))
  if (!workdays) return undefined
  const [only, ...others] = reading.calendars.places.keys()
  if (only !== undefined && others.length === 0) return only
  if (reading.calendars.open) return undefined
  report(reading, {
    rule: 'schema/missing-key',
    severity: 'error',
    message:
      only === undefined
        ? {
            zh: '目录里没有 `calendars`，无法数工作日',
            en: 'there are no `calendars` in the catalogue to count workdays by',
          }
        : { zh: '日历不止一个，缺少 `calendar`', en: 'there is more than one calendar; `calendar` is missing' },
    place: workdays.place,
    expected: { zh: '`calendar`', en: '`calendar`' },
  })
  return undefined
}

function readMs(reading: Reading, node: TreeNode | undefined): number | undefined {
  const duration = readDuration(reading, node, 'plain')
  return duration?.kind === 'ms' ? duration.ms : undefined
}

function readTolerance(reading: Reading, node: TreeNode | undefined): LatenessBand[] {
  const bands = asList(node).flatMap((each): LatenessBand[] => {
    const over = readMs(reading, child(each, 'over'))
    const degree = stringOf(child(each, 'degree')) === 'slight' ? 'slight' : 'serious'
    return over === undefined ? [] : [{ over, degree }]
  })
  return bands.sort((a, b) => a.over - b.over)
}
