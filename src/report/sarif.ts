import type { Location, ReportingDescriptor, Result } from 'sarif'
import type { Place, Severity } from '../diagnostic/diagnostic.ts'

/** The published schema of SARIF 2.1.0 (OASIS). */
export const SARIF_SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

export const SARIF_LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** A place in a file of the map as SARIF states it: 1-based lines and columns, columns in UTF-16 units. */
export function sarifLocation({ file, range }: Pick<Place, 'file' | 'range'>, folder: string): Location {
  const { start, end } = range
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(file, folder) },
      region: {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: Math.max(end.column, end.line === start.line ? start.column : 1),
      },
    },
  }
}

/** A relative reference (RFC 3986), or a `file:` URI for an absolute path. */
export function fileUri(file: string, folder = ''): string {
  const whole = folder === '' ? file : `${folder}/${file}`
  const absolute = whole.startsWith('/')
  const encoded = whole
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')
  return absolute ? `file://${encoded}` : encoded
}

/** What a run says of one of its rules. `help` is the rule's page. */
export function sarifRule(id: string, text: string, level: Result.level): ReportingDescriptor {
  return { id, shortDescription: { text }, defaultConfiguration: { level } }
}
