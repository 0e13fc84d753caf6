import type { Place } from '../../src/diagnostic/diagnostic.ts'
import type { Interaction, LogEvent } from '../../src/log/event.ts'
import { AXES, type AxisName, type AxisValue, type Catalog, type ProcessMap } from '../../src/model/map.ts'
import type { Rule } from '../../src/model/rule.ts'

export const place: Place = {
  file: 'touchmap.yaml',
  range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
  pointer: '',
}

/** A map without errors: `axes` names values, `parent>child` makes the child part of the parent. */
export function mapOf(
  axes: Partial<Record<AxisName, readonly string[]>>,
  rest: Partial<Omit<ProcessMap, 'catalog'>> & { catalog?: Partial<Omit<Catalog, 'axes'>> } = {},
): ProcessMap {
  const values = {} as Record<AxisName, Map<string, AxisValue>>
  for (const axis of AXES) {
    values[axis] = new Map(
      (axes[axis] ?? []).map((written) => {
        const [id = '', parent] = written.split('>').reverse()
        return [id, { id, name: { en: id }, code: id, place, ...(parent === undefined ? {} : { partOf: parent }) }]
      }),
    )
  }
  return {
    id: 'test',
    name: { en: 'test' },
    version: '1',
    lang: 'en',
    languages: ['en'],
    effective: { from: '2026-01-01' },
    code: '{channel}{brand}-{business}',
    pass: { adherence: 1 },
    versionBy: 'start',
    lexicons: new Map(),
    touchpoints: [],
    holes: [],
    flows: new Map(),
    rules: [],
    hash: '0',
    files: [],
    place,
    ...rest,
    catalog: {
      roles: new Map(),
      events: new Map(),
      attributes: new Map(),
      ends: [],
      ambient: [],
      constants: new Map(),
      blank: ['-'],
      ...rest.catalog,
      axes: values,
    },
  }
}

/** An interaction; an event is `name` or `name@time`, time in milliseconds. */
export function interactionOf(id: string, events: readonly string[], rest: Partial<Interaction> = {}): Interaction {
  return {
    id,
    axes: {},
    ambiguous: [],
    unit: {},
    attributes: {},
    events: events.map((written, i) => eventOf(written, i)),
    ...rest,
  }
}

export function eventOf(written: string, i: number, rest: Partial<LogEvent> = {}): LogEvent {
  const [event = '', time] = written.split('@')
  return {
    index: i + 1,
    event,
    ...(time === undefined ? {} : { time: Number(time) }),
    speech: false,
    attributes: {},
    place: { file: 'log.csv', line: i + 2 },
    ...rest,
  }
}

export function ruleOf(id: string, rest: Partial<Rule> = {}): Rule {
  return {
    id,
    spec: { kind: 'check', check: { source: 'true', place } },
    critical: false,
    severity: 'error',
    speaker: [],
    scope: 'interaction',
    source: [],
    place,
    ...rest,
  }
}
