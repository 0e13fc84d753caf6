import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverLexicons } from '../../src/compliance/cover-lexicons.ts'
import { createPhraseMatcher } from '../../src/text/create-phrase-matcher.ts'
import { makeInteraction } from '../support/make-interaction.ts'
import { makeLexicon } from '../support/make-lexicon.ts'
import { makeMap } from '../support/make-map.ts'

const letters = fc.constantFrom('您', '好', '保', '证', '金', '，')
const texts = fc.array(letters, { maxLength: 12 }).map((list) => list.join(''))
const phrases = fc.array(letters, { minLength: 1, maxLength: 3 }).map((list) => list.join(''))
const entries = fc.array(
  fc.record({
    phrase: phrases,
    variants: fc.array(phrases, { maxLength: 2 }),
    except: fc.array(phrases, { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const contacts = fc.array(
  fc.array(fc.record({ text: texts, role: fc.constantFrom('agent', 'customer', 'robot', undefined) }), {
    maxLength: 4,
  }),
  { maxLength: 4 },
)

it('counts for each entry what a lexicon of that entry alone finds, contact by contact and role by role', () => {
  fc.assert(
    fc.property(entries, fc.array(phrases, { maxLength: 2 }), contacts, (any, except, logs) => {
      const lexicon = makeLexicon({ id: 'own', any, except })
      const interactions = logs.map((events, i) =>
        makeInteraction(
          events.map(({ text, role }) => ({ event: 'said', text, ...(role === undefined ? {} : { role }) })),
          { id: `i-${i}` },
        ),
      )
      const found = coverLexicons(makeMap({ lexicons: new Map([['own', lexicon]]) }), { interactions })
      for (const [i, entry] of any.entries()) {
        const says = createPhraseMatcher(makeLexicon({ any: [entry], except }))
        const said = logs.map((events) => events.filter(({ text }) => says(text).length > 0))
        const hits = found.lexicons[0]?.entries[i]?.hits
        expect(hits?.texts).toBe(said.flat().length)
        expect(hits?.interactions).toBe(said.filter((list) => list.length > 0).length)
        for (const role of ['agent', 'customer']) {
          expect(hits?.roles.get(role) ?? 0).toBe(said.flat().filter((event) => event.role === role).length)
        }
        const unknown = said.flat().filter(({ role }) => role === 'robot' || role === undefined)
        expect(hits?.roles.get(undefined) ?? 0).toBe(unknown.length)
      }
    }),
    { numRuns: 150 },
  )
})

it('counts an exception where, without it, more would have counted', () => {
  fc.assert(
    fc.property(phrases, phrases, contacts, (phrase, except, logs) => {
      const lexicon = makeLexicon({ id: 'own', any: [phrase], except: [except] })
      const interactions = logs.map((events, i) =>
        makeInteraction(
          events.map(({ text }) => ({ event: 'said', text })),
          { id: `i-${i}` },
        ),
      )
      const found = coverLexicons(makeMap({ lexicons: new Map([['own', lexicon]]) }), { interactions })
      const [withIt, without] = [lexicon, makeLexicon({ any: [phrase] })].map(createPhraseMatcher)
      const took = logs.flat().filter(({ text }) => (withIt?.(text).length ?? 0) < (without?.(text).length ?? 0))
      expect(found.lexicons[0]?.exceptions[0]?.hits.texts).toBe(took.length)
      expect(found.exceptions).toEqual({ hit: took.length > 0 ? 1 : 0, all: 1 })
    }),
    { numRuns: 150 },
  )
})

it('finds a regular expression that counts though the rest of its lexicon was not said', () => {
  const lexicon = makeLexicon({ id: 'own', all: ['月租'], regex: '\\d+元' })
  const interactions = [makeInteraction([{ event: 'said', text: '一共30元' }], { id: 'i' })]
  const [own] = coverLexicons(makeMap({ lexicons: new Map([['own', lexicon]]) }), { interactions }).lexicons
  expect(own?.said.texts).toBe(0)
  expect(own?.entries.map(({ list, hits }) => [list, hits.texts])).toEqual([
    ['all', 0],
    ['regex', 1],
  ])
})
