import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBankCard, passesLuhn } from '../../../src/compliance/personal-data/bank-card.ts'
import { findPersonalData } from '../../../src/compliance/personal-data/find-personal-data.ts'
import { idCardCheck, isIdCard } from '../../../src/compliance/personal-data/id-card.ts'
import type { PersonalDataType } from '../../../src/model/rules/no-pii.ts'

const ALL: ReadonlySet<PersonalDataType> = new Set([
  'id-card', 'bank-card', 'mobile', 'fixed-line', 'e-mail', 'address', 'passport', 'plate',
]) // prettier-ignore

/** What is found, as kind and stretch. */
function found(text: string): string[] {
  return findPersonalData(text, ALL, 2026).map(({ type, from, to }) => `${type}: ${text.slice(from, to)}`)
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

/** All numbers are made up; their check digits are right. */
describe('personal data', () => {
  it.each([
    ['身份证11010119900307775X有误', []],
    [
      `身份证 ${'11010119900307775'}${idCardCheck('11010119900307775')}。`,
      [`id-card: 11010119900307775${idCardCheck('11010119900307775')}`],
    ],
    ['旧证号110101900307123', ['id-card: 110101900307123']],
    ['卡号 6222 0212 3456 7890 128', ['bank-card: 6222 0212 3456 7890 128']],
    ['4111-1111-1111-1111', ['bank-card: 4111-1111-1111-1111']],
    ['4111-1111-1111-1112', []],
    ['请拨 138-1234-5678', ['mobile: 138-1234-5678']],
    ['+86 13812345678', ['mobile: 86 13812345678']],
    ['１３８１２３４５６７８', ['mobile: １３８１２３４５６７８']],
    ['号码是幺三八一二三四五六七八，对吗', ['mobile: 幺三八一二三四五六七八']],
    ['0531-86012345', ['fixed-line: 0531-86012345']],
    ['010 65123456', ['fixed-line: 010 65123456']],
    ['发到 li.lei＠example.com，谢谢', ['e-mail: li.lei＠example.com']],
    ['家住历下区泺源大街102号3单元501室', ['address: 历下区泺源大街102号3单元501室']],
    ['护照E12345678', ['passport: E12345678']],
    ['车牌鲁A12345', ['plate: 鲁A12345']],
    ['鲁AD12345', ['plate: 鲁AD12345']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    '请拨10086',
    '订单号13812345678',
    '工单编号：13900001111',
    'order no. 13812345678',
    '型号A13812345678',
    '流量 12345678901 MB', // no segment of mobile numbers begins with 12
    '余额 1,380.00 元',
    '2026-07-01 09:05:07',
    '地铁2号线到人民广场',
    '第3号令第2条',
    '套餐 5G 128 元',
    'version 1.2.3',
    'a@b',
  ])('is not in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('an identity number is known by its check character: any other is refused', () => {
    fc.assert(
      fc.property(
        digits(3),
        fc.constantFrom('0123456789x'.split('')).chain((all) => fc.constantFrom(...all)),
        (order, check) => {
          const body = `37010219900307${order}`
          expect(isIdCard(body + check, 2026)).toBe(check === idCardCheck(body))
        },
      ),
    )
  })

  it('one wrong digit, or two neighbours changed over, break an identity number', () => {
    fc.assert(
      fc.property(digits(17), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const check = idCardCheck(body)
        const other = body.slice(0, at) + String((Number(body[at]) + by) % 10) + body.slice(at + 1)
        expect(idCardCheck(other)).not.toBe(check)
        const swapped = body.slice(0, at) + (body[at + 1] ?? '') + (body[at] ?? '') + body.slice(at + 2)
        if (at < 16 && body[at] !== body[at + 1]) expect(idCardCheck(swapped)).not.toBe(check)
      }),
    )
  })

  it.each(['370102199002301234', '370102202702011234', '370102190013011234', '990102199003071234'])(
    'refuses %s whatever its check: no such day, year to come, month or province',
    (number) => {
      for (const check of '0123456789x') expect(isIdCard(number.slice(0, 17) + check, 2026)).toBe(false)
    },
  )

  it('Luhn: just one last digit is right, and one wrong digit is seen', () => {
    fc.assert(
      fc.property(digits(15), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const right = '0123456789'.split('').filter((check) => passesLuhn(body + check))
        expect(right).toHaveLength(1)
        const number = body + (right[0] ?? '')
        expect(passesLuhn(number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1))).toBe(
          false,
        )
        expect(isBankCard(`9${number}`)).toBe(false)
      }),
    )
  })

  it('finds the same however wide the digits are, and every stretch lies in the text', () => {
    const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    const pieces = fc.constantFrom(
      '13812345678',
      '我的手机是',
      ' ',
      '，',
      '0531-86012345',
      '4111111111111111',
      'a',
      '7',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (list) => {
        const text = list.join('')
        const narrow = findPersonalData(text, ALL, 2026)
        expect(findPersonalData(wide(text), ALL, 2026)).toEqual(narrow)
        let last = 0
        for (const { from, to } of narrow) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('comes to an end on what is made to hold it up', () => {
    for (const text of ['1 '.repeat(20_000), '@'.repeat(20_000), 'a'.repeat(40_000), '路1'.repeat(10_000)]) {
      expect(findPersonalData(text, ALL, 2026).length).toBeLessThan(text.length)
    }
  })
})
