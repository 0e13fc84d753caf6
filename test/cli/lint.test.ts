import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, touchmap } from '../support/run-cli.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchmap-lint-'))
  cpSync(path.join(root, 'fixtures/load/pages'), folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text)
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
const FLOW = `flow: answer
name: 接听
steps:
  - {id: greet, by: agent, proof: {event: call.answered}, must-say: greeting}
  # why this is a choice
  - choice: # one
      - {name: 变更, steps: [{id: change, by: supervisor, proof: {event: plan.changed, where: fee > 0}}]}
  - {id: confirm, proof: {says: greeting, role: supervisor}}
`
async function findings(...options: string[]) {
  const { code, stdout, stderr } = await touchmap(['validate', folder, '--lang', 'en', '--format', 'json', ...options])
  const json = JSON.parse(stdout) as {
    findings: { rule: string; severity: string; range: { start: { line: number } } }[]
  }
  return {
    code,
    stderr,
    rules: json.findings.map(({ rule, severity, range }) => `${severity} ${rule} ${range.start.line}`),
  }
}

describe('severities', () => {
  it('of a rule that is off let it run where the map or the command line sets it', async () => {
    const hotline = path.join(folder, 'hotline')
    cpSync(path.join(root, 'maps/hotline-10086'), hotline, { recursive: true })
    const found = async (...options: string[]) => {
      const { stdout } = await touchmap(['validate', hotline, '--as-of', '2026-11-22', '--format', 'json', ...options])
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] }
      return findings.map(({ rule, severity }) => `${severity} ${rule}`)
    }
    expect(await found()).toEqual([])
    expect(await found('--rule', 'flow-off-diagonal=error')).toEqual(Array(6).fill('error flow-off-diagonal'))
    const file = path.join(hotline, 'touchmap.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}lint: {rules: {flow-off-diagonal: warning}}\n`)
    expect(await found()).toEqual(Array(6).fill('warning flow-off-diagonal'))
    expect(await found('--rule', 'flow-off-diagonal=off')).toEqual([])
  })

  it('are set by the map, and by the command line over it', async () => {
    write('flows/answer.yaml', FLOW)
    expect(await findings()).toEqual({ code: 0, stderr: '', rules: ['warning choice-one-branch 6'] })
    const map = read('touchmap.yaml')
    write('touchmap.yaml', `${map}lint: {rules: {choice-one-branch: error}}\n`)
    expect(await findings()).toMatchObject({ code: 1, rules: ['error choice-one-branch 6'] })
    expect(await findings('--rule', 'choice-one-branch=off')).toMatchObject({ code: 0, rules: [] })
    write('touchmap.yaml', `${map}lint: {rules: {choice-one-branch: fatal}}\n`)
    expect((await findings()).rules).toEqual(['error schema/value 7'])
  })

  it('of rules that are not there are refused, with the nearest named', async () => {
    const wrong = await touchmap(['validate', folder, '--rule', 'choice-one-brunch=off', '--lang', 'en'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('did you mean choice-one-branch')
    expect((await touchmap(['validate', folder, '--rule', 'choice-one-branch', '--lang', 'zh'])).stderr).toContain(
      '应为 规则=严重程度',
    )
  })
})

describe('suppressions', () => {
  const suppressed = (comment: string) => FLOW.replace('choice: # one', `choice: # ${comment}`)

  it('hold until their last day, then fail', async () => {
    write('flows/answer.yaml', suppressed('touchmap-ignore choice-one-branch -- asked for until=2026-07-31'))
    expect(await findings('--as-of', '2026-07-31')).toMatchObject({ code: 0, rules: [] })
    expect(await findings('--as-of', '2026-08-01')).toMatchObject({
      code: 1,
      rules: ['warning choice-one-branch 6', 'error suppression-expired 6'],
    })
  })

  it('stand at the end of the line or alone before it, past other comments', async () => {
    const before = '# touchmap-ignore choice-one-branch -- asked for\n\n  # why'
    write('flows/answer.yaml', FLOW.replace('# why', before))
    expect((await findings()).rules).toEqual([])
  })

  it('are not read inside texts', async () => {
    const text = FLOW.replace(
      'name: 接听',
      'name: "# touchmap-ignore choice-one-branch -- no"\nnote: |\n  # touchmap-ignore',
    )
    write('flows/answer.yaml', text)
    expect((await findings()).rules).toEqual(['warning choice-one-branch 8'])
  })

  it('without a use are a finding, unless the rule is off; --fix takes them out', async () => {
    const several = '  # touchmap-ignore choice-one-branch, event-unused step-shadowed -- old\n'
    const text = FLOW.replace('  - {id: greet', `${several}  - {id: greet`).replace(
      '# one',
      '# touchmap-ignore id-long -- old',
    )
    write('flows/answer.yaml', text)
    expect((await findings()).rules).toEqual([
      'warning suppression-unused 4',
      'warning suppression-unused 4',
      'warning suppression-unused 4',
      'warning choice-one-branch 7',
      'warning suppression-unused 7',
    ])
    expect((await findings('--rule', 'id-long=off')).rules).toHaveLength(4)
    const fixed = await findings('--fix')
    expect(fixed).toEqual({ code: 0, stderr: '4 mended in 1 file\n', rules: ['warning choice-one-branch 6'] })
    expect(read('flows/answer.yaml')).toBe(FLOW.replace(' # one', ''))
    expect((await findings('--fix')).stderr).toBe('nothing to mend\n')
  })
})

describe('--baseline', () => {
  it('holds what was there, by content and number, whatever the lines', async () => {
    write('flows/answer.yaml', FLOW)
    const baseline = path.join(folder, 'baseline.json')
    expect(await touchmap(['validate', folder, '--baseline', baseline])).toMatchObject({ code: 2, stdout: '' })
    expect(await findings('--baseline', baseline, '--update-baseline')).toMatchObject({ code: 0, rules: [] })
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toMatchObject({
      touchmapBaseline: 1,
      entries: [{ rule: 'choice-one-branch', file: 'flows/answer.yaml', count: 1 }],
    })
    const moved = FLOW.replace('steps:\n', 'note: moved\n\n\nsteps:\n')
    write('flows/answer.yaml', moved)
    expect(await findings('--baseline', baseline)).toEqual({ code: 0, stderr: '', rules: [] })
    const second =
      '  - choice:\n      - {name: 再变更, steps: [{id: more, by: agent, proof: {event: plan.changed, where: fee > 5}}]}\n'
    write('flows/answer.yaml', moved + second)
    expect((await findings('--baseline', baseline)).rules).toEqual(['warning choice-one-branch 12'])
  })

  it('is pruned of what no longer occurs, and nothing is added', async () => {
    const baseline = path.join(folder, 'baseline.json')
    write('flows/answer.yaml', FLOW)
    await findings('--baseline', baseline, '--update-baseline')
    write(
      'flows/answer.yaml',
      FLOW.replace('      - {name: 变更', '      - {name: 不变更}\n      - {name: 变更').replace(
        'greet, by',
        `greet-${'a'.repeat(40)}, by`,
      ),
    )
    const stale = await findings('--baseline', baseline)
    expect(stale.rules).toEqual(['info id-long 4'])
    expect(stale.stderr).toBe('1 entry of the baseline no longer occur; --prune-baseline takes them out\n')
    expect((await findings('--baseline', baseline, '--prune-baseline')).rules).toEqual(['info id-long 4'])
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({ touchmapBaseline: 1, entries: [] })
  })

  it('never holds an error of the map', async () => {
    write('flows/answer.yaml', FLOW.replace('by: agent', 'by: agnet'))
    const baseline = path.join(folder, 'baseline.json')
    expect(await findings('--baseline', baseline, '--update-baseline')).toMatchObject({
      code: 1,
      rules: ['error reference-unknown 4'],
    })
    write('baseline.json', '{"touchmapBaseline": 1, "entries": [{"rule": 5}]}')
    expect((await touchmap(['validate', folder, '--baseline', baseline])).code).toBe(2)
  })
})

describe('--plugin', () => {
  const plugin = path.join(root, 'fixtures/lint/plugins/team-rules.mjs')

  it('runs rules of a module that is named, like ours: severity, suppression, baseline', async () => {
    expect((await findings('--plugin', plugin)).rules.filter((rule) => rule.includes('team/'))).toEqual([])
    write('flows/answer.yaml', FLOW.replace('by: agent, ', ''))
    expect((await findings('--plugin', plugin)).rules).toContain('warning team/step-has-role 4')
    expect((await findings('--plugin', plugin, '--rule', 'team/step-has-role=error')).code).toBe(1)
    write(
      'flows/answer.yaml',
      FLOW.replace('by: agent, ', '').replace('greeting}', 'greeting} # touchmap-ignore team/step-has-role -- the bot'),
    )
    expect((await findings('--plugin', plugin)).rules.filter((rule) => rule.endsWith(' 4'))).toEqual([])
    expect((await findings()).rules.filter((rule) => rule.includes('suppression'))).toEqual([])
  })

  it('reports a rule that fails, and goes on', async () => {
    write('flows/crash.yaml', FLOW.replace('flow: answer', 'flow: crash'))
    const { code, rules } = await findings('--plugin', plugin)
    expect(code).toBe(1)
    expect(rules).toContain('error team/crashes 1')
    expect(rules).toContain('warning choice-one-branch 6')
  })

  it('refuses what is no module of rules', async () => {
    const wrong = await touchmap(['validate', folder, '--plugin', path.join(root, 'package.json'), '--lang', 'en'])
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).not.toContain('at ')
  })
})

