import type { LintRule } from '../lint-rule.ts'

/** A row of the matrix that ends up in no cell: others, marked `overrides`, have taken all of them. */
export const rowIdle: LintRule = {
  id: 'row-idle',
  group: 'matrix',
  severity: 'warning',
  title: { zh: '一格也没有剩下的行', en: 'a row that no cell is left to' },
  check({ map, matrix }, report) {
    const there = new Set<unknown>(matrix.cells.flatMap(({ row, hole }) => row ?? hole ?? []))
    for (const row of [...map.touchpoints, ...map.holes]) {
      if (there.has(row)) continue
      report({
        place: row.place,
        message: {
          zh: '这一行的每一格都被标有 `overrides` 的行占去，它不起作用',
          en: 'rows marked `overrides` have taken every cell of this row: it does nothing',
        },
        expected: { zh: '删去这一行，或缩小覆盖它的行', en: 'no such row, or narrower ones over it' },
      })
    }
  },
}
