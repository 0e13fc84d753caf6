import { describe, expect, it } from 'vitest'
import { checkPattern } from '../../src/text/check-pattern.ts'

describe('checkPattern', () => {
  it.each(['(?i)anything else', '[0-9]{11}', '\\p{Han}+', '(a|b)*c', ''])('accepts %s', (pattern) => {
    expect(checkPattern(pattern)).toBeUndefined()
  })

  it.each([
    ['a(?=b)', '(?=', 'RE2 has no lookahead or lookbehind; match the whole and exclude with `except`'],
    ['(?<![0-9])1', '(?<!', 'RE2 has no lookahead or lookbehind; match the whole and exclude with `except`'],
    ['(a)\\1', '\\1', 'RE2 has no back-references'],
    ['\\p{Script=Han}', '\\p{Script=Han}', 'RE2 names scripts directly, such as `\\p{Han}`'],
    ['a{2000}', '{2000}', 'a repeat may count to 1000 at most'],
    ['ab[c', '[c', 'the pattern is not RE2: missing closing ] `[c`'],
    ['a**', '**', 'the pattern is not RE2: invalid nested repetition operator `**`'],
    ['(ab', '(ab', 'the pattern is not RE2: missing closing ) `(ab`'],
  ])('marks %s at %s', (pattern, marked, message) => {
    const error = checkPattern(pattern)
    expect(error?.message.en).toContain(message)
    expect(pattern.slice(error?.from, error?.to)).toBe(marked)
    expect(error?.message.zh).toMatch(/\p{Script=Han}/u)
  })

  it('refuses what is too long', () => {
    expect(checkPattern('a'.repeat(3_000))?.from).toBe(2_000)
  })
})
