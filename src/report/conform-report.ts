import type { Conformance } from '../conformance/conform-log.ts'
import type { VariantLog } from '../log/variants.ts'
import type { Text } from '../model/text.ts'

/** Everything that `conform` reports. */
export interface ConformReport {
  /** As the user named them. */
  readonly model: string
  readonly log: string
  readonly read: Pick<VariantLog, 'read' | 'events' | 'leftOut' | 'rejected' | 'rejects' | 'notes'>
  readonly conformance: Conformance
  /** Names of the model's activities. */
  readonly names: readonly string[]
  /** What people call activities, by their names; of flows of a map. */
  readonly titles?: ReadonlyMap<string, Text>
  readonly showMoves: boolean
  readonly top: number
}
