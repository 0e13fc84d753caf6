import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { nearestName } from '../diagnostic/nearest.ts'

/**
 * The names of one sort that a map declares, with the place of each. `open` says that more may be declared in a file
 * that could not be read: then no reference is called unknown.
 */
export class Names {
  readonly places: Map<string, Place> = new Map<string, Place>()
  open = false

  /** Declares a name; a second declaration gives `id-duplicate`. */
  declare(name: string, place: Place, what: { readonly zh: string; readonly en: string }): Diagnostic[] {
    const first = this.places.get(name)
    if (!first) {
      this.places.set(name, place)
      return []
    }
    return [
      {
        rule: 'id-duplicate',
        severity: 'error',
        message: { zh: `${what.zh} \`${name}\` 定义了两次`, en: `the ${what.en} \`${name}\` is defined twice` },
        place,
        expected: { zh: '另取一个标识，或删去其中一处', en: 'another id, or one of the two taken out' },
        related: [{ message: { zh: '第一次定义在这里', en: 'first defined here' }, place: first }],
      },
    ]
  }

  has(name: string): boolean {
    return this.places.has(name)
  }
}

/** A name that nothing declares, with the nearest one that something does. */
export function unknownReference(
  name: string,
  place: Place,
  what: { readonly zh: string; readonly en: string },
  known: Iterable<string>,
  alias?: Place,
): Diagnostic {
  const names = [...known]
  const suggestion = nearestName(name, names)
  return {
    rule: 'reference-unknown',
    severity: 'error',
    message: { zh: `没有名为 \`${name}\` 的${what.zh}`, en: `there is no ${what.en} \`${name}\`` },
    place,
    ...(names.length > 0 && names.length <= 12 ? { expected: oneOf(names) } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(alias
      ? { related: [{ message: { zh: '通过这里的别名引用', en: 'used here through an alias' }, place: alias }] }
      : {}),
  }
}
