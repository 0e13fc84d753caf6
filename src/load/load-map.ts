import type { Diagnostic, Lang, Place } from '../diagnostic/diagnostic.ts'
import { oneOf } from '../diagnostic/name-list.ts'
import { compareText, sortDiagnostics } from '../diagnostic/sort.ts'
import {
  AXES,
  type AxisName,
  type HoleRow,
  type Id,
  type Lexicon,
  type ProcessMap,
  type TouchpointRow,
  type Validity,
} from '../model/map.ts'
import type { Flow } from '../model/flow.ts'
import type { Matrix } from '../model/matrix.ts'
import type { Metric } from '../model/metric.ts'
import type { Rule } from '../model/rule.ts'
import type { Scorecard } from '../model/scorecard.ts'
import { checkPattern } from '../text/check-pattern.ts'
import { checkRegex } from './check-languages.ts'
import { checkMatrix } from './check-matrix.ts'
import { type FlowOutline, type FlowReach, NORM_KEYS, outlineFlow, reachAlone, reachFlows } from './flow-outline.ts'
import { wordsOfCatalogs } from './bind-model.ts'
import { includeFiles, MAP_FILE } from './include-files.ts'
import { ModelFiles } from './load-model.ts'
import type { HistoryEntry, MapSource } from './map-source.ts'
import { NET_KEY } from './model-to-tree.ts'
import { Names } from './names.ts'
import { readAccepted } from './read-accepted.ts'
import { declareCatalog, readCatalog } from './read-catalog.ts'
import { readChanges } from './read-changes.ts'
import { readDays } from './read-day.ts'
import { readDuration } from './read-duration.ts'
import { readFile, type ReadFile, TOO_LARGE, unreadFile } from './read-file.ts'
import { readFlow } from './read-flow.ts'
import { readLexicons } from './read-lexicon.ts'
import { readBenchmark, readMetrics } from './read-metrics.ts'
import { readRules } from './read-rule.ts'
import { readScorecard } from './read-scorecard.ts'
import { readTouchpoints } from './read-touchpoints.ts'
import { readReview, readWalks } from './read-walks.ts'
import { type FlowSource, keyOf, type ResolvedFlow, resolveVariants, tellOfVariant } from './resolve-variants.ts'
import {
  asList,
  asMap,
  badValue,
  child,
  createReading,
  entryOf,
  given,
  numberOf,
  quiet,
  type Reading,
  report,
  SORTS,
  stringOf,
  stringsOf,
  textOf,
} from './reading.ts'
import { createSourceText, placeAt, type SourceText } from './source-text.ts'
import type { MapNode } from './tree.ts'
import type { FileKind } from './validate-schema.ts'

/** What loading one version of a map gives. `map` only where nothing is wrong with it but warnings. */
export interface LoadedMap {
  readonly map?: ProcessMap
  readonly matrix?: Matrix
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that was read, with its text, for code frames; in path order. */
  readonly files: readonly SourceText[]
  /** The same files as they were read, for what looks at the YAML beside the map: lint, mends. In path order. */
  readonly read: readonly ReadFile[]
  /** What the map file says of itself, also where the map has errors. */
  readonly identity?: { readonly id: Id; readonly version: string; readonly effective: Validity }
  /** A flow names a file of another tool, and the source has nothing that reads such. */
  readonly wantsModels: boolean
  /** The earlier versions it names, oldest first, with the place of each. */
  readonly history: readonly { readonly entry: HistoryEntry; readonly place: Place }[]
  /** Ids that may be referred to and that the model does not list: rules by full id, steps as rules name them. */
  readonly declared: {
    readonly rules: readonly string[]
    readonly steps: readonly string[]
    readonly qualifications: readonly string[]
  }
}

/** Reads a map from its folder: every file, every finding. Never throws for anything a file may hold. */
export function loadMap(source: MapSource): LoadedMap {
  return new MapLoader(source).load()
}

/** A value that is neither of the right form nor the name of anything is one mistake: the finding on the name, with the form expected. */
function joinEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ place: { file, range } }: Diagnostic) => `${file} ${range.start.offset} ${range.end.offset}`
  const unknown = new Set(diagnostics.filter(({ rule }) => rule === 'reference-unknown').map(keyOf))
  const forms = new Map<string, Diagnostic>()
  const others: Diagnostic[] = []
  for (const each of diagnostics) {
    if (each.rule === 'schema/value' && unknown.has(keyOf(each))) forms.set(keyOf(each), each)
    else others.push(each)
  }
  return others.map((each) => {
    const expected = each.rule === 'reference-unknown' ? forms.get(keyOf(each))?.expected : undefined
    return expected ? { ...each, expected } : each
  })
}

