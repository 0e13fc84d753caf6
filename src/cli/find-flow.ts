import { InputError } from '../diagnostic/input-error.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { Flow } from '../model/flow.ts'
import type { ProcessMap } from '../model/map.ts'
import type { Cell, Matrix } from '../model/matrix.ts'

/** A flow by its id, else by the code of a touchpoint (capitals do not matter there); what is neither ends with exit code 2. */
export function findFlow(map: ProcessMap, matrix: Matrix, name: string): { flow: Flow; cell?: Cell } {
  const named = map.flows.get(name)
  if (named) return { flow: named }
  const served = matrix.cells.filter((cell) => cell.row !== undefined)
  const cell =
    served.find(({ code }) => code === name) ?? served.find(({ code }) => code?.toLowerCase() === name.toLowerCase())
  const flow = cell?.row && map.flows.get(cell.row.flow)
  if (cell && flow) return { flow, cell }
  const names = [...map.flows.keys(), ...served.flatMap(({ code }) => code ?? [])]
  const nearest = nearestName(name, names)
  throw new InputError(
    { zh: `没有叫 \`${name}\` 的流程或接触点`, en: `there is no flow or touchpoint \`${name}\`` },
    nearest === undefined
      ? {
          zh: `流程有：${[...map.flows.keys()].join('、')}；接触点编码见 touchmap matrix`,
          en: `the flows are ${[...map.flows.keys()].join(', ')}; touchmap matrix has the codes`,
        }
      : { zh: `是不是 \`${nearest}\`？`, en: `did you mean \`${nearest}\`?` },
  )
}
