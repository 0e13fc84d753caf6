import type { Bounds } from '../../model/rules/turn-taking.ts'
import { child, given, numberOf, type Reading, stringOf } from '../reading.ts'
import { readDuration } from '../read-duration.ts'
import type { ReadSpec } from '../rule-kinds.ts'
import type { TreeNode } from '../tree.ts'

export const turnTaking: ReadSpec<'turn-taking'> = (reading, _scope, body) => {
  const interruptions = child(body, 'interruptions')
  const silence = child(body, 'silence')
  const talkShare = child(body, 'talk-share')
  const speed = child(body, 'speed')
  const repeats = child(body, 'repeats')
  return {
    kind: 'turn-taking',
    ...given(
      'interruptions',
      interruptions && {
        atMost: numberOf(child(interruptions, 'at-most')) ?? 0,
        overlap: readMs(reading, child(interruptions, 'overlap')) ?? 0,
      },
    ),
    ...given(
      'silence',
      silence && {
        ...given('longest', readMs(reading, child(silence, 'longest'))),
        ...given('total', readMs(reading, child(silence, 'total'))),
        ...given('share', numberOf(child(silence, 'share'))),
      },
    ),
    ...given('talkShare', talkShare && readBounds(talkShare)),
    ...given(
      'speed',
      speed && {
        ...readBounds(speed),
        unit: stringOf(child(speed, 'unit')) === 'words' ? ('words' as const) : ('characters' as const),
      },
    ),
    ...given(
      'repeats',
      repeats && {
        atMost: numberOf(child(repeats, 'at-most')) ?? 0,
        similar: numberOf(child(repeats, 'similar')) ?? 0.9,
        length: numberOf(child(repeats, 'length')) ?? 6,
      },
    ),
  }
}

function readMs(reading: Reading, node: TreeNode | undefined): number | undefined {
  const length = readDuration(reading, node, 'plain')
  return length?.kind === 'ms' ? length.ms : undefined
}

function readBounds(node: TreeNode): Bounds {
  return {
    ...given('atLeast', numberOf(child(node, 'at-least'))),
    ...given('atMost', numberOf(child(node, 'at-most'))),
  }
}
