/**
 * Forms of values that maps may name, as regular expressions over the whole value after trimming. They say that a value is
 * well formed, not that it exists.
 */
export const FORMATS: ReadonlyMap<string, string> = new Map([
  ['mobile-cn', String.raw`(\+?86[- ]?)?1[3-9]\d([- ]?\d{4}){2}`],
  ['phone', String.raw`\+?\(?\d[\d() -]{4,18}\d`],
  ['id-card-cn', String.raw`\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]`],
  ['email', String.raw`[^\s@]+@[^\s@.]+(\.[^\s@.]+)+`],
  ['date', String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日`],
  ['digits', String.raw`\d+`],
])