class MapLoader {
  private readonly source: MapSource
  private readonly bytes = new Map<string, Uint8Array>()
  private readonly files: ReadFile[] = []
  private reading: Reading = createReading('zh')
  private reaches: ReadonlyMap<Id, FlowReach> = new Map()
  /** Flows known to be there, in files that could not be read. */
  private readonly unreadFlows = new Set<Id>()
  private readonly models: ModelFiles

  constructor(source: MapSource) {
    this.source = source
    this.models = new ModelFiles(source)
  }

  load(): LoadedMap {
    const main = this.readOne(MAP_FILE)
    if (!main) {
      const place = placeAt(createSourceText(MAP_FILE, ''), 0, 0)
      const message = { zh: `目录里没有 ${MAP_FILE}`, en: `there is no ${MAP_FILE} in the folder` }
      const diagnostics: Diagnostic[] = [{ rule: 'include-missing', severity: 'error', message, place }]
      return {
        diagnostics,
        files: [],
        read: [],
        history: [],
        wantsModels: false,
        declared: { rules: [], steps: [], qualifications: [] },
      }
    }
    const root = main.kind === 'map' ? main.root : undefined
    if (main.root && main.kind !== 'map') this.reportNoMapFile(main.root)
    this.reading = { ...createReading(langOf(root)), diagnostics: this.reading.diagnostics }
    const included = includeFiles(this.source, root)
    for (const each of included.diagnostics) report(this.reading, each)
    for (const path of included.paths) {
      const file = this.readOne(path)
      if (file && included.guessed && !file.kind) this.files.pop()
    }
    for (const file of this.files) for (const each of file.diagnostics) report(this.reading, each)
    this.openBroken(included.missing)
    this.declareNames(included.missing.length > 0)
    return this.assemble(main, root, included.missing)
  }

  private readOne(path: string): ReadFile | undefined {
    const file = this.source.read(path)
    if (file.kind === 'missing' || file.kind === 'outside') return undefined
    if (file.kind === 'file') this.bytes.set(path, file.bytes)
    const read =
      file.kind === 'file'
        ? readFile(path, file.bytes)
        : unreadFile(path, file.kind === 'large' ? TOO_LARGE : { zh: '文件无法读取', en: 'the file cannot be read' })
    this.files.push(read)
    return read
  }

  private reportNoMapFile(root: MapNode): void {
    const [first] = root.entries.values()
    const message = { zh: `${MAP_FILE} 的首个键须是 \`map\``, en: `the first key of ${MAP_FILE} must be \`map\`` }
    const place = first?.key ?? root.place
    report(this.reading, {
      rule: 'schema/missing-key',
      severity: 'error',
      message,
      place,
      expected: { zh: '`map`', en: '`map`' },
    })
  }

  /** References into what an unreadable file would have declared are let pass; its kind is known or guessed from its name. */
  private openBroken(missing: readonly string[]): void {
    const { axes, roles, events, constants, lexicons, flows, rules, openRules } = this.reading
    const unread = this.files.flatMap(({ source, root, kind, flow }) =>
      root && kind ? [] : [{ file: source.file, kind: kind ?? guessKind(source.file), flow }],
    )
    const absent = missing.map((file) => ({
      file,
      kind: guessKind(file),
      flow: file.includes('*') ? undefined : stemOf(file),
    }))
    for (const { kind, flow } of [...unread, ...absent]) {
      if (kind === 'catalog') {
        for (const names of [...AXES.map((axis) => axes[axis]), roles, events, constants]) names.open = true
      } else if (kind === 'lexicons') lexicons.open = true
      else if (kind === 'rules') rules.open = true
      else if (kind === 'flow' && flow !== undefined) {
        this.unreadFlows.add(flow)
        openRules.add(`${flow}/`)
      } else if (kind === 'flow') {
        flows.open = true
        rules.open = true
      }
    }
  }

  private rootsOf(kind: FileKind): MapNode[] {
    return this.files.flatMap((file) => (file.kind === kind && file.root ? [file.root] : []))
  }

  private isBroken(kind: FileKind): boolean {
    return this.files.some((file) => !file.root && (file.kind === undefined || file.kind === kind))
  }

