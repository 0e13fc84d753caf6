import { xmlText } from '../diagnostic/xml-text.ts'

/** A text as the content of an XML element or attribute, with its line ends and tabs as they are. */
export function escapeXml(text: string): string {
  return xmlText(text).replaceAll(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
