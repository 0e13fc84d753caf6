import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExpression, compileExpression, type ExpressionUse } from '../../src/expr/expression.ts'
import { toCelMap } from '../../src/expr/to-cel-map.ts'

function evaluate(source: string, data: Parameters<typeof toCelMap>[0], use: ExpressionUse = 'where') {
  return compileExpression(source, use).evaluate(toCelMap(data))
}

const interaction = {
  interaction: { homeCity: 'jinan', amount: 3 },
  steps: { dispatch: { city: 'jinan' }, review: {} },
  events: [{ event: 'a', n: 1 }, { event: 'b' }],
  asOf: 1_000,
}

describe('evaluation', () => {
  it.each([
    ['rating <= 3', { rating: 3 }, true],
    ['rating + 1 == 4', { rating: 3 }, true],
    ['rating * 1.5 == 4.5', { rating: 3 }, true],
    ['price + 1 == 3.5', { price: 2.5 }, true],
    ['price / 2 < 1.5', { price: 2.5 }, true],
    ['!first', { first: true }, false],
    ["scope != 'none'", { scope: 'on-behalf' }, true],
    ["city in ['jinan', 'qingdao']", { city: 'jinan' }, true],
    ['says(text, "(?i)anything else")', { text: 'Anything ELSE?' }, true],
    ['says(text, "^else")', { text: 'Anything else?' }, false],
  ])('%s over %o is %s', (source, data, value) => {
    expect(evaluate(source, data)).toEqual({ value })
  })

  it.each([
    ['rating <= 3', {}, 'rating'],
    ['rating <= 3', { rating: null }, 'rating'],
    ['a.b.c == 1', { a: { b: {} } }, 'a.b.c'],
    ['a["b"] == 1', { a: {} }, 'a["b"]'],
    ['missing || false', {}, 'missing'],
  ])('%s over %o misses %s', (source, data, missing) => {
    expect(evaluate(source, data)).toEqual({ missing })
  })

  it('lets a known side decide beside a missing one, as CEL does', () => {
    expect(evaluate('missing || true', {})).toEqual({ value: true })
    expect(evaluate('missing && false', {})).toEqual({ value: false })
  })

  it('sees interaction, events, steps and asOf', () => {
    expect(evaluate('steps["dispatch"].city == interaction.homeCity', interaction, 'interaction')).toEqual({
      value: true,
    })
    expect(evaluate('events.exists(e, e.n == 1)', interaction, 'interaction')).toEqual({ value: true })
    expect(evaluate('events.exists(e, e.n == 2)', interaction, 'interaction')).toEqual({ missing: 'e.n' })
    expect(evaluate('steps["review"].city == "x"', interaction, 'interaction')).toEqual({
      missing: 'steps["review"].city',
      step: 'review',
    })
    expect(evaluate('steps.review.city.name == "x"', interaction, 'interaction')).toEqual({
      missing: 'steps.review.city',
      step: 'review',
    })
    expect(evaluate('asOf > 999', interaction, 'interaction')).toEqual({ value: true })
  })

  it('says which types do not go together, without the data', () => {
    const result = evaluate('text > 3', { text: '张三 13800000000' })
    expect(result).toEqual({
      error: {
        zh: '两边的类型不能这样运算（no such overload: dyn<string> > int）',
        en: 'these types cannot be combined so (no such overload: dyn<string> > int)',
      },
    })
    expect(JSON.stringify(evaluate('duration(text) > duration("1s")', { text: '13800000000' }))).not.toContain('138')
  })

  it('reaches no prototype', () => {
    for (const name of ['constructor', 'hasOwnProperty', 'toString']) {
      expect(evaluate(`${name} == "x"`, {})).toEqual({ missing: name })
      expect(evaluate(`a.${name} == "x"`, { a: {} })).toEqual({ missing: `a.${name}` })
    }
    const hostile = JSON.parse('{"a": {"__proto__": {"polluted": true}, "constructor": 1}}') as Record<string, never>
    expect(evaluate('a["__proto__"].polluted', hostile)).toEqual({ value: true })
    expect(evaluate('a.constructor == 1', hostile)).toEqual({ value: true })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('leaves out what is nested too deep', () => {
    let nested: Record<string, unknown> = {}
    for (let i = 0; i < 20_000; i++) nested = { a: nested }
    expect(evaluate('a.a.a != null', nested as never)).toEqual({ value: true })
    const path = Array.from({ length: 35 }, () => 'a').join('.')
    expect(evaluate(`${path} != null`, nested as never)).toEqual({ missing: Array(33).fill('a').join('.') })
  })

  it('never throws, whatever the source and the data', () => {
    const word = fc.constantFrom('a', 'b.c', '1', '"x"', '+', '==', '(', ')', '[', ']', '.all(', ',', '!', '&&', '。')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.jsonValue(), (words, a) => {
        const expression = compileExpression(words.join(' '), 'where')
        const result = expression.evaluate(toCelMap({ a: a as never }))
        expect(Object.keys(result)).toHaveLength(1)
        expect(expression.errors.length > 0 ? Object.keys(result) : ['error']).toEqual(['error'])
      }),
      { numRuns: 500, examples: [[['a'], { toString: 1 }]] },
    )
  })

  it('bounds nested macros by the length of the lists', () => {
    const source = 'events.all(a, events.all(b, a.n == b.n))'
    const events = Array.from({ length: 2_000 }, () => ({ n: 1 }))
    const expression = compileExpression(source, 'interaction')
    expect(expression.evaluate(toCelMap({ events: events.slice(0, 50) }), 50)).toEqual({ value: true })
    expect(expression.evaluate(toCelMap({ events }), 2_000)).toHaveProperty('error')
  })
})

