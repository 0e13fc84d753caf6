import type { Message } from '../diagnostic/diagnostic.ts'
import type { Block } from '../flow/effective-flow.ts'

/** What a label of an imported model is. */
export interface ImportedActivity {
  /** What shows it in a log. */
  readonly event: string
  readonly name?: string
  readonly id?: string
  readonly role?: string
}

/**
 * A block as the YAML of a flow (semantics §2); ids are made kebab-case and unique. Undefined where the grammar has no
 * words for it: an interrupt that ends a flow within the flow.
 */
export function blockToYaml(
  root: Block,
  activities: readonly ImportedActivity[],
  { id, name }: { readonly id: string; readonly name: string },
): { readonly value?: string; readonly fault?: Message } {
  const taken = new Set<string>()
  const roles = new Map<string, string>()
  let faulty = false

  const unique = (wanted: string, otherwise: string, among: Set<string>): string => {
    const base = kebab(wanted) || kebab(otherwise) || 'step'
    let made = base
    for (let count = 2; among.has(made); count++) made = `${base}-${count}`
    among.add(made)
    return made
  }
  const roleOf = (lane: string): string => {
    const known = roles.get(lane)
    if (known !== undefined) return known
    const made = unique(lane, `role-${roles.size + 1}`, new Set(roles.values()))
    roles.set(lane, made)
    return made
  }

  const items = (block: Block, inFlow: boolean): Yaml[] => {
    if (block.kind === 'sequence') return block.children.flatMap((child) => items(child, inFlow))
    return [item(block, inFlow)]
  }
  const child = (block: Block, inFlow: boolean): Yaml => {
    const [only, ...others] = items(block, inFlow)
    return only !== undefined && others.length === 0 ? only : { steps: items(block, inFlow) }
  }
  const item = (block: Block, inFlow: boolean): Yaml => {
    switch (block.kind) {
      case 'label': {
        const { event, name: title, id: step, role } = activities[block.label] ?? { event: '' }
        return {
          id: unique((step ?? event).split('/').at(-1) ?? '', `step-${block.label + 1}`, taken),
          ...(title ? { name: title } : {}),
          ...(role ? { by: roleOf(role) } : {}),
          proof: { event },
        }
      }
      case 'sequence':
        return { group: { steps: items(block, inFlow) } }
      case 'choice':
        return { choice: block.children.map((way, i) => ({ name: `${i + 1}`, steps: items(way, inFlow) })) }
      case 'optional':
        return { optional: items(block.child, inFlow) }
      case 'repeat': {
        const { max } = block
        const redo = items(block.redo, inFlow)
        const often = max === undefined ? {} : { max }
        if (max !== undefined && max <= 1) return { group: { steps: items(block.do, inFlow) } }
        const body = items(block.do, inFlow)
        if (body.length > 0) return { repeat: { do: body, ...(redo.length > 0 ? { redo } : {}), ...often } }
        return { optional: [{ repeat: { do: redo, ...(max === undefined ? {} : { max: max - 1 }) } }] }
      }
      case 'scope': {
        if (block.interrupts.some(({ then }) => then === 'end' && !inFlow && !block.flow)) faulty = true
        return { group: insides(block, inFlow && !block.flow) }
      }
      default:
        return { [block.kind]: block.children.map((each) => child(each, inFlow)) }
    }
  }
  const insides = (scope: Extract<Block, { kind: 'scope' }>, inFlow: boolean): Record<string, Yaml> => ({
    steps: items(scope.child, inFlow),
    ...(scope.interrupts.length === 0
      ? {}
      : {
          interrupts: scope.interrupts.map(({ label, handler, then, max }) => ({
            when: { event: activities[label]?.event ?? '' },
            steps: items(handler, inFlow),
            then: then === 'end' && scope.flow && scope !== root ? 'leave' : then,
            ...(max === undefined ? {} : { max }),
          })),
        }),
  })
  const flow = root.kind === 'scope' ? insides(root, true) : { steps: items(root, true) }
  if (faulty) {
    const zh = '里层流程中有结束该流程的中断，不能写成一个流程'
    return { fault: { zh, en: 'an interrupt ends a flow within the flow, which one flow cannot say' } }
  }
  const lines = write({ flow: kebab(id) || 'imported', name, family: 'service', ...flow }, '')
  const notes = [...roles].map(([lane, role]) => `# ${role}: ${lane.replace(/\s+/g, ' ')}`)
  return { value: `${[...(notes.length > 0 ? ['# roles:', ...notes] : []), ...lines].join('\n')}\n` }
}

type Yaml = string | number | readonly Yaml[] | { readonly [key: string]: Yaml }

function write(value: { readonly [key: string]: Yaml }, indent: string): string[] {
  return Object.entries(value).flatMap(([key, one]) => {
    if (typeof one !== 'object') return [`${indent}${key}: ${JSON.stringify(one)}`]
    if (!Array.isArray(one)) return [`${indent}${key}:`, ...write(one as { [key: string]: Yaml }, `${indent}  `)]
    if (one.length === 0) return [`${indent}${key}: []`]
    return [
      `${indent}${key}:`,
      ...one.flatMap((each: Yaml) => {
        const inner = write(each as { [key: string]: Yaml }, `${indent}    `)
        return [`${indent}  - ${(inner[0] ?? '').trimStart()}`, ...inner.slice(1)]
      }),
    ]
  })
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
