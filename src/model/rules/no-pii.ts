import type { Message } from '../../diagnostic/diagnostic.ts'
import type { KindWords } from '../rule-words.ts'

/** What shows who somebody is. */
export type PersonalDataType =
  'id-card' | 'bank-card' | 'mobile' | 'fixed-line' | 'e-mail' | 'address' | 'passport' | 'plate'

/** What is looked for when a rule names nothing: all but what orders and parcels often look like. */
export const USUAL_PERSONAL_DATA: readonly PersonalDataType[] = [
  'id-card',
  'bank-card',
  'mobile',
  'fixed-line',
  'e-mail',
  'address',
]

/** Personal data stand in none of the fields, in events of the rule's speaker. */
export interface NoPiiSpec {
  readonly kind: 'no-pii'
  readonly types: readonly PersonalDataType[]
  /** `text`, or attributes of the events. */
  readonly fields: readonly string[]
}

export const PERSONAL_DATA_NAMES: { readonly [T in PersonalDataType]: Message } = {
  'id-card': { zh: '身份证号', en: 'identity number' },
  'bank-card': { zh: '银行卡号', en: 'bank card number' },
  mobile: { zh: '手机号码', en: 'mobile number' },
  'fixed-line': { zh: '固定电话', en: 'fixed line number' },
  'e-mail': { zh: '电子邮箱', en: 'mail address' },
  address: { zh: '住址', en: 'address' },
  passport: { zh: '护照号', en: 'passport number' },
  plate: { zh: '车牌号', en: 'number plate' },
}

export const noPiiWords: KindWords<NoPiiSpec> = {
  label: { zh: '不泄露', en: 'No leaks' },
  failed: { zh: '泄露个人信息', en: 'personal data' },
  about: () => undefined,
  asks: ({ fields }, name, speaker) => {
    const inText = fields.length === 1 && fields[0] === 'text'
    return {
      zh: `${speaker}${inText ? '所说所写' : `所填 ${name.list(fields)} `}不得有个人信息`,
      en: `no personal data in ${inText ? 'the words' : name.list(fields)}${speaker ? ` of ${speaker}` : ''}`,
    }
  },
}
