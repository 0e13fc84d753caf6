import type { Place } from '../diagnostic/diagnostic.ts'
import type { ModelFlow } from '../model/model-flow.ts'
import { entry, kebab, type ModelBinding, modelToTree, proofBy, scalar } from './model-to-tree.ts'
import type { TreeEntry } from './tree.ts'
import { writeTree } from './write-tree.ts'

/** A model made of blocks as the text of a flow file. Lanes become roles, listed at its head for the catalogue. */
export function importModel(model: ModelFlow): string {
  const roles = new Map<string, string>()
  const roleOf = (lane: string): string => {
    const known = roles.get(lane)
    if (known !== undefined) return known
    const base = kebab(lane) || `role-${roles.size + 1}`
    const taken = new Set(roles.values())
    let made = base
    for (let count = 2; taken.has(made); count++) made = `${base}-${count}`
    roles.set(lane, made)
    return made
  }
  const binding: ModelBinding = {
    proof: ({ event, place }) => proofBy(scalar(place, event)),
    by: ({ lane, place }) => (lane ? entry(place, roleOf(lane.name)) : undefined),
    keys: () => undefined,
  }
  const { place, id, name } = model
  const flow = modelToTree(model, binding)
  const head = headOf(place, kebab(id) || 'imported', name)
  const text = writeTree({ kind: 'map', place, entries: new Map([...head, ...flow]) })
  const notes = [...roles].map(([lane, role]) => `# ${role}: ${lane.replace(/\s+/g, ' ')}`)
  return `${[...(notes.length > 0 ? ['# roles:', ...notes] : []), text].join('\n')}\n`
}

function headOf(place: Place, id: string, name: string): [string, TreeEntry][] {
  return [
    ['flow', entry(place, id)],
    ['name', entry(place, name)],
    ['family', entry(place, 'service')],
  ]
}
