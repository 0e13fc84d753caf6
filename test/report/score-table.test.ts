import { expect, test } from 'vitest'
import { columnsOf } from '../../src/draw/columns.ts'
import { plainPalette } from '../../src/report/context.ts'
import { renderTable } from '../../src/report/score-table.ts'

const columns = [
  { title: 'unit', flexible: true },
  { title: 'judged', align: 'right' as const },
  { title: 'rate', align: 'right' as const },
  { title: 'expected', align: 'right' as const },
]
const rows = [
  ['外呼组 / X01 白班', '24', '70.8%', '19.58'],
  ['销售组 / X11', '27', '81.5%', '21.65'],
]
const at = (width: number) => renderTable(columns, rows, { width, palette: plainPalette })

test('what a row is about is shown at every width: whole, cut, or on a line of its own', () => {
  expect(at(60)).toEqual([
    '  unit               judged   rate  expected',
    '  外呼组 / X01 白班      24  70.8%     19.58',
    '  销售组 / X11           27  81.5%     21.65',
  ])
  expect(at(38)).toEqual([
    '  unit         judged   rate  expected',
    '  外呼组 / X…      24  70.8%     19.58',
    '  销售组 / X…      27  81.5%     21.65',
  ])
  expect(at(32)).toEqual([
    '  judged   rate  expected',
    '  外呼组 / X01 白班',
    '      24  70.8%     19.58',
    '  销售组 / X11',
    '      27  81.5%     21.65',
  ])
  for (let width = 26; width < 80; width++) {
    for (const line of at(width)) expect(columnsOf(line)).toBeLessThanOrEqual(width)
  }
})

test('figures that alone are too wide stand closer', () => {
  expect(at(24)).toEqual([
    '  judged  rate expected',
    '  外呼组 / X01 白班',
    '      24 70.8%    19.58',
    '  销售组 / X11',
    '      27 81.5%    21.65',
  ])
})
