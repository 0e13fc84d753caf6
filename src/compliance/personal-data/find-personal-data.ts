import type { PersonalDataType } from '../../model/rules/no-pii.ts'
import { foldText, narrowText } from '../../text/fold-text.ts'
import { findAddresses } from './address.ts'
import { isBankCard } from './bank-card.ts'
import { type Candidate, findDigitRuns, listCandidates } from './digit-runs.ts'
import { findEmails } from './email.ts'
import { isIdCard } from './id-card.ts'
import { findPassports, findPlates } from './letters-and-digits.ts'
import { isFixedLine, isMobile } from './telephone.ts'

/** A stretch of a text that shows who someone is, UTF-16 units, `to` exclusive. What stands there is never repeated. */
export interface PersonalDatum {
  readonly type: PersonalDataType
  readonly from: number
  readonly to: number
}

/** What is looked for among digits, the surest first: a number is one thing only. */
const NUMBERS: readonly {
  readonly type: PersonalDataType
  readonly least: number
  readonly most: number
  /** Whether a word such as 订单号 before it tells that it is something else: where nothing but length speaks for it. */
  readonly yields: boolean
  readonly is: (candidate: Candidate, latestYear: number) => boolean
}[] = [
  { type: 'id-card', least: 18, most: 18, yields: false, is: ({ digits }, year) => isIdCard(digits, year) },
  { type: 'bank-card', least: 13, most: 19, yields: true, is: ({ digits }) => isBankCard(digits) },
  { type: 'id-card', least: 15, most: 15, yields: true, is: ({ digits }, year) => isIdCard(digits, year) },
  { type: 'mobile', least: 11, most: 15, yields: true, is: ({ digits }) => isMobile(digits) },
  { type: 'fixed-line', least: 10, most: 12, yields: true, is: ({ digits }) => isFixedLine(digits) },
]

/** Words for numbers that are nobody's: of orders, tickets, parcels, invoices, goods. */
const OTHER_NUMBER =
  /(订单|工单|单据|流水|运单|快递|物流|受理|业务|合同|发票|产品|商品|设备|批次|序列|型号|版本|验证|ticket|order|tracking|invoice|serial|case|reference)[^，。,;；!?！？\d]{0,6}$/iu
const WORDS_BEFORE = 24

/**
 * Personal data in a text: by form, check digits and plausible dates, never by a list of persons. Full-width and spoken
 * digits are read as digits. In order of place; no two overlap.
 */
export function findPersonalData(
  text: string,
  types: ReadonlySet<PersonalDataType>,
  latestYear: number,
): readonly PersonalDatum[] {
  const found: PersonalDatum[] = []
  const add = (datum: PersonalDatum): void => {
    if (!types.has(datum.type)) return
    if (!found.some((other) => other.from < datum.to && datum.from < other.to)) found.push(datum)
  }
  if (text.includes('@') || text.includes('＠')) for (const place of findEmails(text)) add({ type: 'e-mail', ...place })
  for (const run of findDigitRuns(foldText(text))) {
    for (const { type, least, most, yields, is } of NUMBERS) {
      for (const candidate of listCandidates(run, least, most)) {
        if (!is(candidate, latestYear)) continue
        const before = text.slice(Math.max(0, candidate.from - WORDS_BEFORE), candidate.from)
        if (yields && OTHER_NUMBER.test(before)) continue
        add({ type, from: candidate.from, to: candidate.to })
      }
    }
  }
  if (types.has('address')) for (const place of findAddresses(narrowText(text))) add({ type: 'address', ...place })
  if (types.has('passport')) for (const place of findPassports(narrowText(text))) add({ type: 'passport', ...place })
  if (types.has('plate')) for (const place of findPlates(narrowText(text))) add({ type: 'plate', ...place })
  return found.sort((a, b) => a.from - b.from)
}
