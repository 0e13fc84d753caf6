import { type ASTNode, Environment, EvaluationError, type ParseResult } from '@marcbachmann/cel-js'
import { RE2JS } from 're2js'
import type { Message } from '../diagnostic/diagnostic.ts'
import type { Cel } from '../model/map.ts'
import { isFaultOf, wordFault } from './word-fault.ts'

/**
 * Where an expression stands: `where` of a proof sees an event's attributes as bare names;
 * `interaction` (`check`, `applies`) sees `interaction`, `events`, `steps` and `asOf`; `value` (of a metric, of an item of
 * a scorecard) sees the same and gives a number, a text, or true or false;
 * `pair` (`correlation`) sees the two events `activation` and `target`, and `interaction`.
 */
export type ExpressionUse = 'where' | 'interaction' | 'value' | 'pair'

/** What is wrong with an expression, and where: UTF-16 offsets into its source, `to` exclusive. */
export interface ExpressionError {
  readonly from: number
  readonly to: number
  readonly message: Message
}

/**
 * `missing` is the source of the name or field that the data did not have; `step`, when it was a field of `steps["id"]`,
 * the id: a step that was not done is another matter than data that were not recorded.
 */
type ResultOf<T> =
  { readonly value: T } | { readonly missing: string; readonly step?: string } | { readonly error: Message }
type ExpressionResult = ResultOf<boolean>
/** What an expression of use `value` gives. */
export type ValueResult = ResultOf<boolean | number | string>

/** The names an expression sees, as `toCelMap` makes them. A Map, so that no name can reach a prototype. */
type Bindings = ReadonlyMap<string, unknown>

export interface Expression {
  readonly errors: readonly ExpressionError[]
  /** Never throws. `longestList` is the length of the longest list bound; it bounds what nested macros may cost. */
  evaluate(bindings: Bindings, longestList?: number): ExpressionResult
  /** The same for an expression that need not be true or false. */
  compute(bindings: Bindings, longestList?: number): ValueResult
}

const MAX_LENGTH = 4_000
const MAX_NODES = 500
const MAX_DEPTH = 40
const MAX_MACRO_DEPTH = 2
/** Steps that nested macros may take over the lists of one interaction. */
const MAX_STEPS = 1_000_000

const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter'])
/** The names that each use knows, besides an event's own attributes. */
const NAMES: Readonly<Record<ExpressionUse, readonly string[]>> = {
  where: [],
  interaction: ['interaction', 'events', 'steps', 'asOf'],
  value: ['interaction', 'events', 'steps', 'asOf'],
  pair: ['activation', 'target', 'interaction'],
}

const ofInteraction: Environment = createNamed('interaction')
const environments: Readonly<Record<ExpressionUse, Environment>> = {
  where: createEnvironment(true),
  interaction: ofInteraction,
  value: ofInteraction,
  pair: createNamed('pair'),
}

function createNamed(use: ExpressionUse): Environment {
  return NAMES[use].reduce((environment, name) => environment.registerVariable(name, 'dyn'), createEnvironment(false))
}

/** The faults of an expression, none when it can be evaluated. */
export function checkExpression(source: string, use: ExpressionUse): readonly ExpressionError[] {
  return compileExpression(source, use).errors
}

/** What an expression gives as far as it can be told without data, such as `bool`, `int` or `dyn`; undefined with errors. */
export function typeOfExpression(source: string, use: ExpressionUse): string | undefined {
  const { parsed, errors } = parseExpression(source, use)
  return errors.length > 0 ? undefined : parsed?.check().type
}

