import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { touchmap } from '../support/run-cli.ts'

const TEMPLATES = ['hotline', 'online-service', 'after-sales', 'empty'] as const
const LANGS = ['zh', 'en'] as const

/** Of each template: the interactions of its log, with adherence, score and what fails. */
const VERDICTS: Readonly<Record<(typeof TEMPLATES)[number], Readonly<Record<string, readonly unknown[]>>>> = {
  empty: {
    right: ['pass', 1, 100],
    late: ['fail', 1, 0, 'service/answer/within'],
    skipped: ['fail', 0.8, 0, 'service/answer/within'],
  },
  hotline: {
    'right-query': ['pass', 1, 100],
    'right-change': ['pass', 1, 100],
    'right-complaint': ['pass', 1, 100],
    'right-menu': ['pass', 1, null],
    'hung-up': ['pass', 1, 100],
    'greeting-missing': ['fail', 1, 80, 'call/opening/answer/must-say', 'call/opening/answer/within'],
    'told-unverified': ['fail', 0.833333, 0, 'call/verified-first'],
    'change-promised': ['fail', 0.916667, 60, 'call/change/records', 'call/no-promises'],
    'complaint-forgotten': ['fail', 1, 70, 'complaint/decide/by', 'complaint/return-call/within'],
  },
  'online-service': {
    'right-bot': ['pass', 1, 100],
    'right-handover': ['pass', 1, 100],
    'right-refund': ['pass', 1, 100],
    'right-refusal': ['pass', 1, 100],
    'customer-left': ['pass', 1, 100],
    'handed-over-late': ['fail', 1, 50, 'chat/agent-answer/within', 'chat/handover-carries'],
    'brushed-off': ['fail', 1, 83.333333, 'chat/no-brush-off'],
    'rating-forgotten': ['fail', 0.75, 100],
    'refund-by-agent': ['fail', 1, 83.333333, 'refund/decided-by-supervisor'],
  },
  'after-sales': {
    'right-repair': ['pass', 1, 100],
    'right-exchange': ['pass', 1, 100],
    'right-refusal': ['pass', 1, 100],
    withdrawn: ['pass', 1, 100],
    'late-arrival': ['fail', 1, 70, 'repair/arrive/within', 'repair/contact/within'],
    'visit-forgotten': ['fail', 0.823529, 62.5, 'repair/explained-first', 'repair/return-visit/within'],
    'decided-alone': [
      'fail',
      1,
      0,
      'exchange/decided-by-supervisor',
      'exchange/decider-is-another',
      'exchange/take/records',
    ],
  },
}

interface Each {
  interaction: string
  verdict: string
  adherence: number
  score: { value: number | null }
  rules: { rule: string; outcome: string }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'touchmap-init-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(TEMPLATES.flatMap((template) => LANGS.map((lang) => [template, lang] as const)))(
  'the template %s in %s',
  (template, lang) => {
    const cwd = path.join(folder, lang, template)
    beforeAll(async () => {
      const made = await touchmap(['init', cwd, '--template', template, '--lang', lang])
      expect(made.code).toBe(0)
      expect(made.stdout.split('\n').filter((line) => line !== '')).toHaveLength(
        readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.')).length,
      )
    })

    it('has nothing to be found, years hence either, and the house layout', async () => {
      const { code, stdout } = await touchmap(['validate', '--format', 'json', '--as-of', '2032-01-01'], { cwd })
      expect([code, (JSON.parse(stdout) as { findings: unknown[] }).findings]).toEqual([0, []])
      expect(await touchmap(['fmt', '--check'], { cwd })).toMatchObject({ code: 0, stdout: '' })
    })

    it('judges its log as it says', async () => {
      await touchmap(['score', 'logs/sample.csv', '--each', 'each.jsonl', '--lang', lang], { cwd })
      const lines = readFileSync(path.join(cwd, 'each.jsonl'), 'utf8').trimEnd().split('\n')
      rmSync(path.join(cwd, 'each.jsonl'))
      const found = lines.map((line) => {
        const { interaction, verdict, adherence, score, rules } = JSON.parse(line) as Each
        const failed = rules.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule)
        return [interaction, [verdict, adherence, score.value, ...failed.sort()]]
      })
      expect(Object.fromEntries(found)).toEqual(VERDICTS[template])
    })

    it('can be drawn and shown', async () => {
      const drawn = await touchmap(['render', '--all', '--out', 'pictures', '--format', 'mermaid,svg'], { cwd })
      rmSync(path.join(cwd, 'pictures'), { recursive: true })
      expect([drawn.code, drawn.stderr]).toEqual([0, ''])
      const matrix = await touchmap(['matrix', '--lang', lang], { cwd })
      expect([matrix.code, matrix.stderr]).toEqual([0, ''])
    })

