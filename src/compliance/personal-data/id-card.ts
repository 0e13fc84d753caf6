/** The first two digits of a division: provinces, autonomous regions, municipalities, and the codes of residence permits. */
const PROVINCES: ReadonlySet<string> = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44',
  '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83', '91',
]) // prettier-ignore

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10x98765432'

/**
 * Whether digits are a Chinese identity number (GB 11643-1999): 18 with a birth date that exists, not after `latestYear`,
 * and the check character of ISO 7064 MOD 11-2; or 15 of the form used until 1999, which has no check.
 */
export function isIdCard(digits: string, latestYear: number): boolean {
  if (!PROVINCES.has(digits.slice(0, 2))) return false
  if (/^\d{15}$/.test(digits)) return isDate(1900 + Number(digits.slice(6, 8)), digits.slice(8, 12))
  if (!/^\d{17}[\dx]$/.test(digits)) return false
  const year = Number(digits.slice(6, 10))
  if (year < 1900 || year > latestYear || !isDate(year, digits.slice(10, 14))) return false
  return idCardCheck(digits.slice(0, 17)) === digits[17]
}

/** The check character of 17 digits: `x` for ten. */
export function idCardCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return CHECKS[sum % 11] ?? ''
}

function isDate(year: number, monthAndDay: string): boolean {
  const [month, day] = [Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2))]
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}
