import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { root } from './run-cli.ts'

// The schemas that others published, from packages that carry them: nothing of them is kept here.
const packaged = (file: string): string => readFileSync(path.join(root, 'node_modules', file), 'utf8')

/** SARIF 2.1.0, of OASIS, as SchemaStore has it; draft-04, of which it uses nothing that draft-07 reads otherwise. */
export function createSarifCheck(): ValidateFunction {
  const { $schema, id, ...schema } = JSON.parse(packaged('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as Record<string, unknown> // prettier-ignore
  if ($schema !== 'http://json-schema.org/draft-04/schema#' || !String(id).endsWith('sarif-2.1.0-rtm.5.json')) {
    throw new Error('another schema than this was written for')
  }
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

/** JUnit.xsd, the schema of the reports of Ant, which junit-xml carries in its own tests: what is wrong, in the words of libxml2. */
export function createJunitCheck(): (xml: string) => readonly string[] {
  const written = /'(<\?xml[^\n]*<xs:schema [^\n]*<\/xs:schema>)'/.exec(packaged('junit-xml/src/index.test.ts'))?.[1]
  if (written === undefined) throw new Error('junit-xml no longer carries the schema')
  const schema = XmlDocument.fromString(written.replaceAll("\\'", "'"))
  const validator = XsdValidator.fromDoc(schema)
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ line, message }) => `${line}: ${message.trim()}`)
    } finally {
      document.dispose()
    }
  }
}
