import type { Diagnostic, Message, Place } from '../diagnostic/diagnostic.ts'
import { AXES, type AxisName, type Id, type ProcessMap } from '../model/map.ts'
import { buildMatrix, type Cell, type Matrix, type MatrixSource } from '../model/matrix.ts'
import { createWholeMatcher } from '../text/match-whole.ts'

const LISTED = 6

/** Codes of one matrix: two touchpoints with one code, and codes that do not match the pattern; one finding for each pair of rows, or row. */
export function checkCodes(matrix: Matrix, source: MatrixSource, template: Place | undefined): Diagnostic[] {
  // A template that speaks of no axis has its own finding.
  for (const [, name] of source.code.matchAll(/\{([^{}]*)\}/g)) if (!AXES.some((axis) => axis === name)) return []
  return [...reportShared(matrix, source, template), ...reportShape(matrix, source, template)]
}

function reportShared(matrix: Matrix, source: MatrixSource, template: Place | undefined): Diagnostic[] {
  const owners = new Map<string, Cell>()
  const shared = new Map<string, { readonly first: Cell; readonly second: Cell; readonly codes: Set<string> }>()
  for (const cell of matrix.cells) {
    if (cell.code === undefined || !cell.row) continue
    const owner = owners.get(cell.code)
    if (!owner?.row) owners.set(cell.code, cell)
    else {
      const key = JSON.stringify([owner.row.place, cell.row.place])
      const pair = shared.get(key) ?? { first: owner, second: cell, codes: new Set<string>() }
      pair.codes.add(cell.code)
      shared.set(key, pair)
    }
  }
  return [...shared.values()].flatMap(({ first, second, codes }): Diagnostic[] => {
    if (!first.row || !second.row) return []
    const names = { first: nameCell(first.at), second: nameCell(second.at) }
    const code = first.code ?? ''
    const more = codes.size - 1
    const differ = AXES.filter((axis) => first.at[axis] !== second.at[axis])
    const lacking = differ.filter((axis) => !source.code.includes(`{${axis}}`)).map((axis) => `\`{${axis}}\``)
    const related = [
      { message: { zh: '另一个接触点在这里', en: 'the other touchpoint is here' }, place: first.row.place },
    ]
    if (template) related.push({ message: { zh: '编码模板', en: 'the template of the codes' }, place: template })
    return [
      {
        rule: 'code-duplicate',
        severity: 'error',
        message: {
          zh: `两个接触点的编码都是 \`${code}\`：${names.first} 与 ${names.second}${more > 0 ? `（另有 ${more} 个编码重复）` : ''}`,
          en: `two touchpoints have the code \`${code}\`: ${names.first} and ${names.second}${more > 0 ? ` (and ${more} more codes like it)` : ''}`,
        },
        place: second.row.place,
        expected:
          lacking.length > 0
            ? { zh: `模板里加上 ${lacking.join('、')}`, en: `${lacking.join(', ')} in the template` }
            : { zh: '目录中各取不同的 `code`', en: 'a `code` of its own for each in the catalogue' },
        related,
      },
    ]
  })
}

function reportShape(matrix: Matrix, { codePattern }: MatrixSource, template: Place | undefined): Diagnostic[] {
  if (codePattern === undefined) return []
  const isRight = createWholeMatcher(codePattern)
  const wrong = new Map<string, { readonly cell: Cell; count: number }>()
  for (const cell of matrix.cells) {
    if (cell.code === undefined || !cell.row || isRight(cell.code)) continue
    const key = JSON.stringify(cell.row.place)
    const found = wrong.get(key) ?? { cell, count: 0 }
    found.count += 1
    wrong.set(key, found)
  }
  return [...wrong.values()].flatMap(({ cell: { code = '', at, row }, count }): Diagnostic[] => {
    if (!row) return []
    const more: Message =
      count > 1 ? { zh: `（本行共 ${count} 个）`, en: ` (${count} of this row)` } : { zh: '', en: '' }
    return [
      {
        rule: 'code-pattern',
        severity: 'error',
        message: {
          zh: `${nameCell(at)} 的编码 \`${code}\` 不合规定的式样${more.zh}`,
          en: `the code \`${code}\` of ${nameCell(at)} is not of the form asked for${more.en}`,
        },
        place: row.place,
        expected: { zh: `符合 \`${codePattern}\``, en: `a match of \`${codePattern}\`` },
        ...(template
          ? { related: [{ message: { zh: '式样写在这里', en: 'the form is asked for here' }, place: template }] }
          : {}),
      },
    ]
  })
}

