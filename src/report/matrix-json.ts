import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { AXES, type ProcessMap } from '../model/map.ts'
import { countCells, type Matrix } from '../model/matrix.ts'
import { coverMatrix } from '../model/matrix-coverage.ts'
import { textIn } from '../model/text.ts'
import type { ReportContext } from './context.ts'
import { upkeepAsJson, upkeepOf } from './matrix-upkeep.ts'

/** One version of a map laid out over its cells. `date`: the day it was asked for, or the first day of its validity. */
export interface MatrixResult {
  readonly map: ProcessMap
  readonly matrix: Matrix
  readonly date: string
  /** The day on which review and walk-throughs are judged; absent where that was not asked. */
  readonly asOf?: string
  /** Definitions that nothing in the map uses, as lint finds them; absent where that was not asked. */
  readonly orphans?: readonly Diagnostic[]
}

/** The matrix in the shape of contracts.md. */
export function reportMatrixAsJson(result: MatrixResult, context: Pick<ReportContext, 'lang'>): string {
  const { map, matrix, date, orphans } = result
  const upkeep = upkeepOf(result)
  const cells = matrix.cells.map((cell) => {
    const place = cell.row?.place ?? cell.hole?.place
    const { business, channel, brand, ...others } = cell.at
    const further = AXES.flatMap((axis) => {
      const value = (others as Partial<Record<string, string>>)[axis]
      return value === undefined ? [] : [[axis, value] as const]
    })
    return {
      business,
      channel,
      brand,
      ...Object.fromEntries(further),
      status: cell.status,
      ...(cell.code === undefined ? {} : { code: cell.code }),
      ...(cell.row ? { flow: cell.row.flow } : {}),
      ...(cell.hole ? { because: textIn(cell.hole.because, context.lang, '') } : {}),
      ...(place
        ? { source: { file: place.file, line: place.range.start.line, column: place.range.start.column } }
        : {}),
    }
  })
  const report = {
    map: { id: map.id, version: map.version, effective: map.effective },
    date,
    axes: matrix.axes,
    cells,
    counts: countCells(matrix),
    coverage: coverMatrix(map, matrix),
    ...(upkeep ? { upkeep: upkeepAsJson(map, upkeep) } : {}),
    ...(orphans
      ? {
          orphans: orphans.map(({ rule, message, place: { file, range } }) => ({
            rule,
            message: message[context.lang],
            source: { file, line: range.start.line, column: range.start.column },
          })),
        }
      : {}),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
