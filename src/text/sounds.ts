import { SOUNDS } from './sounds.generated.ts'

interface SoundTables {
  /** The readings of a unit, as numbers of syllables from 1; 0 where there is none. */
  readonly first: Uint16Array
  readonly second: Uint16Array
  /** A unit that stands for all that may sound alike, directly or through a character of two readings. */
  readonly family: Uint16Array
}

let tables: SoundTables | undefined

function tablesOf(): SoundTables {
  if (tables) return tables
  const first = new Uint16Array(0x10000)
  const second = new Uint16Array(0x10000)
  const lines = SOUNDS.trim().split('\n')
  const joined = lines.map((_, i) => i + 1)
  joined.unshift(0)
  const rootOf = (syllable: number): number => {
    let root = syllable
    while ((joined[root] ?? root) !== root) root = joined[root] ?? root
    return root
  }
  const family = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  const leader = new Uint16Array(lines.length + 1)
  for (const [i, line] of lines.entries()) {
    for (const character of line.slice(line.indexOf(' ') + 1)) {
      const unit = character.charCodeAt(0)
      if (first[unit] === 0) first[unit] = i + 1
      else {
        second[unit] = i + 1
        joined[rootOf(i + 1)] = rootOf(first[unit] ?? 0)
      }
    }
  }
  for (const line of lines) {
    for (const character of line.slice(line.indexOf(' ') + 1)) {
      const unit = character.charCodeAt(0)
      const root = rootOf(first[unit] ?? 0)
      if (leader[root] === 0) leader[root] = unit
      family[unit] = leader[root] ?? unit
    }
  }
  return (tables = { first, second, family })
}

/** Whether two code points are the same character or share a syllable, tones apart. */
export function soundAlike(a: number, b: number): boolean {
  if (a === b) return true
  const { first, second } = tablesOf()
  const [a1, a2, b1, b2] = [first[a] ?? 0, second[a] ?? 0, first[b] ?? 0, second[b] ?? 0]
  return (a1 !== 0 && (a1 === b1 || a1 === b2)) || (a2 !== 0 && (a2 === b1 || a2 === b2))
}

/** One unit for all units that may sound alike: what sounds alike has the same family, not the other way round. */
export function familiesOf(): Uint16Array {
  return tablesOf().family
}
