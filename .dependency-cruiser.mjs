// The rooms of src/ and the arrows between them. Each room names all it may import; everything else is a violation.
// Picture and reasons: docs/architecture.md.
const pure = 'Pure rooms know no files, clock, randomness or console: what they need is passed in.'
const rooms = {
  diagnostic: { may: [], packages: [], comment: 'Findings are used by all and use nothing.' },
  model: { may: ['diagnostic'], packages: [], comment: `The words of the map, resolved. ${pure}` },
  expr: {
    may: ['diagnostic', 'model'],
    packages: ['@marcbachmann/cel-js', 're2js'],
    comment: `CEL, checked and evaluated. ${pure}`,
  },
  text: {
    may: ['diagnostic', 'model'],
    packages: ['re2js', 'opencc-js'],
    comment: `Phrases in Chinese and English. ${pure}`,
  },
  load: {
    may: ['diagnostic', 'model', 'expr', 'text'],
    packages: ['yaml', 'ajv'],
    comment: `From text to a resolved map. ${pure}`,
  },
  log: { may: ['diagnostic', 'model'], packages: [], comment: `From bytes to interactions. ${pure}` },
  draft: { may: ['diagnostic', 'model', 'log'], packages: [], comment: `A first map out of a log. ${pure}` },
  flow: { may: ['diagnostic', 'model'], packages: [], comment: `Blocks and nets. ${pure}` },
  interchange: {
    may: ['diagnostic', 'model', 'flow'],
    packages: ['saxes'],
    comment: `Models of other tools: from text to a net. ${pure}`,
  },
  lint: {
    may: ['diagnostic', 'model', 'expr', 'text', 'flow', 'compare', 'load'],
    packages: [],
    comment: `Semantic rules over a loaded map; of load, the tree of the YAML. ${pure}`,
  },
  compare: {
    may: ['diagnostic', 'model', 'flow'],
    packages: [],
    comment: `What changed between two maps, what differs between two flows. ${pure}`,
  },
  editor: { may: ['diagnostic', 'model'], packages: [], comment: `Schemas for editors. ${pure}` },
  match: {
    may: ['diagnostic', 'model', 'log', 'text', 'expr'],
    packages: [],
    comment: `Proofs held against events. ${pure}`,
  },
  conformance: { may: ['diagnostic', 'model', 'log', 'flow', 'match'], packages: [], comment: `Alignments. ${pure}` },
  compliance: {
    may: ['diagnostic', 'model', 'log', 'flow', 'match', 'text', 'expr'],
    packages: [],
    comment: `Rule kinds; never the alignment. ${pure}`,
  },
  score: {
    may: ['diagnostic', 'model', 'expr', 'log', 'flow', 'match', 'conformance', 'compliance'],
    packages: [],
    comment: `Verdicts, scorecards, sums. ${pure}`,
  },
  review: {
    may: ['diagnostic', 'model', 'log', 'compliance', 'score'],
    packages: [],
    comment: `Sampling, review, calibration. ${pure}`,
  },
  trial: {
    may: ['diagnostic', 'model', 'log', 'flow', 'conformance', 'compliance', 'score'],
    packages: [],
    comment: `Cases that test a rule set. ${pure}`,
  },
  draw: { may: ['diagnostic', 'model', 'flow'], packages: ['string-width'], comment: `Pictures as text. ${pure}` },
  report: {
    may: [
      'diagnostic',
      'model',
      'log',
      'flow',
      'conformance',
      'compliance',
      'score',
      'review',
      'trial',
      'draw',
      'compare',
    ],
    packages: ['string-width'],
    comment: `Results as text: pure functions of result and context. ${pure}`,
  },
  io: {
    may: ['diagnostic', 'model', 'log', 'conformance', 'score', 'load', 'lint', 'editor', 'interchange'],
    packages: null,
    comment: 'The only room besides cli that touches the world: files, SQLite, git, the browser.',
  },
}
const forbidden = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'Types may refer to each other; code may not.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'cli-is-the-edge',
    severity: 'error',
    comment: 'Nothing but the binary imports the command line.',
    from: { path: '^src', pathNot: '^src/cli' },
    to: { path: '^src/cli' },
  },
  {
    name: 'not-to-dev-dep',
    severity: 'error',
    from: { path: '^(src|bin)' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'sarif is types alone.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^sarif$' },
  },
]
for (const [room, { may, packages, comment }] of Object.entries(rooms)) {
  const allowed = [room, ...may].join('|')
  forbidden.push({
    name: `${room}-arrows`,
    severity: 'error',
    comment,
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/(${allowed})/` },
  })
  if (packages === null) continue
  forbidden.push({
    name: `${room}-is-pure`,
    severity: 'error',
    comment: pure,
    from: { path: `^src/${room}/` },
    to: { dependencyTypes: ['core'] },
  })
  forbidden.push({
    name: `${room}-packages`,
    severity: 'error',
    comment,
    from: { path: `^src/${room}/` },
    to: { path: 'node_modules', pathNot: packages.length ? `node_modules/(${packages.join('|')})/` : '^$' },
  })
}
export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
