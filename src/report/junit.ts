import { escapeXml } from './escape-xml.ts'

/** A case: passed unless it says what failed. */
export interface JunitCase {
  readonly classname: string
  readonly name: string
  readonly failure?: { readonly type: string; readonly message: string; readonly text?: string }
}

export interface JunitSuite {
  readonly name: string
  /** The folder, file or map that the suite is about. */
  readonly about: string
  readonly properties?: readonly (readonly [name: string, value: string])[]
  readonly cases: readonly JunitCase[]
  /** What is told without failing a case. */
  readonly output?: string
}

/** A moment for reports that have none: equal runs give equal bytes. */
const NO_MOMENT = '1970-01-01T00:00:00'

/**
 * JUnit XML, valid under the schema that Ant's reports have (JUnit.xsd), which asks for more than Jenkins, GitLab and
 * others do: nothing is timed, so times are 0; the host is not told. `asOf`: milliseconds since 1970.
 */
export function writeJunit(suites: readonly JunitSuite[], asOf?: number): string {
  const moment = asOf === undefined ? NO_MOMENT : new Date(asOf).toISOString().slice(0, 19)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites.flatMap((suite, id) => writeSuite(suite, id, moment)),
    '</testsuites>\n',
  ].join('\n')
}

function writeSuite({ name, about, properties = [], cases, output }: JunitSuite, id: number, moment: string): string[] {
  const failures = cases.filter(({ failure }) => failure !== undefined).length
  const counts = `tests="${cases.length}" failures="${failures}" errors="0"`
  return [
    `  <testsuite name="${attribute(name)}" package="${attribute(about)}" id="${id}" ${counts} time="0" timestamp="${moment}" hostname="localhost">`,
    ...(properties.length === 0
      ? ['    <properties/>']
      : [
          '    <properties>',
          ...properties.map(([key, value]) => `      <property name="${attribute(key)}" value="${escapeXml(value)}"/>`),
          '    </properties>',
        ]),
    ...cases.map(writeCase),
    output === undefined ? '    <system-out/>' : `    <system-out>${escapeXml(output)}</system-out>`,
    '    <system-err/>',
    '  </testsuite>',
  ]
}

function writeCase({ classname, name, failure }: JunitCase): string {
  const head = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}" time="0"`
  if (failure === undefined) return `${head}/>`
  const { type, message, text } = failure
  const start = `      <failure type="${attribute(type)}" message="${escapeXml(message)}"`
  return [
    `${head}>`,
    text === undefined ? `${start}/>` : `${start}>${escapeXml(text)}</failure>`,
    '    </testcase>',
  ].join('\n')
}

/** Names may not be empty. */
function attribute(text: string): string {
  return escapeXml(text.trim() === '' ? '-' : text)
}
