import { typeOfExpression } from '../expr/expression.ts'
import {
  type Benchmark,
  BENCHMARK_MEASURES,
  type BenchmarkMeasure,
  type Metric,
  type Statistic,
} from '../model/metric.ts'
import { Names } from './names.ts'
import { readDay, readDays } from './read-day.ts'
import { readCel } from './read-proof.ts'
import {
  asMap,
  badValue,
  child,
  given,
  numberOf,
  type Reading,
  remarksOf,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

const DEFAULTS: Readonly<Record<Metric['type'], readonly Statistic[]>> = {
  share: ['share'],
  number: ['mean', 'median', 'p90'],
  duration: ['mean', 'median', 'p90'],
}

/** Reads the metrics files of a map; of two with one id the second is reported. */
export function readMetrics(reading: Reading, roots: readonly MapNode[]): Metric[] {
  const names = new Names()
  return roots.flatMap((root) =>
    [...(asMap(child(root, 'metrics'))?.entries ?? [])].flatMap(([id, { key, node }]): Metric[] => {
      for (const each of names.declare(id, key, SORTS.metric)) report(reading, each)
      const value = readCel(reading, child(node, 'value'), 'value')
      if (value === undefined) return []
      const written = stringOf(child(node, 'type'))
      const type = written === 'share' || written === 'duration' ? written : 'number'
      checkType(reading, node, value.source, type)
      const show = stringsOf(child(node, 'show')).flatMap(({ value: name, node: at }) => {
        if ((name === 'share') === (type === 'share') || name === 'count') return [name as Statistic]
        const message =
          type === 'share'
            ? { zh: '占比只能显示 `share` 与 `count`', en: 'of a share only `share` and `count` can be shown' }
            : { zh: '`share` 只用于真假值', en: '`share` is for true or false only' }
        report(reading, badValue(at.place, message))
        return []
      })
      return [
        {
          id,
          name: textOf(child(node, 'name'), reading.lang) ?? { [reading.lang]: id },
          value,
          ...given('where', readCel(reading, child(node, 'where'), 'interaction')),
          type,
          show: show.length > 0 ? show : DEFAULTS[type],
          ...given('unit', textOf(child(node, 'unit'), reading.lang)),
          source: remarksOf(node).source,
          place: key,
        },
      ]
    }),
  )
}

/** What can be told of an expression without data must fit the type. */
function checkType(reading: Reading, node: TreeNode, source: string, type: Metric['type']): void {
  const found = typeOfExpression(source, 'value')
  const valueNode = child(node, 'value')
  if (found === undefined || found === 'dyn' || !valueNode) return
  if ((found === 'bool') === (type === 'share') && found !== 'string') return
  report(
    reading,
    badValue(
      valueNode.place,
      type === 'share'
        ? { zh: '占比须由真假值算出', en: 'a share is made of true or false' }
        : { zh: '这里须得出数', en: 'a number is needed here' },
      type === 'share' ? undefined : { zh: '真假值请写 `type: share`', en: '`type: share` for true or false' },
    ),
  )
}

/** Benchmark values with their origin. */
export function readBenchmark(reading: Reading, node: TreeNode | undefined): Benchmark | undefined {
  if (!asMap(node) || !node) return undefined
  const values: Partial<Record<BenchmarkMeasure, number>> = {}
  for (const measure of BENCHMARK_MEASURES) {
    const value = numberOf(child(node, measure))
    if (value !== undefined) values[measure] = value
  }
  const { from, until } = readDays(reading, child(node, 'period'))
  const sample = numberOf(child(node, 'sample'))
  const date = readDay(reading, child(node, 'date'))
  return {
    values,
    ...(from === undefined || until === undefined ? {} : { period: { from, until } }),
    ...given('sample', sample),
    ...given('date', date),
    place: node.place,
  }
}
