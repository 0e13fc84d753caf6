/** touchmap as a library. Named exports only; what is not here is internal. */
export type { Diagnostic, Lang, Message, Place, Position, Range, Related, Severity } from './diagnostic/diagnostic.ts'
export type { ProcessMap, MapHistory } from './model/map.ts'
export { buildMatrix } from './model/matrix.ts'
