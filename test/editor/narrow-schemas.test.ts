import { Ajv, type ValidateFunction } from 'ajv'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { gatherIds } from '../../src/editor/map-ids.ts'
import { narrowSchemas } from '../../src/editor/narrow-schemas.ts'
import type { SchemaSet } from '../../src/editor/schema-set.ts'
import { createFolderSource } from '../../src/io/model-sources.ts'
import { readSchemas } from '../../src/io/schema-files.ts'
import { loadMap } from '../../src/load/load-map.ts'
import { buildMatrix } from '../../src/model/matrix.ts'
import { root } from '../support/run-cli.ts'

const shipped = readSchemas()
const maps = readdirSync(path.join(root, 'maps'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'touchmap.yaml')
  .map((file) => path.join('maps', path.dirname(file)))
  .sort()

function open(map: string) {
  const loaded = loadMap(createFolderSource(path.join(root, map)))
  if (!loaded.map) throw new Error(`${map} has errors`)
  const ids = gatherIds(loaded.map, loaded.matrix ?? buildMatrix(loaded.map), loaded.declared)
  return { schemas: narrowSchemas(shipped, ids), files: loaded.files, ids }
}

function compile(schemas: SchemaSet): ValidateFunction {
  const ajv = new Ajv({ strict: false, messages: false, inlineRefs: false, code: { optimize: false } })
  for (const schema of schemas.values()) ajv.addSchema(schema)
  const validate = ajv.getSchema('touchmap.schema.json')
  if (!validate) throw new Error('no schema')
  return validate
}

describe('the schemas of a map', () => {
  // The examples of scorecards are of one make: one stands for them here, all are opened in the editor's test.
  const tried = maps.filter((map) => !/scorecards\/(?!deductions)/.test(map.replaceAll('\\', '/')))

  it.each(tried)('take every file of %s', (map) => {
    const { schemas, files } = open(map)
    const validate = compile(schemas)
    expect(files.length).toBeGreaterThan(3)
    for (const { file, text } of files.filter((each) => each.file.endsWith('.yaml'))) {
      const valid = validate(parse(text, { merge: true }))
      expect({
        file,
        valid,
        at: validate.errors?.map((error) => `${error.instancePath} ${error.keyword}`),
      }).toMatchObject({ file, valid: true })
    }
  })
})

describe('an id that nothing declares', () => {
  const { schemas } = open('maps/hotline-10086')
  const validate = compile(schemas)
  const refuses = (file: object): readonly string[] => {
    expect(validate(file)).toBe(false)
    return (validate.errors ?? []).map((error) => error.instancePath)
  }
  const row = { business: 'sim-replacement', channel: 'inbound-call', brand: 'gotone', flow: 'call-answering' }
  const catalog = parse(readFileSync(path.join(root, 'maps/hotline-10086/catalog.yaml'), 'utf8')) as {
    businesses: object
  }
  const withBusiness = (keys: object) => ({
    ...catalog,
    businesses: { ...catalog.businesses, x: { name: 'X', class: 'query', ...keys } },
  })
  const step = (keys: object) => ({ flow: 'a', steps: [{ id: 'x', by: 'agent', ...keys }] })
  const rule = (keys: object) => ({ rules: { r: keys } })

  it.each<[string, object, string]>([
    ['a role', step({ by: 'agnt' }), '/steps/0/by'],
    ['a role in a list', step({ by: ['agent', 'agnt+'] }), '/steps/0/by/1'],
    ['an event', step({ proof: { event: 'call.answred' } }), '/steps/0/proof/event'],
    ['a lexicon', step({ 'must-say': 'greting' }), '/steps/0/must-say'],
    ['a flow', { flow: 'a', steps: [{ use: { flow: 'nowhere', as: 'b' } }] }, '/steps/0/use/flow'],
    ['the flow of a variant', { flow: 'a', extends: 'nowhere' }, '/extends'],
    ['a constant', step({ within: { limit: 'soon' } }), '/steps/0/within/limit'],
    ['an event of a target', rule({ init: { of: 'call.nothing' } }), '/rules/r/init/of'],
    [
      'a calendar',
      rule({ within: { limit: '1 h', after: 'call.answered', to: 'call.ended', calendar: 'c' } }),
      '/rules/r/within/calendar',
    ],
    ['a channel', { touchpoints: [{ ...row, channel: 'pigeon' }] }, '/touchpoints/0/channel'],
    ['the flow of a touchpoint', { touchpoints: [{ ...row, flow: 'nowhere' }] }, '/touchpoints/0/flow'],
    [
      'a rule of a scorecard',
      {
        scorecard: true,
        mode: 'points',
        sections: [{ id: 'a', name: 'A', items: [{ rule: 'nothing/here', points: 1 }] }],
      },
      '/sections/0/items/0/rule',
    ],
    [
      'a code',
      {
        scorecard: true,
        mode: 'points',
        sections: [{ id: 'a', name: 'A', items: [{ attribute: 'x', points: 1 }] }],
        thresholds: { per: { 'ZZ-1': {} } },
      },
      '/thresholds/per',
    ],
    ['an event that ends', { ...catalog, ends: ['nothing.here'] }, '/ends/0'],
    ['what a business is part of', withBusiness({ 'part-of': 'nowhere' }), '/businesses/x/part-of'],
  ])('%s is refused', (_, file, at) => {
    expect(refuses(file)).toContain(at)
  })

  it('may be a step, which is written where it is used, but not an event', () => {
    expect(validate(rule({ precedence: { before: 'written-just-now', then: 'call.ended' } }))).toBe(true)

    expect(validate({ flow: 'a', steps: [{ id: 'x', by: 'agent', 'not-by-doer-of': 'z' }] })).toBe(true)
  })

  it('may be an attribute, of which the loader asks nothing', () => {
    expect(validate(step({ records: ['anythingElse'] }))).toBe(true)
  })
})

describe('narrowing', () => {
  it('replaces definitions of references and nothing else', () => {
    const { schemas } = open('maps/repair-service')
    const changed = [...schemas].filter(
      ([file, schema]) => JSON.stringify(schema) !== JSON.stringify(shipped.get(file)),
    )
    expect(changed.map(([file]) => file)).toEqual(['common.schema.json', 'touchpoints.schema.json'])
    const [, common] = changed[0] ?? []
    const before = shipped.get('common.schema.json')?.['definitions'] as Record<string, unknown>
    const after = common?.['definitions'] as Record<string, unknown>
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const replaced = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]))
    expect(replaced.sort()).toEqual(
      [
        ...['business', 'channel', 'brand', 'identity', 'region', 'environment'].flatMap((axis) => [`${axis}Ref`, `${axis}Value`]),
        'attributeRef', 'calendarRef', 'codeRef', 'duration', 'durationText', 'eventRef', 'flowRef', 'known', 'lexiconIdRef', 'lexiconRef',
        'pastCode', 'pastFlow', 'pattern', 'qualificationRef', 'role', 'roles', 'ruleRef', 'stepRef', 'target', 'targetName',
      ].sort(),
    ) // prettier-ignore
  })

  it('says what each id stands for', () => {
    const { ids } = open('maps/hotline-10086')
    expect(ids.roles.find(({ id }) => id === 'agent')?.text).toEqual({ zh: '客服代表', en: 'Agent' })
    expect(ids.codes.find(({ id }) => id === '1A-101')?.text?.en).toBe('Open an account · Inbound call · GoTone')
    expect(ids.rules.map(({ id }) => id)).toContain('call-closing/next-steps/must-say')
    expect(ids.rules.map(({ id }) => id)).toContain('call-answering/close/next-steps/must-say')
    expect(ids.steps.map(({ id }) => id)).toContain('close/next-steps')
  })
})