/** A version of a map, with the place at which the newest one names it. */
export interface PlacedVersion {
  readonly map: ProcessMap
  readonly place: Place
}

/**
 * Codes that an earlier version gave to another touchpoint (S24.c): whoever reads an old report would read it wrongly. A
 * touchpoint is the same where its ids are, or those that the newest catalogue says it had `formerly`.
 */
export function reportReusedCodes(versions: readonly PlacedVersion[]): Diagnostic[] {
  const newest = versions.at(-1)
  if (!newest || versions.length < 2) return []
  const renamed = new Map<string, Id>()
  for (const axis of AXES) {
    for (const { id, formerly } of newest.map.catalog.axes[axis].values()) {
      for (const old of formerly ?? []) renamed.set(`${axis} ${old}`, id)
    }
  }
  const idOf = (axis: AxisName, id: Id | undefined) => (id === undefined ? '' : (renamed.get(`${axis} ${id}`) ?? id))
  const keyOf = (at: Cell['at']) => AXES.map((axis) => idOf(axis, at[axis])).join(' ')
  const owners = new Map<string, { readonly key: string; readonly at: Cell['at']; readonly version: PlacedVersion }>()
  return versions.flatMap((version) => {
    const reused = new Map<
      string,
      { readonly cell: Cell; readonly owner: { at: Cell['at']; version: PlacedVersion }; count: number }
    >()
    for (const cell of buildMatrix(version.map).cells) {
      if (cell.code === undefined || !cell.row) continue
      const key = keyOf(cell.at)
      const owner = owners.get(cell.code)
      if (!owner) owners.set(cell.code, { key, at: cell.at, version })
      else if (owner.key !== key && owner.version !== version) {
        const row = JSON.stringify([cell.row.place, owner.version.map.version])
        const found = reused.get(row) ?? { cell, owner, count: 0 }
        found.count += 1
        reused.set(row, found)
      }
    }
    return [...reused.values()].map(({ cell, owner, count }): Diagnostic => ({
      rule: 'code-reused',
      severity: 'error',
      message: {
        zh: `编码 \`${cell.code ?? ''}\` 在版本 ${owner.version.map.version} 里属于 ${nameCell(owner.at)}，版本 ${version.map.version} 却给了 ${nameCell(cell.at)}${count > 1 ? `（本行共 ${count} 个）` : ''}`,
        en: `the code \`${cell.code ?? ''}\` was that of ${nameCell(owner.at)} in version ${owner.version.map.version}; version ${version.map.version} gives it to ${nameCell(cell.at)}${count > 1 ? ` (${count} of this row)` : ''}`,
      },
      place: version === newest ? (cell.row?.place ?? version.place) : version.place,
      expected: {
        zh: '从未用过的编码；若只是改了标识，在目录里写 `formerly`',
        en: 'a code never used before; `formerly` in the catalogue where only the id is new',
      },
      related: [{ message: { zh: '那个版本列在这里', en: 'that version is listed here' }, place: owner.version.place }],
    }))
  })
}

function nameCell(at: Cell['at']): string {
  return AXES.flatMap((axis) => at[axis] ?? []).join(' × ')
}

/** The first cells of a list in words, and how many more there are. */
export function listCells(cells: readonly Cell['at'][]): Message {
  const names = cells.slice(0, LISTED).map(nameCell)
  const more = cells.length - names.length
  return {
    zh: names.join('、') + (more > 0 ? ` 等` : ''),
    en: names.join(', ') + (more > 0 ? ` and ${more} more` : ''),
  }
}
