import type { VersionNote } from '../model/version-note.ts'
import type { Names } from './names.ts'
import { asList, child, given, type Reading, refer, SORTS, stringsOf, textOf } from './reading.ts'
import type { TreeNode } from './tree.ts'

/** `changes:` of the map file. The flows and touchpoints they are about are those of this version; what is gone has no name left. */
export function readChanges(reading: Reading, node: TreeNode | undefined, codes: Names): VersionNote[] {
  return asList(node).flatMap((each): VersionNote[] => {
    const what = textOf(child(each, 'what'), reading.lang)
    const flows = stringsOf(child(each, 'flows')).filter(({ value, node: at }) =>
      refer(reading, reading.flows, value, at, SORTS.flow),
    )
    const touchpoints = stringsOf(child(each, 'touchpoints')).filter(({ value, node: at }) =>
      refer(reading, codes, value, at, SORTS.code),
    )
    if (!what) return []
    return [
      {
        what,
        ...given('why', textOf(child(each, 'why'), reading.lang)),
        flows: flows.map(({ value }) => value),
        touchpoints: touchpoints.map(({ value }) => value),
        place: each.place,
      },
    ]
  })
}
