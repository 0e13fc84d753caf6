import type { Place } from '../../src/diagnostic/diagnostic.ts'

const start = { line: 1, column: 1, offset: 0 }

/** A place for objects built in tests, where places do not matter. */
export const somewhere: Place = { file: 'test.yaml', range: { start, end: start }, pointer: '' }
