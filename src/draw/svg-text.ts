/** Faces with Chinese first, by platform; nothing is loaded from elsewhere. */
export const FONTS =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'Helvetica Neue', Arial, sans-serif"

/** Text for an SVG element or attribute. Characters that XML 1.0 forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return (
    text
      // Lone surrogates and control characters are no XML characters.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
  )
}

/** One line of text; `x` is its left end, or its middle. */
export function svgText(
  text: string,
  x: number,
  y: number,
  style: { readonly size: number; readonly fill: string; readonly weight?: number; readonly middle?: boolean },
): string {
  const weight = style.weight === undefined ? '' : ` font-weight="${style.weight}"`
  const anchor = style.middle ? ' text-anchor="middle"' : ''
  const at = (value: number) => String(Math.round(value * 10) / 10)
  return `<text x="${at(x)}" y="${at(y)}" font-size="${style.size}" fill="${style.fill}"${weight}${anchor}>${escapeXml(text)}</text>`
}
