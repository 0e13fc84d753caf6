import { printable } from '../diagnostic/codeframe.ts'
import type { ReportContext } from './context.ts'
import type { IngestSummary } from './ingest-summary.ts'

/** How many rejects are shown one by one; `--format json` has all. */
const SHOWN_REJECTS = 10

/** `touchmap ingest`: a line a file, `read = kept + duplicates + rejected`, then rejects and notes with their places. */
export function formatIngestPretty(summary: IngestSummary, { lang, palette }: ReportContext): string {
  const zh = lang === 'zh'
  const { store, files, totals } = summary
  const lines = files.map((file) => {
    const known = file.known ? palette.dim(zh ? '（内容已在存储中）' : ' (its content is in the store already)') : ''
    return `${palette.name(printable(file.path))}${zh ? '：' : ': '}${equation(file, zh)}${known}`
  })
  if (files.length > 1) lines.push(palette.strong(`${zh ? '合计：' : 'in all: '}${equation(totals, zh)}`))

  const rejects = files.flatMap((file) => file.rejects)
  if (rejects.length > 0) {
    lines.push('', palette.warning(zh ? '拒收的行' : 'Rejected rows'))
    for (const { file, line, offset, reason } of rejects.slice(0, SHOWN_REJECTS)) {
      const place = zh ? `（第 ${offset} 字节）` : ` (byte ${offset})`
      lines.push(`  ${printable(file)}:${line}${palette.dim(place)} ${printable(reason[lang])}`)
    }
    const more = rejects.length - SHOWN_REJECTS
    if (more > 0) {
      lines.push(
        palette.dim(
          zh ? `  另有 ${more} 行；--format json 列出全部` : `  and ${more} more; --format json lists them all`,
        ),
      )
    }
  }
  const notes = files.flatMap((file) => file.notes)
  if (notes.length > 0) {
    lines.push('', palette.info(zh ? '提示' : 'Notes'))
    for (const { file, line, reason, occurrences } of notes) {
      const times = occurrences === 1 ? '' : zh ? `（${occurrences} 次）` : ` (${occurrences} times)`
      lines.push(`  ${printable(file)}:${line} ${printable(reason[lang])}${palette.dim(times)}`)
    }
  }
  lines.push('', zh ? `存储：${printable(store)}` : `store: ${printable(store)}`)
  return `${lines.join('\n')}\n`
}

function equation(counts: IngestSummary['totals'], zh: boolean): string {
  const { read, kept, duplicates, rejected } = counts
  return zh
    ? `读取 ${read} = 保留 ${kept} + 重复 ${duplicates} + 拒收 ${rejected}`
    : `read ${read} = kept ${kept} + duplicates ${duplicates} + rejected ${rejected}`
}
