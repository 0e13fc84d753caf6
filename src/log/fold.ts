/** A heading as it is compared: without case, width, spaces and punctuation (`Case ID`, `case_id`, `CASE-ID` are one). */
export function foldHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:/()[\]"'“”·#]+/gu, '')
}

/** A name of the catalogue as it is compared: without case, width and surplus spaces. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')
}