/** A name that an expression sees, and where: UTF-16 offsets into its source. */
export interface NameUse {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** The names an expression asks the data for, without those that its macros bind; none with errors. */
export function namesOfExpression(source: string, use: ExpressionUse): readonly NameUse[] {
  const { parsed, errors } = parseExpression(source, use)
  if (!parsed || errors.length > 0) return []
  const bound = new Set<string>()
  const names: NameUse[] = []
  visit(parsed.ast, 0, (node) => {
    if (node.op === 'rcall' && MACROS.has(node.args[0])) {
      const [variable] = node.args[2]
      if (variable?.op === 'id') bound.add(variable.args)
    }
    if (node.op === 'id') names.push({ name: node.args, from: node.start, to: node.end })
  })
  return names.filter(({ name }) => !bound.has(name))
}

/** The fault of a `where` when its names have the types that are given, such as a text compared with a number. */
export function checkWithTypes(
  source: string,
  types: ReadonlyMap<string, 'string' | 'int' | 'bool'>,
): ExpressionError | undefined {
  const typed = JSON.stringify([...types])
  return remember(faultsBefore, `${typed} ${source}`, () => {
    const environment = remember(typedEnvironments, typed, () => typedEnvironment(types), MOST_ENVIRONMENTS)
    try {
      const checked = environment.parse(source).check()
      return checked.valid ? undefined : faultAt(checked.error, source, 'where')
    } catch {
      return undefined
    }
  })
}

function typedEnvironment(types: ReadonlyMap<string, string>): Environment {
  const environment = createEnvironment(true)
  for (const [name, type] of types) environment.registerVariable(name, type)
  return environment
}

const faultsBefore = new Map<string, ExpressionError | undefined>()
const typedEnvironments = new Map<string, Environment>()

/** Compiles once; an expression with errors evaluates to the first of them. */
export function compileExpression(source: string, use: ExpressionUse): Expression {
  const { parsed, errors } = parseExpression(source, use)
  const [first] = errors
  if (parsed === undefined || first !== undefined) {
    const error = first?.message ?? wordFault('unknown', '', '')
    return { errors, evaluate: () => ({ error }), compute: () => ({ error }) }
  }
  const depth = macroDepth(parsed.ast)
  const compute = (bindings: Bindings, longestList = 0): ValueResult => {
    if (depth > 1 && longestList ** depth > MAX_STEPS) return { error: wordFault('too_many_steps', '', '') }
    return run(parsed, bindings, source)
  }
  return {
    errors,
    compute,
    evaluate(bindings, longestList) {
      const result = compute(bindings, longestList)
      if (!('value' in result)) return result
      const { value } = result
      return typeof value === 'boolean' ? { value } : { error: wordFault('not_bool', typeof value, '') }
    },
  }
}

const VALUE_TYPES: ReadonlySet<string> = new Set(['bool', 'int', 'uint', 'double', 'string', 'dyn'])

const compiled = new WeakMap<Cel, Map<ExpressionUse, Expression>>()

/** The expression of a loaded map, compiled the first time it is asked for. */
export function expressionOf(cel: Cel, use: ExpressionUse): Expression {
  let byUse = compiled.get(cel)
  if (byUse === undefined) compiled.set(cel, (byUse = new Map()))
  let expression = byUse.get(use)
  if (expression === undefined) byUse.set(use, (expression = compileExpression(cel.source, use)))
  return expression
}

/** The names that an expression uses, those its macros bind among them; undefined where it has errors. */
export function namesIn({ source }: Cel, use: ExpressionUse): ReadonlySet<string> | undefined {
  const { parsed, errors } = parseExpression(source, use)
  if (parsed === undefined || errors.length > 0) return undefined
  const names = new Set<string>()
  visit(parsed.ast, 0, (node) => {
    if (node.op === 'id') names.add(node.args)
  })
  return names
}

function run(parsed: ParseResult, bindings: Bindings, source: string): ValueResult {
  try {
    const value: unknown = parsed(bindings)
    if (typeof value === 'bigint') return { value: Number(value) }
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return { value }
    return { error: wordFault('not_value', Array.isArray(value) ? 'list' : typeof value, '') }
  } catch (error) {
    if (!(error instanceof EvaluationError)) return { error: wordFault('unknown', String(error), '') }
    if (isMissing(error.code)) {
      const step = error.node && stepOf(error.node)
      return { missing: missingName(error, source), ...(step === undefined ? {} : { step }) }
    }
    // Summaries of conversion errors quote the data, which may be a customer's words; those of types do not.
    const detail = error.code === 'no_such_overload' ? error.summary : error.code
    return { error: wordFault(error.code, detail, missingName(error, source)) }
  }
}

function isMissing(code: string): boolean {
  return code === 'unknown_variable' || code === 'no_such_key' || code === 'index_out_of_bounds'
}

function missingName(error: EvaluationError, source: string): string {
  const node = error.node
  if (node === undefined) return source
  // The range of `a.b` is that of `b` alone.
  if (node.op === '.') return source.slice(startOf(node), node.end).trim()
  return source.slice(node.start, node.end).trim()
}

/** The id of the step that a chain such as `steps["dispatch"].city` begins with. */
function stepOf(node: ASTNode): string | undefined {
  if (node.op !== '.' && node.op !== '[]') return undefined
  const [base, key] = node.args
  if (base.op !== 'id' || base.args !== 'steps') return stepOf(base)
  if (typeof key === 'string') return key
  return key.op === 'value' && typeof key.args === 'string' ? key.args : undefined
}

function startOf(node: ASTNode): number {
  return node.op === '.' || node.op === '[]' ? startOf(node.args[0]) : node.start
}

interface ParsedExpression {
  readonly parsed?: ParseResult
  readonly errors: readonly ExpressionError[]
}

/** Maps say the same things often, and several rooms ask about each: what was parsed is kept, up to so many. */
const MOST_KEPT = 4_000
/** Environments are large, and few events differ in the types of what they carry. */
const MOST_ENVIRONMENTS = 32
const parsedBefore = new Map<string, ParsedExpression>()

function parseExpression(source: string, use: ExpressionUse): ParsedExpression {
  return remember(parsedBefore, `${use} ${source}`, () => parseAnew(source, use))
}

function remember<T>(kept: Map<string, T>, key: string, make: () => T, most: number = MOST_KEPT): T {
  const known = kept.get(key)
  if (known !== undefined || kept.has(key)) return known as T
  const made = make()
  if (kept.size >= most) kept.clear()
  kept.set(key, made)
  return made
}

function parseAnew(source: string, use: ExpressionUse): ParsedExpression {
  if (source.length > MAX_LENGTH) {
    return { errors: [{ from: MAX_LENGTH, to: source.length, message: wordFault('too_long', String(MAX_LENGTH), '') }] }
  }
  let parsed: ParseResult
  try {
    parsed = environments[use].parse(source)
  } catch (error) {
    return { errors: [faultAt(error, source, use)] }
  }
  const errors = refuse(parsed.ast)
  if (errors.length > 0) return { errors }
  const checked = parsed.check()
  if (!checked.valid) return { errors: [faultAt(checked.error, source, use)] }
  if (use === 'value') {
    if (VALUE_TYPES.has(checked.type ?? 'dyn')) return { parsed, errors: [] }
    return { errors: [{ from: 0, to: source.length, message: wordFault('not_value', checked.type ?? '', '') }] }
  }
  if (checked.type !== 'bool' && checked.type !== 'dyn') {
    return { errors: [{ from: 0, to: source.length, message: wordFault('not_bool', checked.type ?? '', '') }] }
  }
  return { parsed, errors: [] }
}

/** What the library would accept and we do not: `matches` (backtracking), patterns that are not RE2, deep nesting. */
function refuse(ast: ASTNode): ExpressionError[] {
  const errors: ExpressionError[] = []
  visit(ast, 0, (node, depth) => {
    const name = calledName(node)
    if (name === 'matches') errors.push({ from: startOf(node), to: node.end, message: wordFault('matches', '', '') })
    if (name === 'says') errors.push(...refusePattern(node))
    if (depth > MAX_MACRO_DEPTH && name !== undefined && MACROS.has(name)) {
      errors.push({ from: node.start, to: node.end, message: wordFault('macro_depth', String(MAX_MACRO_DEPTH), '') })
    }
  })
  return errors.sort((a, b) => a.from - b.from)
}

function refusePattern(node: ASTNode): ExpressionError[] {
  if (node.op !== 'call' || node.args[1].length !== 2) return []
  const pattern = node.args[1][1]
  if (pattern === undefined) return []
  const at = { from: pattern.start, to: pattern.end }
  if (pattern.op !== 'value' || typeof pattern.args !== 'string') {
    return [{ ...at, message: wordFault('pattern_not_literal', '', '') }]
  }
  const fault = patternFault(pattern.args)
  return fault === undefined ? [] : [{ ...at, message: wordFault('pattern', fault, '') }]
}

function macroDepth(ast: ASTNode): number {
  let deepest = 0
  visit(ast, 0, (node, depth) => {
    const name = calledName(node)
    if (name !== undefined && MACROS.has(name)) deepest = Math.max(deepest, depth)
  })
  return deepest
}

/** Walks the tree; `depth` counts the macros around and including the node. */
function visit(node: ASTNode, depth: number, see: (node: ASTNode, depth: number) => void): void {
  const name = node.op === 'rcall' ? node.args[0] : undefined
  const inside = name !== undefined && MACROS.has(name) ? depth + 1 : depth
  see(node, inside)
  if (node.op === 'rcall') {
    visit(node.args[1], depth, see)
    for (const child of node.args[2]) visit(child, inside, see)
    return
  }
  for (const child of childrenOf(node)) visit(child, depth, see)
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
    case 'rcall':
      return []
    case 'call':
      return node.args[1]
    case '.':
    case '.?':
      return [node.args[0]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

function calledName(node: ASTNode): string | undefined {
  return node.op === 'call' || node.op === 'rcall' ? node.args[0] : undefined
}

function faultAt(error: unknown, source: string, use: ExpressionUse): ExpressionError {
  if (!isFaultOf(error)) return { from: 0, to: source.length, message: wordFault('unknown', String(error), '') }
  const range = error.range
  const from = Math.min(range?.start ?? 0, source.length)
  const to = Math.min(Math.max(range?.end ?? source.length, from), source.length)
  return {
    from,
    to,
    message: wordFault(error.code, error.summary, source.slice(from, Math.max(to, from + 1)), NAMES[use]),
  }
}

const patterns = new Map<string, RE2JS>()

function createEnvironment(anyName: boolean): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: anyName,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: MAX_NODES, maxDepth: MAX_DEPTH, maxListElements: 200, maxMapEntries: 50 },
  })
  // CEL has no arithmetic between int and double; people write `price * 2`, and data decide what `price` is.
  const mixed: readonly (readonly [string, (a: number, b: number) => number])[] = [
    ['+', (a, b) => a + b],
    ['-', (a, b) => a - b],
    ['*', (a, b) => a * b],
    ['/', (a, b) => a / b],
  ]
  for (const [operator, compute] of mixed) {
    environment.registerOperator(`double ${operator} int`, (a: number, b: bigint) => compute(a, Number(b)))
    environment.registerOperator(`int ${operator} double`, (a: bigint, b: number) => compute(Number(a), b))
  }
  environment.registerFunction('says(dyn, string): bool', (text: unknown, pattern: string) => {
    if (typeof text !== 'string') return false
    let regex = patterns.get(pattern)
    if (regex === undefined) {
      regex = RE2JS.compile(pattern)
      if (patterns.size < 1_000) patterns.set(pattern, regex)
    }
    return regex.test(text)
  })
  return environment
}

function patternFault(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
