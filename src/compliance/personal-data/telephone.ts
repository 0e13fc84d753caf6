/** The segments given out for mobile numbers; 140–144 (machines, but for 141 and 144) and the like are not people's. */
const MOBILE = /^1(3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/
const COUNTRY = /^(0086|86)(?=1)/

/** Whether digits are a mobile number of mainland China, with or without the country's code. */
export function isMobile(digits: string): boolean {
  return MOBILE.test(digits.replace(COUNTRY, ''))
}

/**
 * Whether digits are a fixed line with its area code: 010 and 02x with eight digits, others with seven or eight. Numbers
 * without an area code look like any other number and are not found.
 */
export function isFixedLine(digits: string): boolean {
  return /^0(10|2[0-57-9])[2-8]\d{7}$/.test(digits) || /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits)
}
