import { compareSuffixes, createActivityAligner } from '../src/conformance/align-activities.ts'
import { createPlainSearch } from './baselines/plain-search.ts'
import { namesOfModels, openSound, readExpected, readModelText, toWord } from '../test/support/conformance-data.ts'
const clock = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000 }
for (const name of process.argv[2] ? process.argv[2].split(',') : namesOfModels) {
  const t0 = clock()
  const model = openSound(readModelText(name), name)
  const t1 = clock()
  const { variants } = readExpected(name)
  const words = variants.map(({ activities }) => Int32Array.from(toWord(model, activities)))
  const t2 = clock()
  const aligner = createActivityAligner({ activities: model.activities.length, ...(model.block ? { block: model.block } : {}), system: () => model.system })
  const t3 = clock()
  const order = words.map((_, i) => i).sort((a, b) => compareSuffixes(words[a]!, words[b]!))
  const costs: number[] = []
  const kept: any[] = []
  for (const at of order) { const r = aligner.align(words[at]!); costs[at] = r.optimal ? r.cost : -1; kept[at] = r }
  const t4 = clock()
  const wrong = variants.filter((v, i) => v.cost !== costs[i]).length
  let n = 0
  for (const at of order) if (costs[at]! > 0) n += kept[at].moves().length
  const t5 = clock()
  let plain = NaN
  if (!process.argv[3] && (name !== 'bpic2012')) {
    const search = createPlainSearch(model.system)
    const t = clock()
    for (const w of words) search(w)
    plain = clock() - t
  }
  console.log(name.padEnd(24), 'block', !!model.block, 'open', (t1 - t0).toFixed(0), 'variants', words.length, 'wrong', wrong, 'prep', (t3-t2).toFixed(1), 'ms', (t4 - t3).toFixed(1), 'moves of imperfect', (t5-t4).toFixed(1), 'plain', plain.toFixed(1), 'ratio', (plain/(t4-t2)).toFixed(1))
}