    it('tells commands that run', async () => {
      const comments = readFileSync(path.join(cwd, 'touchmap.yaml'), 'utf8').split('\n')
      const commands = comments.flatMap((line) => /^# {3}touchmap (.*?)(?: +#.*)?$/.exec(line)?.[1] ?? [])
      expect(commands.length).toBeGreaterThan(2)
      for (const command of commands) {
        const { code, stderr } = await touchmap(command.split(' '), { cwd })
        expect([command, code, stderr.includes('touchmap:')]).toEqual([command, 0, false])
      }
      rmSync(path.join(cwd, 'pictures'), { recursive: true, force: true })
    })

    it('is written in its language', () => {
      for (const name of filesOf(cwd)) {
        const text = readFileSync(path.join(cwd, name), 'utf8')
        if (lang === 'en') expect(text, name).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/)
        else if (name !== 'logs/sample.csv') expect(/^# .*[\u4e00-\u9fff]/m.test(text), name).toBe(true)
      }
    })
  },
)

describe('both languages of a template', () => {
  it.each(TEMPLATES)('%s: the same map, in other words', (template) => {
    const [zh, en] = LANGS.map((lang) => path.join(folder, lang, template))
    expect(filesOf(zh ?? '')).toEqual(filesOf(en ?? ''))
    for (const name of filesOf(zh ?? '')) {
      const [a, b] = [zh, en].map((each) => readFileSync(path.join(each ?? '', name), 'utf8'))
      if (name.endsWith('.csv')) expect(a?.split('\n').length).toBe(b?.split('\n').length)
      else expect(withoutWords(parse(a ?? '')), name).toEqual(withoutWords(parse(b ?? '')))
    }
  })
})

/** The same value without what is written for people. */
function withoutWords(value: unknown, key = ''): unknown {
  if (['name', 'does', 'title', 'goal', 'because', 'differs', 'lang', 'any'].includes(key)) return typeof value
  if (['inputs', 'output', 'customer', 'value'].includes(key) && typeof value === 'string') return 'text'
  if (Array.isArray(value)) return value.map((each) => withoutWords(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutWords(each, name)]))
}

function filesOf(at: string): string[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|csv)$/.test(name))
    .sort()
}

describe('init', () => {
  it('writes nothing where a file is in the way, and names it', async () => {
    const cwd = path.join(folder, 'taken')
    mkdirSync(path.join(cwd, 'flows'), { recursive: true })
    writeFileSync(path.join(cwd, 'catalog.yaml'), 'mine\n')
    symlinkSync('nowhere', path.join(cwd, 'flows/service.yaml'))
    expect(await touchmap(['init'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'touchmap: nothing was written, since there is already catalog.yaml, flows/service.yaml\n  name another folder, or move them away first\n',
    })
    expect(filesOf(cwd)).toEqual(['catalog.yaml', 'flows/service.yaml'])
    expect(readFileSync(path.join(cwd, 'catalog.yaml'), 'utf8')).toBe('mine\n')
    const zh = await touchmap(['init', '--lang', 'zh'], { cwd })
    expect(zh.stderr).toBe(
      'touchmap: 这些文件已经存在，什么都没有写：catalog.yaml、flows/service.yaml\n  换一个目录，或先移走它们\n',
    )
  })

  it('leaves nothing behind where it cannot write', async () => {
    writeFileSync(path.join(folder, 'file'), '')
    for (const target of [path.join(folder, 'file/map'), '/proc/nowhere']) {
      const { code, stdout, stderr } = await touchmap(['init', target])
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain(target)
    }
    const cwd = path.join(folder, 'half')
    mkdirSync(cwd)
    writeFileSync(path.join(cwd, 'flows'), 'a file, no folder\n')
    expect((await touchmap(['init'], { cwd })).code).toBe(2)
    expect(readdirSync(cwd)).toEqual(['flows'])
  })

  it('takes the template empty when none is named, and says what to run next', async () => {
    const cwd = path.join(folder, 'plain')
    const { code, stdout, stderr } = await touchmap(['init', 'my map'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe('my map/touchmap.yaml')
    expect(stderr).toBe(
      "\nNext:\n  cd 'my map'\n  touchmap validate\n  touchmap matrix\n  touchmap score logs/sample.csv\n",
    )
    mkdirSync(cwd)
    const here = await touchmap(['init'], { cwd })
    expect([here.stdout.split('\n')[0], here.stderr.includes('cd ')]).toEqual(['touchmap.yaml', false])
    expect(existsSync(path.join(cwd, 'flows/service.yaml'))).toBe(true)
  })

  it('lists the templates in both languages', async () => {
    for (const lang of LANGS) {
      const { code, stdout } = await touchmap(['init', '--list', '--lang', lang])
      expect([code, stdout.split('\n').map((line) => line.split(' ')[0])]).toEqual([0, [...TEMPLATES, '']])
    }
    expect((await touchmap(['init', '--template', 'hotlin'])).code).toBe(2)
  })
})
