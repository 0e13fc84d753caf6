import type { Outcome } from '../compliance/rule-kind.ts'

/** What a reviewer may say of a row; `disputed`: the agent does not accept the outcome (申诉). */
export type HumanVerdict = Extract<Outcome, 'pass' | 'fail' | 'notApplicable'> | 'disputed'

/** One rule of one contact: what the machine found, and what a person says. One line of a review sheet. */
export interface SheetRow {
  readonly interaction: string
  readonly touchpoint: string
  readonly version: string
  readonly agent: string
  /** A rule's id, or `adherence` for the flow as a whole. */
  readonly rule: string
  /** The machine's outcome. */
  readonly outcome: Outcome
  /** Tells that this outcome rests on the same map, rule and events (`score/fingerprint.ts`). */
  readonly fingerprint: string
  /** Absent while nobody has reviewed the row. */
  readonly verdict?: HumanVerdict
  readonly reviewer: string
  readonly reason: string
  /** What a supervisor decided after a dispute (终裁). */
  readonly final?: Exclude<HumanVerdict, 'disputed'>
  /** Where the row was read. */
  readonly file: string
  readonly line: number
}

/** The columns of a sheet. The last four are for people. */
export const SHEET_COLUMNS = [
  'interaction',
  'touchpoint',
  'version',
  'agent',
  'rule',
  'title',
  'outcome',
  'why',
  'evidence',
  'fingerprint',
  'verdict',
  'reviewer',
  'reason',
  'final',
] as const
export type SheetColumn = (typeof SHEET_COLUMNS)[number]

/** The headings of a sheet in Chinese; both languages are read. */
export const SHEET_HEADINGS_ZH: Readonly<Record<SheetColumn, string>> = {
  interaction: '交互',
  touchpoint: '接触点',
  version: '版本',
  agent: '坐席',
  rule: '规则',
  title: '规则名称',
  outcome: '机评结果',
  why: '机评理由',
  evidence: '证据',
  fingerprint: '指纹',
  verdict: '复核结论',
  reviewer: '复核人',
  reason: '复核理由',
  final: '终裁',
}

/** What may stand for an outcome in a sheet, in the words of both languages; compared without case and blanks. */
export const OUTCOME_WORDS: ReadonlyMap<string, Outcome | 'disputed'> = new Map([
  ['pass', 'pass'],
  ['passed', 'pass'],
  ['ok', 'pass'],
  ['通过', 'pass'],
  ['合格', 'pass'],
  ['fail', 'fail'],
  ['failed', 'fail'],
  ['不通过', 'fail'],
  ['不合格', 'fail'],
  ['notapplicable', 'notApplicable'],
  ['n/a', 'notApplicable'],
  ['na', 'notApplicable'],
  ['不适用', 'notApplicable'],
  ['pending', 'pending'],
  ['待定', 'pending'],
  ['notevaluated', 'notEvaluated'],
  ['未评', 'notEvaluated'],
  ['disputed', 'disputed'],
  ['dispute', 'disputed'],
  ['申诉', 'disputed'],
  ['有争议', 'disputed'],
])

/** Words that agree with the machine's outcome or turn it round, whatever it is. */
export const CONFIRM_WORDS: ReadonlySet<string> = new Set(['confirmed', 'confirm', '维持', '同意'])
export const OVERTURN_WORDS: ReadonlySet<string> = new Set(['overturned', 'overturn', '改判', '推翻'])
