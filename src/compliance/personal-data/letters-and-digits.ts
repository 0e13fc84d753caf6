type Place = { readonly from: number; readonly to: number }

// Fixed lengths and no nested repetition: the time is linear in the text.
const PASSPORT = /(?<![A-Za-z0-9])(?:[DEGPSdegps]\d{8}|[Ee][A-HJ-NP-Za-hj-np-z]\d{7})(?![A-Za-z0-9])/g
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][ ·.-]?(?:[DFdf][A-HJ-NP-Za-hj-np-z0-9]\d{4}|\d{5}[DFdf]|[A-HJ-NP-Za-hj-np-z0-9]{4}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳])(?![A-Za-z0-9])/g

/** Passports of the People's Republic: E, G, D, S or P and eight digits, or E with another letter and seven. */
export function findPassports(narrow: string): Place[] {
  return placesOf(PASSPORT, narrow)
}

/** Number plates (GA 36): a province's character, a letter, five signs, or six of a new-energy car; at least one a digit. */
export function findPlates(narrow: string): Place[] {
  return placesOf(PLATE, narrow).filter(({ from, to }) => /\d/.test(narrow.slice(from + 2, to)))
}

function placesOf(pattern: RegExp, text: string): Place[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}
