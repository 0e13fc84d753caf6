/** SHA-256 (FIPS 180-4) of a text's UTF-8, hex: for rooms that may not ask the platform for it. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const blocks = Math.ceil((bytes.length + 9) / 64)
  const padded = new Uint8Array(blocks * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const hash = new Uint32Array(START)
  const words = new Uint32Array(64)
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(block * 64 + i * 4)
    mix(hash, words)
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
}

function mix(hash: Uint32Array, words: Uint32Array): void {
  const at = (list: Uint32Array, i: number): number => list[i] ?? 0
  for (let i = 16; i < 64; i++) {
    const [w15, w2] = [at(words, i - 15), at(words, i - 2)]
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    words[i] = at(words, i - 16) + s0 + at(words, i - 7) + s1
  }
  const state = new Uint32Array(hash)
  for (let i = 0; i < 64; i++) {
    const [a, b, c, e, f, g] = [at(state, 0), at(state, 1), at(state, 2), at(state, 4), at(state, 5), at(state, 6)]
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = at(state, 7) + s1 + ((e & f) ^ (~e & g)) + at(ROUNDS, i) + at(words, i)
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = s0 + ((a & b) ^ (a & c) ^ (b & c))
    state.copyWithin(1, 0, 7)
    state[4] = at(state, 4) + first
    state[0] = first + second
  }
  for (let i = 0; i < 8; i++) hash[i] = at(hash, i) + at(state, i)
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first `count` primes; the standard's constants are the fractions of their roots. */
function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
}

const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)
const START: Uint32Array = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))
const ROUNDS: Uint32Array = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))
