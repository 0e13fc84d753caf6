import type { Message } from '../diagnostic/diagnostic.ts'
import type { Machine } from '../io/examine-machine.ts'
import type { HealthCheck } from '../report/doctor-report.ts'
import type { CommandRun } from './command.ts'

/** The map that was found, or that none was; `errors` of the loaded one. */
export type FoundHere = { readonly root: string; readonly errors: number } | undefined

/** What is well and what is not, in the order in which it is told. */
export function checkHealth(machine: Machine, map: FoundHere, run: CommandRun): readonly HealthCheck[] {
  const same = (text: string): Message => ({ zh: text, en: text })
  const checks: HealthCheck[] = []
  const add = (id: string, name: Message, status: HealthCheck['status'], found: Message, advice?: Message): void => {
    checks.push({ id, name, status, found, ...(status === 'ok' || advice === undefined ? {} : { advice }) })
  }
  add('touchmap', same('touchmap'), 'ok', same(run.version))
  add('node', same('Node'), isNodeAsked(machine.node, machine.nodeAsked) ? 'ok' : 'problem', same(machine.node), {
    zh: `需要 ${machine.nodeAsked}；见 https://nodejs.org`,
    en: `${machine.nodeAsked} is needed; see https://nodejs.org`,
  })
  const sqlite = machine.sqlite
  add(
    'sqlite',
    same('SQLite'),
    'version' in sqlite ? 'ok' : 'problem',
    'version' in sqlite
      ? same(sqlite.version)
      : { zh: `不能加载：${sqlite.reason}`, en: `does not load: ${sqlite.reason}` },
    {
      zh: '在安装目录里运行 npm rebuild better-sqlite3（需要 C++ 编译器）；没有它，ingest 和 --store 不能用',
      en: 'run npm rebuild better-sqlite3 where touchmap is installed (a C++ compiler is needed); ingest and --store need it',
    },
  )
  add(
    'time-zones',
    { zh: '时区数据', en: 'time zones' },
    machine.zones === undefined ? 'problem' : 'ok',
    machine.zones === undefined ? { zh: '缺失或不全', en: 'missing or incomplete' } : same(machine.zones || 'ICU'),
    {
      zh: '换用带完整 ICU 的 Node（官方安装包都带），否则时限会算错',
      en: 'take a Node with full ICU, as those of nodejs.org are; limits would come out wrong',
    },
  )
  if (map === undefined) {
    add(
      'map',
      { zh: '地图', en: 'map' },
      'note',
      { zh: '这里和上级目录里都没有', en: 'none here or in any folder above' },
      {
        zh: 'touchmap init 可新建一张；或用 --map 指明',
        en: 'touchmap init starts one; or name one with --map',
      },
    )
  } else {
    const faulty = {
      zh: `${map.root}，有 ${map.errors} 个错误`,
      en: `${map.root}, with ${map.errors} ${map.errors === 1 ? 'error' : 'errors'}`,
    }
    add(
      'map',
      { zh: '地图', en: 'map' },
      map.errors === 0 ? 'ok' : 'note',
      map.errors === 0 ? same(map.root) : faulty,
      {
        zh: 'touchmap validate 逐个列出',
        en: 'touchmap validate tells each',
      },
    )
  }
  const { browser } = machine
  add(
    'browser',
    same('Chromium'),
    browser ? 'ok' : 'note',
    browser
      ? same(`${browser.path}${browser.version === '' ? '' : ` (${browser.version})`}`)
      : { zh: '没有找到', en: 'none was found' },
    {
      zh: '只有 PNG 和 PDF 需要：安装一个，或设 PUPPETEER_EXECUTABLE_PATH',
      en: 'only PNG and PDF need one: install it, or set PUPPETEER_EXECUTABLE_PATH',
    },
  )
  const font = machine.chineseFont
  add(
    'fonts',
    { zh: '中文字体', en: 'Chinese fonts' },
    font === undefined ? 'note' : 'ok',
    font === undefined
      ? { zh: '没有找到', en: 'none was found' }
      : font === null
        ? { zh: '由系统提供，未逐一检查', en: 'left to the system, not looked for' }
        : same(font),
    {
      zh: '只有 PNG 和 PDF 需要；如 apt-get install fonts-noto-cjk',
      en: 'only PNG and PDF need one; such as apt-get install fonts-noto-cjk',
    },
  )
  add(
    'git',
    same('git'),
    machine.git === undefined ? 'note' : 'ok',
    machine.git === undefined ? { zh: '没有找到', en: 'not found' } : same(machine.git),
    {
      zh: '只有按 git 版本比较和 history 中的 git 才需要',
      en: 'only comparing git revisions, and history by git, need it',
    },
  )
  add('terminal', { zh: '终端', en: 'terminal' }, isUtf8(run.context.env) ? 'ok' : 'note', describeTerminal(run), {
    zh: '语言环境不是 UTF-8，中文可能显示不出；可设 LANG=C.UTF-8',
    en: 'the locale is not UTF-8 and Chinese may not be shown; set LANG=C.UTF-8',
  })
  return checks
}

function describeTerminal({ context, color, lang, width }: CommandRun): Message {
  const { LC_ALL, LC_MESSAGES, LANG } = context.env
  const locale = LC_ALL || LC_MESSAGES || LANG || '-'
  const terminal = context.stdout.isTTY === true
  return {
    zh: `${terminal ? `宽 ${width} 列` : '输出不是终端'}，${color ? '有颜色' : '无颜色'}，语言环境 ${locale}，界面语言 ${lang}`,
    en: `${terminal ? `${width} columns` : 'output is no terminal'}, ${color ? 'colour' : 'no colour'}, locale ${locale}, language ${lang}`,
  }
}

/** Whether the locale writes UTF-8. Where none is stated, as on Windows, it is left to the system. */
function isUtf8(env: CommandRun['context']['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || ''
  return locale === '' ? process.platform === 'win32' : /utf-?8/i.test(locale)
}

/** Whether a version of Node is in a range such as `^20.19 || >=24`. */
export function isNodeAsked(version: string, range: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return range.split('||').some((part) => {
    const match = /^(\^|>=)(\d+)(?:\.(\d+))?$/.exec(part.trim())
    if (!match) return false
    const [wanted, least] = [Number(match[2]), Number(match[3] ?? 0)]
    if (major === wanted) return minor >= least
    return match[1] === '>=' && major > wanted
  })
}
