import type { Outcome } from '../compliance/rule-kind.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { decodeText, readTable } from '../log/read-table.ts'
import {
  CONFIRM_WORDS,
  type HumanVerdict,
  OUTCOME_WORDS,
  OVERTURN_WORDS,
  SHEET_COLUMNS,
  SHEET_HEADINGS_ZH,
  type SheetColumn,
  type SheetRow,
} from './sheet.ts'

/** Something in a sheet that could not be read as it stands. `line` is 1-based. */
export interface SheetProblem {
  readonly file: string
  readonly line: number
  readonly message: Message
}

type Cells = Partial<Readonly<Record<SheetColumn, string>>>

const NEEDED: readonly SheetColumn[] = ['interaction', 'rule', 'outcome']

/**
 * Reads a review sheet: CSV as spreadsheets save it, or JSON Lines; headings and outcomes in either language. A row that
 * cannot be read is a problem with its line; the others stand.
 */
export function readSheet(
  file: string,
  bytes: Uint8Array,
): { rows: readonly SheetRow[]; problems: readonly SheetProblem[] } {
  const text = decodeText(bytes)
  if (text === undefined) {
    const message = { zh: '既不是 UTF-8 也不是 GB18030 文本', en: 'neither UTF-8 nor GB18030 text' }
    return { rows: [], problems: [{ file, line: 1, message }] }
  }
  const problems: SheetProblem[] = []
  const report = (line: number, message: Message): void => void problems.push({ file, line, message })
  const records = text.trimStart().startsWith('{') ? readLines(text, report) : readCells(text, report)
  const rows = records.flatMap(({ line, cells }) => {
    const row = readRow(file, line, cells)
    if ('row' in row) return [row.row]
    report(line, row.problem)
    return []
  })
  return { rows, problems }
}

type Report = (line: number, message: Message) => void
type Records = readonly { readonly line: number; readonly cells: Cells }[]

function readCells(text: string, report: Report): Records {
  const { heading, rows, broken } = readTable(text)
  const columns = heading.map(columnOf)
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    report(1, {
      zh: `不是复核表：缺少列 ${missing.map((column) => `\`${column}\`（${SHEET_HEADINGS_ZH[column]}）`).join('、')}`,
      en: `not a review sheet: it lacks the columns ${missing.map((column) => `\`${column}\``).join(', ')}`,
    })
    return []
  }
  for (const line of broken)
    report(line, { zh: '引号不成对，此行无法读取', en: 'a broken quote: the line cannot be read' })
  return rows.map(({ line, cells }) => {
    const named: Partial<Record<SheetColumn, string>> = {}
    columns.forEach((column, at) => {
      if (column !== undefined) named[column] ??= unguard((cells[at] ?? '').trim())
    })
    return { line, cells: named }
  })
}

function readLines(text: string, report: Report): Records {
  return text.split(/\r?\n/).flatMap((source, at) => {
    if (source.trim() === '') return []
    let value: unknown
    try {
      value = JSON.parse(source)
    } catch {
      value = undefined
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      report(at + 1, { zh: '此行不是一个 JSON 对象', en: 'the line is no JSON object' })
      return []
    }
    const cells: Partial<Record<SheetColumn, string>> = {}
    for (const column of SHEET_COLUMNS) {
      const cell = Object.hasOwn(value, column) ? (value as Record<string, unknown>)[column] : undefined
      if (typeof cell === 'string' || typeof cell === 'number') cells[column] = String(cell).trim()
    }
    return [{ line: at + 1, cells }]
  })
}

function columnOf(heading: string): SheetColumn | undefined {
  const name = heading.replace(/^\ufeff/, '').trim()
  return SHEET_COLUMNS.find((column) => column === name.toLowerCase() || SHEET_HEADINGS_ZH[column] === name)
}

/** An apostrophe that kept a spreadsheet from taking the cell for a formula. */
function unguard(cell: string): string {
  return /^'[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}

function readRow(file: string, line: number, cells: Cells): { row: SheetRow } | { problem: Message } {
  const { interaction = '', rule = '' } = cells
  if (interaction === '' || rule === '') {
    return { problem: { zh: '缺少交互或规则', en: 'the interaction or the rule is missing' } }
  }
  const outcome = OUTCOME_WORDS.get(fold(cells.outcome ?? ''))
  if (outcome === undefined || outcome === 'disputed') return { problem: unknownWord('outcome', cells.outcome ?? '') }
  const verdict = readVerdict(cells.verdict ?? '', outcome)
  if (verdict === null) return { problem: unknownWord('verdict', cells.verdict ?? '') }
  const final = readVerdict(cells.final ?? '', outcome)
  if (final === null || final === 'disputed') return { problem: unknownWord('final', cells.final ?? '') }
  return {
    row: {
      interaction,
      touchpoint: cells.touchpoint ?? '',
      version: cells.version ?? '',
      agent: cells.agent ?? '',
      rule,
      outcome,
      fingerprint: cells.fingerprint ?? '',
      ...(verdict === undefined ? {} : { verdict }),
      reviewer: cells.reviewer ?? '',
      reason: cells.reason ?? '',
      ...(final === undefined ? {} : { final }),
      file,
      line,
    },
  }
}

/** Undefined for an empty cell, null for one that is no verdict. Only a pass or a fail can be turned round. */
function readVerdict(cell: string, outcome: Outcome): HumanVerdict | undefined | null {
  const word = fold(cell)
  if (word === '') return undefined
  const decided = outcome === 'pass' || outcome === 'fail'
  if (CONFIRM_WORDS.has(word)) return decided || outcome === 'notApplicable' ? outcome : null
  if (OVERTURN_WORDS.has(word)) return decided ? (outcome === 'pass' ? 'fail' : 'pass') : null
  const verdict = OUTCOME_WORDS.get(word)
  return verdict === undefined || verdict === 'pending' || verdict === 'notEvaluated' ? null : verdict
}

function fold(cell: string): string {
  return cell.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

const DECISIONS = ['pass', 'fail', 'notApplicable']
const ALLOWED: Partial<Readonly<Record<SheetColumn, readonly string[]>>> = {
  outcome: [...DECISIONS, 'pending', 'notEvaluated'],
  verdict: [...DECISIONS, 'disputed', 'confirmed', 'overturned'],
  final: [...DECISIONS, 'confirmed', 'overturned'],
}

function unknownWord(column: SheetColumn, cell: string): Message {
  const words = ALLOWED[column] ?? []
  const near = nearestName(cell, words)
  const shown = cell.slice(0, 20)
  return {
    zh: `\`${column}\`（${SHEET_HEADINGS_ZH[column]}）为“${shown}”，应为 ${words.join('、')} 之一（也可用中文）${near === undefined ? '' : `；是否想写 \`${near}\``}`,
    en: `\`${column}\` is “${shown}”; expected one of ${words.join(', ')}${near === undefined ? '' : `; did you mean \`${near}\``}`,
  }
}
