import type { Place } from '../diagnostic/diagnostic.ts'

/**
 * The five dimensions of contact degree 接触度 (S24.f): is the customer where the process happens; is a person or a thing
 * processed; does he take part actively; how much attention does he get as a person; by what method.
 */
export type ContactDimension = 'presence' | 'object' | 'participation' | 'attention' | 'method'
export const CONTACT_DIMENSIONS: readonly ContactDimension[] = [
  'presence',
  'object',
  'participation',
  'attention',
  'method',
]

/** What a channel or a flow states of its contact: from 0, low, to 1, high; only what is written. */
export interface Contact {
  readonly degrees: Readonly<Partial<Record<ContactDimension, number>>>
  readonly place: Place
}

const SCALE: readonly (readonly [string, number])[] = [
  ['high', 1],
  ['medium', 0.5],
  ['low', 0],
]

/** The names that a map may write in place of a number. The extremes are S24.f's, the figures ours. */
export const CONTACT_NAMES: Readonly<Record<ContactDimension, ReadonlyMap<string, number>>> = {
  presence: new Map([['present', 1], ['on-line', 0.5], ['absent', 0], ...SCALE]),
  object: new Map([['person', 1], ['thing', 0], ...SCALE]),
  participation: new Map([['active', 1], ['passive', 0], ...SCALE]),
  attention: new Map([['personal', 1], ['standard', 0], ...SCALE]),
  method: new Map([
    ['face-to-face', 1],
    ['telephone', 0.9],
    ['chat', 0.5],
    ['ivr', 0.2],
    ['online', 0.1],
    ['sms', 0],
    ...SCALE,
  ]),
}