  private declareNames(missing: boolean): void {
    const { reading } = this
    const catalogs = this.rootsOf('catalog')
    if (catalogs.length === 0) {
      for (const names of [
        ...AXES.map((axis) => reading.axes[axis]),
        reading.roles,
        reading.events,
        reading.constants,
      ]) {
        names.open = true
      }
      const main = this.rootsOf('map')[0]
      const include = entryOf(main, 'include')
      if (include && !missing && !this.isBroken('catalog')) {
        const message = { zh: '地图的文件中没有目录（catalog）', en: 'no file of the map is a catalogue' }
        const expected = { zh: '一个以 `catalog: true` 开头的文件', en: 'a file that begins with `catalog: true`' }
        report(reading, { rule: 'schema/missing-key', severity: 'error', message, place: include.key, expected })
      }
    }
    for (const file of this.files) {
      if (file.kind === 'catalog' && file.root) declareCatalog(reading, file.root, misspelt(file))
    }
    for (const root of this.rootsOf('lexicons')) {
      const lexicons = asMap(child(root, 'lexicons'))
      if (!lexicons) reading.lexicons.open = true
      for (const [name, { key }] of lexicons?.entries ?? []) {
        for (const each of reading.lexicons.declare(name, key, SORTS.lexicon)) report(reading, each)
      }
    }
    for (const root of this.rootsOf('rules')) {
      const rules = asMap(child(root, 'rules'))
      if (!rules) reading.rules.open = true
      for (const [name, { key }] of rules?.entries ?? []) {
        for (const each of reading.rules.declare(name, key, SORTS.rule)) report(reading, each)
      }
    }
    for (const file of this.files) {
      if (file.kind === 'map' && file.source.file !== MAP_FILE) {
        const key = file.root?.entries.get('map')?.key
        const message = { zh: '地图不能包含另一个地图文件', en: 'a map cannot include another map file' }
        if (key) report(reading, { rule: 'include-cycle', severity: 'error', message, place: key })
      }
    }
  }

  private readLexicons(): Map<Id, Lexicon> {
    const lexicons = new Map<Id, Lexicon>()
    for (const root of this.rootsOf('lexicons')) readLexicons(this.reading, root, lexicons)
    return lexicons
  }

  private readFlows(lexicons: ReadonlyMap<Id, Lexicon>): Map<Id, Flow> {
    const { reading } = this
    const sources: FlowSource[] = []
    const words = wordsOfCatalogs(this.rootsOf('catalog'))
    for (const file of this.files) {
      if (file.kind !== 'flow' || !file.root) continue
      const { root } = file
      const node = child(root, 'flow')
      const id = stringOf(node)
      if (id === undefined || !node) {
        reading.flows.open = true
        reading.rules.open = true
        continue
      }
      for (const each of reading.flows.declare(id, node.place, SORTS.flow)) report(reading, each)
      // What extends another flow is told that it cannot come from a file too.
      const put = root.entries.has('extends') ? root : this.models.putInto(reading, words, root)
      sources.push({ id, root: put ?? root, shapeless: isShapeless(file) || put === undefined })
    }
    for (const id of this.unreadFlows) if (!reading.flows.has(id)) reading.flows.places.set(id, NOWHERE)
    const resolved = resolveVariants(reading, sources)
    const flows = sources.flatMap(({ root }) => resolved.get(root) ?? [])
    for (const { id, root } of flows)
      if (asList(child(root, 'steps')).some((each) => child(each, NET_KEY))) reading.netFlows.add(id)
    const outlines = new Map<Id, FlowOutline>()
    for (const flow of flows) {
      // Names that a variant brings twice are found where its changes are read.
      const outline = outlineFlow(flow.variant ? quiet(reading) : reading, flow.id, flow.root, flow.shapeless)
      if (!outlines.has(flow.id)) outlines.set(flow.id, outline)
    }
    const reaches = reachFlows(reading, outlines)
    this.reaches = reaches
    for (const [id, reach] of reaches) {
      for (const prefix of reach.open) reading.openRules.add(`${id}/${prefix}`)
      for (const rule of reach.rules) reading.rules.places.set(`${id}/${rule}`, outlines.get(id)?.root.place ?? NOWHERE)
    }
    const read = new Map<ResolvedFlow, Flow>()
    const known = new Set<string>()
    const inline = new Set(reading.inlineLexicons.map((lexicon) => lexicon.id))
    // What is inherited is read again with each variant; bases come first, so that their findings are theirs.
    for (const flow of [...flows].sort((a, b) => a.depth - b.depth)) {
      const { id, root } = flow
      // Of two flows with one id the second is read by itself, for what is wrong inside it.
      const reach = outlines.get(id)?.root === root ? reaches.get(id) : undefined
      const { steps, open } = reach ?? reachAlone(quiet(reading), id, root)
      const own: Reading = { ...reading, diagnostics: [], inlineLexicons: [] }
      const place = child(root, 'flow')?.place ?? root.place
      read.set(flow, {
        ...readFlow(own, { lexicons, steps, open }, id, root, place),
        ...given('derivation', flow.derivation),
      })
      for (const each of own.diagnostics) {
        const told = tellOfVariant(each, flow, known)
        if (told) report(reading, told)
      }
      for (const each of own.diagnostics) known.add(keyOf(each))
      for (const lexicon of own.inlineLexicons) if (!inline.has(lexicon.id)) reading.inlineLexicons.push(lexicon)
      for (const lexicon of own.inlineLexicons) inline.add(lexicon.id)
    }
    const result = new Map<Id, Flow>()
    for (const flow of flows) {
      const one = read.get(flow)
      if (one && !result.has(flow.id)) result.set(flow.id, one)
    }
    return result
  }

