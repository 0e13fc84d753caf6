import stringWidth from 'string-width'
import type { Message } from '../diagnostic/diagnostic.ts'
import type { ReportContext } from './context.ts'

/** One thing that was looked at. A `note` is about a part that can be done without. */
export interface HealthCheck {
  readonly id: string
  readonly name: Message
  readonly status: 'ok' | 'note' | 'problem'
  readonly found: Message
  /** What to do; what is `ok` has none. */
  readonly advice?: Message
}

/** The checks as a list, one line each, with what to do below. */
export function reportDoctor(checks: readonly HealthCheck[], { lang, palette }: ReportContext): string {
  const width = Math.max(...checks.map(({ name }) => stringWidth(name[lang])))
  const marks = { ok: palette.good('✓'), note: palette.info('·'), problem: palette.error('✗') }
  const lines = checks.flatMap(({ name, status, found, advice }) => {
    const pad = ' '.repeat(width - stringWidth(name[lang]))
    const line = `${marks[status]} ${name[lang]}${pad}  ${found[lang]}`
    return advice === undefined ? [line] : [line, `  ${' '.repeat(width)}  ${palette.dim(`→ ${advice[lang]}`)}`]
  })
  const problems = checks.filter(({ status }) => status === 'problem').length
  const sum =
    lang === 'zh'
      ? problems === 0
        ? '没有问题'
        : `${problems} 个问题`
      : problems === 0
        ? 'no problems'
        : `${problems} ${problems === 1 ? 'problem' : 'problems'}`
  return `${lines.join('\n')}\n\n${problems === 0 ? sum : palette.error(sum)}\n`
}

/** The same as JSON. */
export function reportDoctorAsJson(checks: readonly HealthCheck[], { lang, version }: ReportContext): string {
  const report = {
    touchmap: version,
    command: 'doctor',
    ok: checks.every(({ status }) => status !== 'problem'),
    checks: checks.map(({ id, status, found, advice }) => ({
      id,
      status,
      found: found[lang],
      ...(advice === undefined ? {} : { advice: advice[lang] }),
    })),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
