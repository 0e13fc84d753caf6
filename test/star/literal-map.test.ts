import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeLiteralMap, readVocabulary } from '../../fixtures/star/make-literal.ts'
import { hasStar, readStarFlows, readStarLines, starMap, starNote } from './star-data.ts'

describe.skipIf(!hasStar)(`the literal map of the STAR tasks${starNote}`, () => {
  it('is what its script makes of the prescribed flows', () => {
    const made = makeLiteralMap(readStarFlows(), readVocabulary(readStarLines()))
    const folder = starMap('literal')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))

    expect(files.toSorted()).toEqual([...made.keys()].toSorted())
    for (const [path, text] of made) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text)
  })
})

describe('makeLiteralMap', () => {
  it('makes a branch of each path, and keeps what lies on no path from being ambient', () => {
    const flows = { weather: { activities: [{ id: 'a_b' }, { id: 'c' }], acyclic_paths: [['a_b']] } }
    expect(makeLiteralMap(flows, ['a_b', 'c', 'd', 'e']).get('flows/weather.yaml')).toBe(`flow: weather
name: Weather
family: service
note: Known to the flow, but on no path, so never free - c.
ambient: [d, e]
steps:
  - choice:
      - name: path 1
        steps:
          - {id: p1-1-a-b, by: agent, proof: {event: a_b, role: agent}}
`)
  })
})