describe('fmt', () => {
  it('lists what differs with --check, and lays it out without', async () => {
    expect(await touchmap(['fmt', folder, '--check'])).toEqual({ code: 0, stdout: '', stderr: '' })
    const text = read('catalog.yaml')
    write(
      'catalog.yaml',
      text
        .replace('roles:\n', 'roles:   # who\n\n\n')
        .replaceAll('{name: 话务员, rank: 1}', '{ name: 话务员,rank: 1 }'),
    )
    const checked = await touchmap(['fmt', folder, '--check'])
    expect(checked.code).toBe(1)
    expect(checked.stdout).toMatch(/catalog\.yaml\n$/)
    expect(read('catalog.yaml')).toContain('{ name: 话务员')
    expect((await touchmap(['fmt', path.join(folder, 'catalog.yaml')])).code).toBe(0)
    expect(read('catalog.yaml')).toBe(text.replace('roles:\n', 'roles:   # who\n\n'))
  })

  it('leaves a file that does not parse, and says so', async () => {
    write('rules.yaml', 'rules: {a: [\n')
    const result = await touchmap(['fmt', folder, '--lang', 'en'])
    expect(result.code).toBe(1)
    expect(result.stderr).toMatch(/rules\.yaml: cannot be read, left as it is\n$/)
    expect(read('rules.yaml')).toBe('rules: {a: [\n')
  })
})
