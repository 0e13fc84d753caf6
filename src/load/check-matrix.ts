import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts'
import { AXES, type AxisName, type HoleRow, type Id, MAIN_AXES, type TouchpointRow } from '../model/map.ts'
import { checkCodes, listCells } from './check-codes.ts'
import { buildMatrix, type Cell, countClaims, type Matrix, type MatrixSource } from '../model/matrix.ts'

/** Beyond this the matrix is not laid out: no centre has it, and a hostile catalogue would fill the memory. */
const MAX_CELLS = 500_000
const MAX_CLAIMS = 50_000_000

export interface CheckedMatrix {
  readonly matrix?: Matrix
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Lays out the matrix and reports cells that two rows claim, codes that are not unique or not of the form asked for, and, per
 * business, cells that nothing speaks of.
 * `vague` rows may cover cells that cannot be known: blind cells they may mean are not reported.
 */
export function checkMatrix(
  source: MatrixSource,
  vague: readonly (TouchpointRow | HoleRow)[],
  places: { readonly whole: Place; readonly template?: Place },
): CheckedMatrix {
  const sizes = MAIN_AXES.map((axis) => source.catalog.axes[axis].size)
  const cells = sizes.reduce((product, size) => product * size, 1)
  const named = AXES.filter((axis) => !MAIN_AXES.includes(axis) && isNamedSomewhere(source, axis))
  const split = named.reduce((product, axis) => product * Math.max(1, source.catalog.axes[axis].size), 1)
  const claims = countClaims(source)
  if (cells * split > MAX_CELLS || claims > MAX_CLAIMS) {
    const message =
      cells * split > MAX_CELLS
        ? { zh: `矩阵过大：${cells * split} 格`, en: `the matrix is too large: ${cells * split} cells` }
        : { zh: `矩阵过大：各行共涉及 ${claims} 格`, en: `the matrix is too large: its rows speak of ${claims} cells` }
    return {
      diagnostics: [
        {
          rule: 'schema/value',
          severity: 'error',
          message,
          place: places.whole,
        },
      ],
    }
  }
  const matrix = buildMatrix(source)
  return {
    matrix,
    diagnostics: [
      ...reportConflicts(matrix),
      ...reportBlind(matrix, source, vague),
      ...checkCodes(matrix, source, places.template),
    ],
  }
}

function isNamedSomewhere(source: MatrixSource, axis: AxisName): boolean {
  return [...source.touchpoints, ...source.holes].some((row) => Array.isArray(row.select[axis]))
}

function reportConflicts(matrix: Matrix): Diagnostic[] {
  return matrix.conflicts.map(({ first, second, cells }) => {
    const names = listCells(cells)
    return {
      rule: 'cell-two-flows',
      severity: 'error',
      message: {
        zh: `${cells.length} 个格同时被两行占用：${names.zh}`,
        en: `two rows claim ${cells.length === 1 ? 'one cell' : `${cells.length} cells`}: ${names.en}`,
      },
      place: second,
      expected: {
        zh: '每格只有一个流程；确要优先时写 `overrides: true`',
        en: 'one flow a cell; `overrides: true` where this row is to win',
      },
      related: [{ message: { zh: '另一行在这里', en: 'the other row is here' }, place: first }],
    }
  })
}

function reportBlind(matrix: Matrix, source: MatrixSource, vague: readonly (TouchpointRow | HoleRow)[]): Diagnostic[] {
  const blind = new Map<Id, Cell['at'][]>()
  for (const cell of matrix.cells) {
    if (cell.status !== 'blind-spot' || vague.some((row) => mayCover(row, cell))) continue
    const list = blind.get(cell.at.business) ?? []
    list.push(cell.at)
    blind.set(cell.at.business, list)
  }
  return [...blind].flatMap(([business, cells]) => {
    const place = source.catalog.axes.business.get(business)?.place
    if (!place) return []
    const names = listCells(cells)
    return [
      {
        rule: 'cell-blind',
        severity: 'warning' as const,
        message: {
          zh: `业务 \`${business}\` 有 ${cells.length} 个盲点，既无流程也未声明不提供：${names.zh}`,
          en: `the business \`${business}\` has ${cells.length} blind ${cells.length === 1 ? 'spot' : 'spots'}, neither served nor declared: ${names.en}`,
        },
        place,
        expected: {
          zh: '在 `touchpoints` 里给出流程，或在 `not-offered` 里写明理由',
          en: 'a row under `touchpoints`, or one under `not-offered` with its reason',
        },
      },
    ]
  })
}

/** Whether a row of which some axes could not be understood may have meant the cell. */
function mayCover(row: TouchpointRow | HoleRow, cell: Cell): boolean {
  return AXES.every((axis) => {
    const selected = row.select[axis]
    const value = cell.at[axis]
    return selected === undefined || selected === 'all' || value === undefined || selected.includes(value)
  })
}
