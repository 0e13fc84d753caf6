import type { Message } from './diagnostic.ts'

/** “one of `a`, `b`”, for what is expected where a few names are possible. */
export function oneOf(names: readonly string[]): Message {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length === 1
    ? { zh: quoted.join(''), en: quoted.join('') }
    : { zh: `${quoted.join('、')} 之一`, en: `one of ${quoted.join(', ')}` }
}
