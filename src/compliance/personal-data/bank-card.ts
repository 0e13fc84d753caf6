/** The schemes by the beginning of the number (issuer identification number, ISO/IEC 7812) and the lengths they use. */
const SCHEMES: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  { begins: /^62|^81/, lengths: [16, 17, 18, 19] },
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^5[1-5]|^2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^35(2[89]|[3-8]\d)/, lengths: [16, 17, 18, 19] },
  { begins: /^3(0[0-5]|[689])/, lengths: [14, 16] },
  { begins: /^6(011|4[4-9]|5)/, lengths: [16, 19] },
]

/** Whether digits are the number of a payment card: a known beginning, a length its scheme uses, and the check digit. */
export function isBankCard(digits: string): boolean {
  return (
    SCHEMES.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits)) && passesLuhn(digits)
  )
}

/** The check of ISO/IEC 7812-1, annex B (Luhn): from the right every second digit doubled, the sum a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
