/** Masks telephone, identity and card numbers and mail addresses: keeps the first three and the last two of eleven or more digits (single blanks, dots or hyphens between allowed). */
export function maskNumbers(text: string): string {
  return text
    .replace(/[^\s@,;:<>"']+@[^\s@,;:<>"']+\.[^\s@,;:<>"']+/gu, '***@***')
    .replace(/\p{Nd}(?:[ .\-－]?\p{Nd}){9,}[ .\-－]?[\p{Nd}xXｘＸ]/gu, (number) => {
      const digits = [...number].filter((character) => /[\p{Nd}xXｘＸ]/u.test(character))
      return `${digits.slice(0, 3).join('')}****${digits.slice(-2).join('')}`
    })
}
