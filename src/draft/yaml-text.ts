/** Words that YAML, or a reader of it, takes for something else than text. */
const NO_TEXT = /^(y|n|yes|no|on|off|true|false|null|~)$/i

/** A text as a scalar of YAML that may stand inside brackets. */
export function yamlText(text: string): string {
  const plain = /^[\p{L}][\p{L}\p{N}_./()（）、—-]*( [\p{L}\p{N}_./()（）、—-]+)*$/u.test(text)
  return plain && !NO_TEXT.test(text) ? text : JSON.stringify(text)
}

/** One text, or a list of them in brackets. */
export function yamlList(texts: readonly string[]): string {
  const [only, ...others] = texts
  return only !== undefined && others.length === 0 ? yamlText(only) : `[${texts.map(yamlText).join(', ')}]`
}
