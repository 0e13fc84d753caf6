import type { Lang } from '../diagnostic/diagnostic.ts'
import { yamlList, yamlText } from './yaml-text.ts'

/** A cell that the log has, by the ids of its values. */
interface DraftCell {
  readonly business: string
  readonly channel: string
  readonly brand: string
  readonly interactions: number
}

/**
 * The file of the touchpoints: cells that the log has are served, all others are not offered until somebody says
 * otherwise. Rows are as few as lists of channels and brands make them.
 */
export function writeTouchpoints(
  cells: readonly DraftCell[],
  axes: Readonly<Record<'business' | 'channel' | 'brand', readonly string[]>>,
  lang: Lang,
): string {
  const zh = lang === 'zh'
  const counts = new Map(cells.map((cell) => [keyOf(cell.business, cell.channel, cell.brand), cell.interactions]))
  const served: string[] = []
  const missing: string[] = []
  for (const business of axes.business) {
    for (const { channels, brands, interactions } of rowsOf(business, true)) {
      const row = [
        `business: ${business}`,
        `channel: ${listOf(channels, axes.channel)}`,
        `brand: ${listOf(brands, axes.brand)}`,
      ]
      served.push(
        `  - {${row.join(', ')}, flow: ${business}} # ${zh ? `${interactions} 次交互` : `${interactions} interactions`}`,
      )
    }
    for (const { channels, brands } of rowsOf(business, false)) {
      const row = [
        `business: ${business}`,
        `channel: ${listOf(channels, axes.channel)}`,
        `brand: ${listOf(brands, axes.brand)}`,
      ]
      const because = yamlText(zh ? '日志中没有，待核对' : 'not in the log and to be checked')
      missing.push(`  - {${row.join(', ')}, because: ${because}}`)
    }
  }
  const lines = [
    zh ? '# 日志中有的格子，每项业务一个流程。' : '# The cells that the log has, with one flow for each business.',
    'touchpoints:',
    ...served,
  ]
  if (missing.length > 0) {
    lines.push(
      '',
      zh
        ? '# 日志中没有的格子：确实不提供的，写明理由；提供的，移到上面。'
        : '# Cells that the log has not: state the reason where they are not offered, move them up where they are.',
      'not-offered:',
      ...missing,
    )
  }
  return `${lines.join('\n')}\n`

  /** Channels of a business with the same brands, served or not, are one row. */
  function rowsOf(business: string, isServed: boolean) {
    const rows = new Map<string, { channels: string[]; readonly brands: readonly string[]; interactions: number }>()
    for (const channel of axes.channel) {
      const here = (brand: string) => counts.get(keyOf(business, channel, brand))
      const brands = axes.brand.filter((brand) => (here(brand) !== undefined) === isServed)
      if (brands.length === 0) continue
      const row = rows.get(brands.join()) ?? { channels: [], brands, interactions: 0 }
      rows.set(brands.join(), row)
      row.channels.push(channel)
      row.interactions += brands.reduce((sum, brand) => sum + (here(brand) ?? 0), 0)
    }
    return [...rows.values()]
  }
}

function listOf(some: readonly string[], all: readonly string[]): string {
  return some.length === all.length ? 'all' : yamlList(some)
}

function keyOf(...values: readonly string[]): string {
  return values.join(' ')
}
