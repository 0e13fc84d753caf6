/** What a search takes at most for each state of its budget, and beside, in bytes: measured, and held true by a test. */
export const BYTES_A_STATE = 800
export const BYTES_BESIDE: number = 2 ** 26

/** The budget of a search, in states, that keeps it within so many bytes of memory; 0 where they are not enough for any. */
export function statesWithin(bytes: number): number {
  return Math.max(0, Math.floor((bytes - BYTES_BESIDE) / BYTES_A_STATE))
}
