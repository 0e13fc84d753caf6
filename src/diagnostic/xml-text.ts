/**
 * A text as the content of an XML element, or of an attribute in double quotes. Signs that XML 1.0 cannot hold (lone
 * surrogates, control characters) become `\ufffd`.
 */
export function xmlText(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