  private assemble(main: ReadFile, root: MapNode | undefined, missing: readonly string[]): LoadedMap {
    const { reading } = this
    const lexicons = this.readLexicons()
    const flows = this.readFlows(lexicons)
    const catalogs = this.rootsOf('catalog')
    const catalog = readCatalog(reading, catalogs)
    const rules: Rule[] = this.rootsOf('rules').flatMap((each) =>
      readRules(reading, { lexicons, steps: new Set(), open: [] }, child(each, 'rules'), ''),
    )
    const touchpoints: TouchpointRow[] = []
    const holes: HoleRow[] = []
    const vague: (TouchpointRow | HoleRow)[] = []
    for (const each of this.rootsOf('touchpoints')) {
      const rows = readTouchpoints(reading, each)
      touchpoints.push(...rows.touchpoints)
      holes.push(...rows.holes)
      vague.push(...rows.vague)
    }
    const head = root ? this.readHead(root) : undefined
    const code = head?.code ?? '{channel}{brand}-{business}'
    const axesKnown = catalogs.length > 0 && MAIN.every((axis) => !reading.axes[axis].open)
    const partial =
      this.files.some((file) => isPartial(file)) || missing.some((path) => guessKind(path) === 'touchpoints')
    const includeKey = entryOf(root, 'include')?.key
    const checked =
      axesKnown && head
        ? checkMatrix({ touchpoints, holes, code, catalog, ...given('codePattern', head.codePattern) }, vague, {
            whole: includeKey ?? placeAt(main.source, 0, 0),
            ...given('template', entryOf(root, 'code')?.key),
          })
        : undefined
    for (const each of checked?.diagnostics ?? []) {
      if (!(partial && each.rule === 'cell-blind')) report(reading, each)
    }
    const codes = new Names()
    codes.open = !checked?.matrix || vague.length > 0 || partial
    for (const cell of checked?.matrix?.cells ?? []) {
      if (cell.code !== undefined && cell.row && !codes.has(cell.code)) codes.places.set(cell.code, cell.row.place)
    }
    const metrics = readMetrics(reading, this.rootsOf('metrics'))
    const scorecard = this.readScorecards(codes, metrics)
    const overMany = new Set(rules.flatMap(({ id, spec }) => (spec.kind === 'target' ? [id] : [])))
    const changes = readChanges(reading, child(root, 'changes'), codes)
    const benchmark = readBenchmark(reading, child(root, 'benchmark'))
    const walks = readWalks(reading, this.rootsOf('walks'), codes, head?.version)
    const accepted = readAccepted(reading, this.rootsOf('accepted'), { codes, flows: this.reaches, overMany })
    const diagnostics = sortDiagnostics(joinEchoes(reading.diagnostics))
    const read = [...this.files].sort((a, b) => compareText(a.source.file, b.source.file))
    const files = [...read.map((file) => file.source), ...this.models.texts.values()].sort((a, b) =>
      compareText(a.file, b.file),
    )
    const identity = head && given('identity', identityOf(head))
    const declared = {
      rules: [...reading.rules.places.keys()],
      steps: [...this.reaches.values()].flatMap(({ steps }) => [...steps]),
      qualifications: [...reading.qualifications.places.keys()],
    }
    const loaded = {
      diagnostics,
      files,
      read,
      ...identity,
      history: root ? readHistory(root) : [],
      wantsModels: this.models.wanted,
      declared,
    }
    if (diagnostics.some(({ severity }) => severity === 'error') || !head || !isWhole(head)) return loaded
    const map: ProcessMap = {
      ...head,
      catalog,
      lexicons,
      inlineLexicons: reading.inlineLexicons,
      usedLexicons: reading.usedLexicons,
      touchpoints,
      holes,
      flows,
      rules,
      ...given('scorecard', scorecard),
      ...(metrics.length > 0 ? { metrics } : {}),
      ...given('benchmark', benchmark),
      ...(changes.length > 0 ? { changes } : {}),
      ...(walks.length > 0 ? { walks } : {}),
      ...(accepted.length > 0 ? { accepted } : {}),
      hash: this.hash(),
      ...this.basis(),
      files: files.map(({ file }) => file),
    }
    return { ...loaded, map, ...given('matrix', checked?.matrix) }
  }

