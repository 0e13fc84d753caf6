import { type PersonalDataType, USUAL_PERSONAL_DATA } from '../../model/rules/no-pii.ts'
import { child, stringsOf } from '../reading.ts'
import type { ReadSpec } from '../rule-kinds.ts'

export const noPii: ReadSpec<'no-pii'> = (_reading, _scope, body) => {
  const types = stringsOf(child(body, 'types')).map(({ value }) => value as PersonalDataType)
  const fields = stringsOf(child(body, 'fields')).map(({ value }) => value)
  return {
    kind: 'no-pii',
    types: types.length > 0 ? types : USUAL_PERSONAL_DATA,
    fields: fields.length > 0 ? fields : ['text'],
  }
}
