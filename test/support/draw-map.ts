import type { Place } from '../../src/diagnostic/diagnostic.ts'
import type { AxisName, AxisValue, HoleRow, ProcessMap, Role, TouchpointRow } from '../../src/model/map.ts'
import type { Flow } from '../../src/model/flow.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { Text } from '../../src/model/text.ts'

let line = 0

/** A place of its own in a file: every call gives the next line. */
export function placeIn(file: string): Place {
  line += 1
  const position = { line, column: 1, offset: line * 10 }
  return { file, range: { start: position, end: { ...position, column: 5, offset: line * 10 + 4 } }, pointer: '' }
}

type AxisInput = Record<
  string,
  { zh?: string; en?: string; code?: string; class?: AxisValue['class']; partOf?: string }
>

function axis(input: AxisInput = {}): ReadonlyMap<string, AxisValue> {
  return new Map(
    Object.entries(input).map(([id, value]) => [
      id,
      {
        id,
        name: text(value.zh, value.en, id),
        code: value.code ?? id,
        ...(value.class ? { class: value.class } : {}),
        ...(value.partOf ? { partOf: value.partOf } : {}),
        place: placeIn('catalog.yaml'),
      },
    ]),
  )
}

function text(zh: string | undefined, en: string | undefined, fallback: string): Text {
  if (zh === undefined && en === undefined) return { zh: fallback }
  return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) }
}

/** A map made of typed objects, for tests of pictures and of the matrix. */
export function drawMap(input: {
  axes?: Partial<Record<AxisName, AxisInput>>
  code?: string
  roles?: Record<string, [zh: string, en: string, rank?: number]>
  touchpoints?: (Omit<Partial<TouchpointRow>, 'place'> & { flow: string })[]
  holes?: (Omit<Partial<HoleRow>, 'place'> & { because: Text })[]
  flows?: readonly Flow[]
  rules?: readonly Rule[]
}): ProcessMap {
  const roles = new Map<string, Role>()
  for (const [id, [zh, en, rank]] of Object.entries(input.roles ?? {}))
    roles.set(id, { id, name: { zh, en }, ...(rank === undefined ? {} : { rank }), place: placeIn('catalog.yaml') })
  return {
    id: 'test',
    name: { zh: '测试地图', en: 'Test map' },
    version: '2026.1',
    lang: 'zh',
    languages: ['zh', 'en'],
    effective: { from: '2026-01-01' },
    code: input.code ?? '{channel}{brand}-{business}',
    pass: { adherence: 1 },
    versionBy: 'start',
    catalog: {
      axes: {
        business: axis(input.axes?.business),
        channel: axis(input.axes?.channel),
        brand: axis(input.axes?.brand),
        identity: axis(input.axes?.identity),
        region: axis(input.axes?.region),
        environment: axis(input.axes?.environment),
      },
      roles,
      events: new Map(),
      attributes: new Map(),
      ends: [],
      ambient: [],
      constants: new Map(),
      blank: [],
    },
    lexicons: new Map(),
    touchpoints: (input.touchpoints ?? []).map((row) => ({
      select: {},
      overrides: false,
      ...row,
      place: placeIn('touchpoints.yaml'),
    })),
    holes: (input.holes ?? []).map((row) => ({ select: {}, ...row, place: placeIn('touchpoints.yaml') })),
    flows: new Map((input.flows ?? []).map((flow) => [flow.id, flow])),
    rules: input.rules ?? [],
    hash: '',
    files: [],
    place: placeIn('touchmap.yaml'),
  }
}