  /** The scorecard; a second one is reported. */
  private readScorecards(codes: Names, metrics: readonly Metric[]): Scorecard | undefined {
    const roots = this.rootsOf('scorecard')
    const cards = new Names()
    for (const root of roots) {
      const key = root.entries.get('scorecard')?.key
      if (key) for (const each of cards.declare('scorecard', key, SORTS.scorecard)) report(this.reading, each)
    }
    return roots.map((root) => readScorecard(this.reading, root, codes, metrics))[0]
  }

  private readHead(root: MapNode): Head {
    const { reading } = this
    const lang = langOf(root)
    const { from, until } = readDays(reading, child(root, 'effective'))
    const zone = child(root, 'timezone')
    const timezone = stringOf(zone)
    if (zone && timezone !== undefined && !isTimeZone(timezone)) {
      const message = { zh: `没有时区 \`${timezone}\``, en: `there is no time zone \`${timezone}\`` }
      const expected = { zh: 'IANA 时区，如 Asia/Shanghai', en: 'an IANA time zone, such as Asia/Shanghai' }
      report(reading, badValue(zone.place, message, expected))
    }
    const codeEntry = child(root, 'code')
    const codeNode = child(codeEntry, 'template') ?? codeEntry
    const code = stringOf(codeNode)
    const patternNode = child(codeEntry, 'pattern')
    const pattern = stringOf(patternNode)
    if (patternNode && pattern !== undefined) checkRegex(reading, patternNode, pattern)
    for (const [, name = ''] of code?.matchAll(/\{([^{}]*)\}/g) ?? []) {
      if (AXES.some((axis) => axis === name) || !codeNode) continue
      const message = { zh: `编码模板里的 \`{${name}}\` 不是轴`, en: `\`{${name}}\` in the template is not an axis` }
      report(reading, badValue(codeNode.place, message, oneOf(AXES.map((axis) => `{${axis}}`))))
    }
    const review = readReview(reading, child(root, 'review'))
    const walksNode = child(root, 'walks')
    const every = readDuration(reading, child(walksNode, 'every'), 'period')
    const pass = child(root, 'pass')
    const languages = stringsOf(child(root, 'languages')).flatMap(({ value }): Lang[] =>
      value === 'zh' || value === 'en' ? [value] : [],
    )
    const id = stringOf(child(root, 'map'))
    const version = stringOf(child(root, 'version'))
    return {
      ...given('id', id),
      name: textOf(child(root, 'name'), lang) ?? { [lang]: id ?? '' },
      ...given('version', version),
      lang,
      languages: languages.length > 0 ? languages : [lang],
      ...given('timezone', timezone),
      ...given('effective', from === undefined ? undefined : { from, ...given('until', until) }),
      code: code ?? '{channel}{brand}-{business}',
      ...given('review', review),
      ...given('walksEvery', walksNode && every && { every, place: walksNode.place }),
      ...(pattern !== undefined && !checkPattern(pattern) ? { codePattern: pattern } : {}),
      pass: { adherence: numberOf(child(pass, 'adherence')) ?? 1, ...given('score', numberOf(child(pass, 'score'))) },
      versionBy: stringOf(child(root, 'version-by')) === 'end' ? 'end' : 'start',
      place: child(root, 'map')?.place ?? root.place,
    }
  }

