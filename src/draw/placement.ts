import type { StepPart } from './unfold-flow.ts'

/** A frame while it is being placed: rows and, in each lane it touches, the room it takes. */
export interface Frame {
  readonly title: string
  readonly description: string
  top: number
  bottom: number
  readonly extents: Map<number, { left: number; right: number }>
}

export type NodeKind = 'start' | 'end' | 'step' | 'gateway' | 'merge' | 'event' | 'return' | 'folded'

/** A node while it is being placed: `x` is its middle, counted from the middle of its lane; `row` counts from its block. */
export interface PlacedNode {
  readonly kind: NodeKind
  lane: number
  x: number
  row: number
  readonly width: number
  readonly height: number
  /** What is written in it, whole: a text and smaller details. */
  readonly text: string
  readonly details: readonly string[]
  /** The same broken into lines for the picture, cut where it is too long. */
  readonly title: readonly string[]
  readonly notes: readonly string[]
  /** The note that says that the step is critical; '' where it is not. */
  readonly alarm: string
  /** Caption to the right of a gateway. */
  readonly caption: string
  readonly sign: '' | '+' | 'o' | '~'
  readonly step?: StepPart
  readonly dashed: boolean
  /** The frame whose foot an event hangs from; none for events of the whole flow. */
  readonly hangsFrom?: Frame
  /** The full text, for those who read with their ears or hover. */
  readonly description: string
}

/** A column kept free for one line, through all rows of the block it belongs to. */
export interface Column {
  lane: number
  x: number
}

/** What is written at a line: broken for the picture, and whole. */
export interface Label {
  readonly text: string
  readonly lines: readonly string[]
}

export interface PlacedEdge {
  readonly from: PlacedNode
  readonly to: PlacedNode
  /** The column the line runs down (or, going back, up). */
  readonly via: Column
  readonly label: Label
  readonly back: boolean
  /** From the right side of a gateway instead of its foot. */
  readonly sideways: boolean
}

/** Measures of the picture, in px. */
export const SIZES = {
  box: 172,
  boxPadding: 10,
  title: 14,
  titleLine: 19,
  note: 11.5,
  noteLine: 16,
  label: 12,
  labelLine: 16,
  labelWidth: 150,
  gateway: 32,
  dot: 20,
  merge: 12,
  gap: 22,
  frame: 10,
} as const
