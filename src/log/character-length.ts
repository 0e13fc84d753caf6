/**
 * Bytes of the character beyond ASCII that begins at `at`, in UTF-8 (RFC 3629) that ends at `to`; not above 0 when it is
 * none: minus how many of its bytes behind the first are right.
 */
export function characterLength(b: Uint8Array, at: number, to: number = b.length): number {
  const lead = b[at] as number
  let more: number
  let low = 0x80
  let high = 0xbf
  if (lead >= 0xc2 && lead <= 0xdf) more = 1
  else if (lead >= 0xe0 && lead <= 0xef) {
    more = 2
    if (lead === 0xe0) low = 0xa0
    if (lead === 0xed) high = 0x9f
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    more = 3
    if (lead === 0xf0) low = 0x90
    if (lead === 0xf4) high = 0x8f
  } else return 0
  for (let k = 1; k <= more; k++) {
    const byte = at + k < to ? (b[at + k] as number) : 0
    if (byte < low || byte > high) return -k
    low = 0x80
    high = 0xbf
  }
  return more + 1
}
