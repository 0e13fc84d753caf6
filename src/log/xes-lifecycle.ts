/**
 * Which events of a lifecycle count (IEEE 1849-2016, 7.2): `all`; `complete`, those that end an activity; `pairs`, each
 * start with its complete as one event at the place of the complete. Events without a transition always count.
 */
export type Lifecycle = 'all' | 'complete' | 'pairs'
export const LIFECYCLES: readonly Lifecycle[] = ['all', 'complete', 'pairs']

/** What a transition does. */
export const STEP = { none: 0, start: 1, complete: 2, other: 3 } as const
export type Step = (typeof STEP)[keyof typeof STEP]

/** What the value of `lifecycle:transition` does; capitals do not matter. */
export function stepOf(transition: string): Step {
  switch (transition.trim().toLowerCase()) {
    case '':
      return STEP.none
    case 'start':
      return STEP.start
    case 'complete':
      return STEP.complete
    default:
      return STEP.other
  }
}

/**
 * Folds the starts of one case into their completes: of the same activity and instance, the earliest start that is still
 * open. A start without a complete stays where it is; transitions other than these two are left out.
 */
export class LifecycleFolder<Event> {
  #events: (Event | undefined)[] = []
  readonly #open = new Map<string, number[]>()
  #leftOut = 0

  /** `onto` makes the event that stands for both, from the complete and its start. */
  add(event: Event, key: string, step: Step, onto: (complete: Event, start: Event) => Event): void {
    if (step === STEP.other) {
      this.#leftOut++
      return
    }
    if (step === STEP.start) {
      const open = this.#open.get(key)
      if (open) open.push(this.#events.length)
      else this.#open.set(key, [this.#events.length])
    }
    const started = step === STEP.complete ? this.#open.get(key)?.shift() : undefined
    const start = started === undefined ? undefined : this.#events[started]
    if (started === undefined || start === undefined) {
      this.#events.push(event)
      return
    }
    this.#events[started] = undefined
    this.#leftOut++
    this.#events.push(onto(event, start))
  }

  /** Gives out the events of the case, in order, and forgets it. Returns how many were folded or left out. */
  flush(take: (event: Event) => void): number {
    for (const event of this.#events) if (event !== undefined) take(event)
    const leftOut = this.#leftOut
    this.#events = []
    this.#open.clear()
    this.#leftOut = 0
    return leftOut
  }
}