describe('checking', () => {
  it.each<[ExpressionUse, string, string, string]>([
    ['where', 'rating ==', '', 'the expression ends too early'],
    ['where', 'rating = 3', '=', 'equality is written with two signs, `==`'],
    ['where', 'scope == “none”', '“', '`“` is a full-width sign; type the half-width `"` here'],
    ['where', 'a == 1 & b', '&', '“and” is written `&&`, “or” is written `||`'],
    ['where', 'scope == "none', '"none', 'the string has no closing quote'],
    ['where', '1 + 1', '1 + 1', 'a condition must be true or false; this one gives int'],
    [
      'where',
      'nothing(rating)',
      'nothing(rating)',
      'no such function, or arguments of the wrong type: `nothing(rating)`',
    ],
    [
      'where',
      'x || text.matches("^(a+)+$")',
      'text.matches("^(a+)+$")',
      '`matches` can take unbounded time and is not accepted; use `says(text, "pattern")` (RE2)',
    ],
    [
      'interaction',
      'rating == 3',
      'rating',
      'unknown name `rating`; known here are `interaction`, `events`, `steps` and `asOf`',
    ],
    ['where', 'says(text, other)', 'other', 'the pattern of `says` must be a literal string, not made from data'],
  ])('%s `%s` marks `%s`', (use, source, marked, message) => {
    const [error, ...rest] = checkExpression(source, use)
    expect(rest).toEqual([])
    expect(error?.message.en).toBe(message)
    expect(source.slice(error?.from, error?.to)).toBe(marked)
    expect(error?.message.zh).toMatch(/\p{Script=Han}/u)
  })

  it('refuses a pattern that is not RE2 at its place', () => {
    const source = 'says(text, "(?=a)")'
    const [error] = checkExpression(source, 'where')
    expect(source.slice(error?.from, error?.to)).toBe('"(?=a)"')
  })

  it('refuses what is too long, too large, too deep or nested too far', () => {
    expect(checkExpression(`x == "${'a'.repeat(5_000)}"`, 'where')).toHaveLength(1)
    expect(checkExpression(Array.from({ length: 600 }, () => 'a').join(' && '), 'where')).toHaveLength(1)
    expect(checkExpression(`${'('.repeat(500)}a${')'.repeat(500)}`, 'where')).toHaveLength(1)
    const nested = 'events.all(a, events.all(b, events.all(c, a == b)))'
    const [error] = checkExpression(nested, 'interaction')
    expect(nested.slice(error?.from, error?.to)).toBe('events.all(c, a == b)')
    expect(checkExpression('events.all(a, events.all(b, a == b))', 'interaction')).toEqual([])
  })

  it('counts positions in UTF-16 units', () => {
    const source = '"😀" == x & y'
    expect(checkExpression(source, 'where')[0]?.from).toBe(source.indexOf('&'))
  })

  it.each(['steps["dispatch"].city == interaction.homeCity', 'steps["a"] == null', 'events.exists(e, e.event == "x")'])(
    'accepts `%s`',
    (source) => {
      expect(checkExpression(source, 'interaction')).toEqual([])
    },
  )

  it('ends in time on patterns that make backtracking engines run away', () => {
    expect(evaluate('says(text, "^(a+)+$")', { text: `${'a'.repeat(5_000)}b` })).toMatchObject({ value: false })
  })
})
