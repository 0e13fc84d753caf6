import type { Proof, RoleRef } from '../../src/model/flow.ts'
import type { AxisName, AxisValue, Catalog, Cel, EventType, ProcessMap, Role } from '../../src/model/map.ts'
import { somewhere } from './place.ts'

/** A catalogue with three ranks of agents, a customer without rank, and what is given. */
export function makeCatalog(parts: Partial<Catalog> = {}): Catalog {
  const none: ReadonlyMap<string, AxisValue> = new Map()
  const axes: Record<AxisName, ReadonlyMap<string, AxisValue>> = {
    business: none,
    channel: none,
    brand: none,
    identity: none,
    region: none,
    environment: none,
  }
  return {
    axes,
    roles: new Map(
      [
        makeRole('customer'),
        makeRole('agent', 1),
        makeRole('supervisor', 2),
        makeRole('manager', 3),
        makeRole('system'),
      ].map((role) => [role.id, role]),
    ),
    events: new Map(),
    attributes: new Map(),
    ends: [],
    ambient: [],
    constants: new Map(),
    blank: ['无', '未知', '-', '/', 'N/A'],
    ...parts,
  }
}

export function makeEventType(name: string, parts: Partial<EventType> = {}): EventType {
  return { name, speech: false, attributes: new Map(), also: [], place: somewhere, ...parts }
}

/** A map of nothing but a catalogue, and what is given. */
export function makeMap(parts: Partial<ProcessMap> = {}): ProcessMap {
  return {
    id: 'test',
    name: { en: 'Test' },
    version: '1',
    lang: 'en',
    languages: ['zh', 'en'],
    effective: { from: '2026-01-01' },
    code: '{channel}-{business}',
    pass: { adherence: 1 },
    versionBy: 'start',
    catalog: makeCatalog(),
    lexicons: new Map(),
    touchpoints: [],
    holes: [],
    flows: new Map(),
    rules: [],
    hash: '',
    files: [],
    place: somewhere,
    ...parts,
  }
}

export function makeCel(source: string): Cel {
  return { source, place: somewhere }
}

/** `agent` or `agent+`. */
export function makeRoleRef(text: string): RoleRef {
  return text.endsWith('+') ? { role: text.slice(0, -1), andAbove: true } : { role: text, andAbove: false }
}

type MatchProof = Extract<Proof, { kind: 'match' }>

/** A proof with what is given; a bare string is the event's name. */
export function makeProof(parts: string | Partial<Omit<MatchProof, 'kind'>>): MatchProof {
  const given = typeof parts === 'string' ? { event: parts } : parts
  return { kind: 'match', ordered: false, place: somewhere, ...given }
}

function makeRole(id: string, rank?: number): Role {
  return { id, name: { en: id }, place: somewhere, ...(rank === undefined ? {} : { rank }) }
}
