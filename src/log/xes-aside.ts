/**
 * Elements whose content is passed over. What stands in one of XES is still looked at, since an event there is one that
 * stands in a wrong place; what stands in a foreign one is not ours.
 */
export class XesAside {
  /** How many elements are open that are passed over. */
  depth = 0
  #foreign = 0

  /** Passes over the content of the element that has just been opened. */
  enter(foreign: boolean): void {
    this.depth = 1
    this.#foreign = foreign ? 1 : 0
  }

  /** Passes over all that is left of the file. */
  enterForGood(): void {
    this.depth = this.#foreign = Number.POSITIVE_INFINITY
  }

  /** Whether what stands here is foreign. */
  get foreign(): boolean {
    return this.#foreign > 0
  }

  /** An element inside, with content to come. */
  open(foreign: boolean): void {
    this.depth++
    if (this.#foreign === 0 && foreign) this.#foreign = this.depth
  }

  close(): void {
    if (this.#foreign === this.depth) this.#foreign = 0
    this.depth--
  }
}
