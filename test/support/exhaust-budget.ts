import { createActivityAligner } from '../../src/conformance/align-activities.ts'
import { createPetriSystem } from '../../src/flow/petri-system.ts'

// Two tokens on each of fourteen ways of one step, so no part of the net is sequential, and a word that fits nowhere.
const budget = Number(process.argv[2])
const ways = Array.from({ length: 14 }, (_, at) => at)
const tokens = (place: number, count = 1): { place: number; count: number } => ({ place, count })
const net = {
  places: 30,
  placeNames: Array.from({ length: 30 }, (_, place) => `p${place}`),
  transitions: [
    { consume: [tokens(28)], produce: ways.map((at) => tokens(at, 2)) },
    ...ways.map((at) => ({ label: at, consume: [tokens(at)], produce: [tokens(14 + at)] })),
    { consume: ways.map((at) => tokens(14 + at, 2)), produce: [tokens(29)] },
  ],
  initial: [tokens(28)],
  finals: [[tokens(29)]],
}
const aligner = createActivityAligner({ activities: 14, system: () => createPetriSystem(net) }, { budget })
const word = Array.from({ length: 24 }, (_, at) => (at % 3 === 0 ? 0 : -1))
const { optimal, ...found } = aligner.align(word)
const bounds = 'lower' in found ? { lower: found.lower, upper: found.upper } : {}
process.stdout.write(JSON.stringify({ optimal, ...bounds, bytes: process.resourceUsage().maxRSS * 1024 }))
