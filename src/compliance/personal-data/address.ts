type Place = { readonly from: number; readonly to: number }

/** A street or an estate, then its number: 泺源大街 102 号, 幸福小区 3 栋 2 单元 501 室. */
const DOOR =
  /(?:路|街|大道|巷|弄|胡同|村|庄|屯|小区|花园|苑|家园|公寓|新城|广场|大厦)[^\s，。,;；、!?！？\d]{0,6}\s?(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,5})\s?(?:-\d{1,5}\s?)?(?:号楼|号院|号|弄|栋|幢|座|单元|室|组|层)(?![线段令码])/g
/** What may go on behind: further numbers of house, entrance, floor and flat. */
const FURTHER = /^\s?(?:\d{1,5}|[一二三四五六七八九十百零〇]{1,5})\s?(?:号楼|号院|号|栋|幢|座|单元|室|户|层|楼|组)/
const REGION = /[省市区县州盟旗镇乡]/
const MOST_BEFORE = 24

/**
 * Addresses by their form, a heuristic: the name of a street or estate with a house number behind it. The stretch goes back
 * over the regions named before it and on over entrance, floor and flat. Not found: addresses without a number, and
 * addresses in English. Not taken for one: lines of the underground (2 号线), paragraphs and decrees.
 */
export function findAddresses(narrow: string): Place[] {
  const found: Place[] = []
  for (const { index, 0: door } of narrow.matchAll(DOOR)) {
    let to = index + door.length
    for (let more = FURTHER.exec(narrow.slice(to, to + 12)); more; more = FURTHER.exec(narrow.slice(to, to + 12))) {
      to += more[0].length
    }
    let from = index
    for (let at = index - 1; at >= 0 && index - at <= MOST_BEFORE; at--) {
      const character = narrow[at] ?? ''
      if (!/\p{Script=Han}/u.test(character)) break
      // Names of streets and regions mostly have two or three characters: nothing tells where they begin.
      if (index - at <= 3) from = at
      if (REGION.test(character)) from = Math.min(from, startOfName(narrow, at))
    }
    const last = found.at(-1)
    if (last === undefined || last.to <= from) found.push({ from, to })
  }
  return found
}

/** Two characters before the last of a region's name, as far as they are Han. */
function startOfName(narrow: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 2 && /\p{Script=Han}/u.test(narrow[start - 1] ?? '')) start--
  return start
}
