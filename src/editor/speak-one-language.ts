import type { Lang } from '../diagnostic/diagnostic.ts'
import { mapNodes, type SchemaNode, type SchemaSet } from './schema-set.ts'

/** The schemas with titles and descriptions in one language; shipped, they say both. */
export function speakOneLanguage(schemas: SchemaSet, lang: Lang): SchemaSet {
  const speak = (node: SchemaNode): SchemaNode => {
    const { title, description, enumDescriptions, patternErrorMessage } = node
    return {
      ...node,
      ...(typeof title === 'string' ? { title: titleIn(title, lang) } : {}),
      ...(typeof patternErrorMessage === 'string' ? { patternErrorMessage: titleIn(patternErrorMessage, lang) } : {}),
      ...(typeof description === 'string' ? { description: descriptionIn(description, lang) } : {}),
      ...(Array.isArray(enumDescriptions)
        ? { enumDescriptions: enumDescriptions.map((each) => descriptionIn(String(each), lang)) }
        : {}),
    }
  }
  return new Map([...schemas].map(([file, schema]) => [file, mapNodes(schema, speak) as SchemaNode]))
}

/** Titles and messages are `中文 · English`. */
function titleIn(title: string, lang: Lang): string {
  const at = title.indexOf(' · ')
  if (at < 0) return title
  return lang === 'zh' ? title.slice(0, at) : title.slice(at + 3)
}

/** Descriptions are `中文。 English.`: the blank after the Chinese full stop parts them. */
function descriptionIn(description: string, lang: Lang): string {
  const at = description.indexOf('。 ')
  if (at < 0) return description
  return lang === 'zh' ? description.slice(0, at + 1) : description.slice(at + 2)
}
