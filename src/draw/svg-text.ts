import { xmlText } from '../diagnostic/xml-text.ts'
import type { Lang } from '../diagnostic/diagnostic.ts'

const CHINESE = [
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'WenQuanYi Micro Hei',
]
const LATIN = ['Helvetica Neue', 'Arial', 'Liberation Sans', 'DejaVu Sans']

/** Faces by platform, those of the language first; nothing is loaded from elsewhere. */
function fontFamily(lang: Lang): string {
  const faces = lang === 'zh' ? [...CHINESE, ...LATIN] : [...LATIN, ...CHINESE]
  return [...faces.map((face) => `'${face}'`), 'sans-serif'].join(', ')
}

/** Text for an SVG element, or an attribute in quotes of either kind. */
export function escapeXml(text: string): string {
  return xmlText(text).replaceAll("'", '&#39;')
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

/** How a picture begins: its size, its name and description for those who do not see it, a white ground. */
export function svgHead(picture: {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly lang: Lang
  /** What the picture refers to, such as markers. */
  readonly defs?: readonly string[]
}): string[] {
  const { width, height, title, description, lang, defs = [] } = picture
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="${lang === 'zh' ? 'zh-CN' : 'en'}" font-family="${escapeXml(fontFamily(lang))}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    ...(defs.length === 0 ? [] : ['<defs>', ...defs, '</defs>']),
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
  ]
}