  /** What fingerprints rest on: accepting a failure must not change the fingerprint by which it is named. */
  private basis(): { readonly basis?: string } {
    const aside = new Set(this.files.flatMap(({ kind, source }) => (kind === 'accepted' ? [source.file] : [])))
    return aside.size === 0 ? {} : { basis: this.hash(aside) }
  }

  private hash(aside: ReadonlySet<string> = new Set()): string {
    const parts: Uint8Array[] = []
    const encoder = new TextEncoder()
    for (const [path, bytes] of [...this.bytes, ...this.models.bytes].sort(([a], [b]) => compareText(a, b))) {
      if (aside.has(path)) continue
      parts.push(encoder.encode(`${path}\0${bytes.length}\0`), bytes)
    }
    return this.source.sha256(parts)
  }
}

/** What the map file itself says; the four that it may lack make it no map. */
type Head = Omit<HeadFields, 'id' | 'version' | 'effective'> & Partial<Pick<HeadFields, 'id' | 'version' | 'effective'>>
type HeadFields = Pick<
  ProcessMap,
  | 'id'
  | 'name'
  | 'version'
  | 'lang'
  | 'languages'
  | 'timezone'
  | 'effective'
  | 'code'
  | 'codePattern'
  | 'review'
  | 'walksEvery'
  | 'pass'
  | 'versionBy'
  | 'place'
>
const MAIN: readonly AxisName[] = ['business', 'channel', 'brand']
const START = { line: 1, column: 1, offset: 0 }
const NOWHERE: Place = { file: MAP_FILE, range: { start: START, end: START }, pointer: '' }

function isWhole(head: Head): head is HeadFields {
  return head.id !== undefined && head.version !== undefined && head.effective !== undefined
}

function identityOf(head: Head): LoadedMap['identity'] {
  return isWhole(head) ? { id: head.id, version: head.version, effective: head.effective } : undefined
}

function langOf(root: MapNode | undefined): Lang {
  return stringOf(child(root, 'lang')) === 'en' ? 'en' : 'zh'
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

function readHistory(root: MapNode): LoadedMap['history'] {
  return asList(child(root, 'history')).flatMap((node): LoadedMap['history'] => {
    const pathNode = child(node, 'path')
    const path = stringOf(pathNode)
    if (pathNode && path !== undefined) return [{ entry: { kind: 'path', path }, place: pathNode.place }]
    const gitNode = child(node, 'git')
    const revision = stringOf(gitNode)
    return gitNode && revision !== undefined ? [{ entry: { kind: 'git', revision }, place: gitNode.place }] : []
  })
}

/** The kind a file most likely has, by its path: for files that are not there or say nothing. */
function guessKind(path: string): FileKind | undefined {
  const kinds = [
    'catalog',
    'lexicons',
    'touchpoints',
    'scorecard',
    'metrics',
    'accepted',
    'mapping',
    'rules',
    'flow',
  ] as const
  return kinds.find((kind) => path.toLowerCase().includes(kind.replace(/s$/, '')))
}

function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
}

/** Keys that a file most likely has, under a misspelt name. */
function misspelt(file: ReadFile): ReadonlySet<string> {
  return new Set(
    file.diagnostics.flatMap(({ rule, suggestion }) => (rule === 'schema/unknown-key' ? (suggestion ?? []) : [])),
  )
}

/** Touchpoints of which some are not known: no cell is called blind then. */
function isPartial(file: ReadFile): boolean {
  if (file.kind === undefined) return !file.root && guessKind(file.source.file) === 'touchpoints'
  return (
    file.kind === 'touchpoints' &&
    (!file.root || misspelt(file).has('not-offered') || child(file.root, 'touchpoints')?.kind !== 'list')
  )
}

/** A flow in which steps or rules may stand that could not be recognised. */
function isShapeless(file: ReadFile): boolean {
  return file.diagnostics.some(({ rule, suggestion, expected, place }) => {
    if (rule === 'schema/unknown-key') return suggestion !== undefined && SHAPE.has(suggestion)
    if (rule === 'schema/missing-key') return /^`(id|steps|use|as|flow)`$/.test(expected?.en ?? '')
    return rule === 'schema/type' && SHAPE.has(place.pointer.split('/').findLast((part) => !/^\d+$/.test(part)) ?? '')
  })
}

const SHAPE = new Set([
  'id', 'steps', 'rules', 'choice', 'optional', 'any-order', 'parallel', 'some', 'repeat', 'do', 'redo', 'group', 'use',
  'as', 'interrupts', 'anywhere', ...NORM_KEYS,
]) // prettier-ignore
