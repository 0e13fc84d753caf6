import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import { compareText } from '../diagnostic/sort.ts'
import type { MapSource } from './map-source.ts'
import { matchGlob } from './match-glob.ts'
import { asList, entryOf, stringOf } from './reading.ts'
import type { MapNode, TreeNode } from './tree.ts'

export const MAP_FILE = 'touchmap.yaml'

/** The files that belong to a map, in path order, and what is wrong with its `include`. */
export interface Included {
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Files the map names that are not to be had. */
  readonly missing: readonly string[]
  /** `include` could not be read at all; all YAML files of the folder are taken instead, those of no known kind left out. */
  readonly guessed: boolean
}

/** Follows the `include` of a map file. Nothing outside the map's folder is ever read. */
export function includeFiles(source: MapSource, root: MapNode | undefined): Included {
  const files = source.list()
  const patterns = asList(entryOf(root, 'include')?.node)
  if (!root || patterns.length === 0) {
    const nested = files.filter((path) => path !== MAP_FILE && path.endsWith(`/${MAP_FILE}`))
    const folders = nested.map((path) => path.slice(0, -MAP_FILE.length))
    const paths = files.filter(
      (path) => /\.ya?ml$/.test(path) && path !== MAP_FILE && !folders.some((folder) => path.startsWith(folder)),
    )
    return { paths, diagnostics: [], missing: [], guessed: true }
  }
  const paths = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const missing: string[] = []
  for (const node of patterns) {
    const pattern = stringOf(node)
    if (pattern === undefined) continue
    const found = followPattern(source, files, pattern, node)
    for (const path of found.paths) paths.add(path)
    diagnostics.push(...found.diagnostics)
    if (found.diagnostics.some(({ rule }) => rule !== 'include-cycle')) missing.push(pattern)
  }
  return { paths: [...paths].sort(compareText), diagnostics, missing, guessed: false }
}

function followPattern(
  source: MapSource,
  files: readonly string[],
  pattern: string,
  node: TreeNode,
): { readonly paths: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  const refuse = (diagnostic: Omit<Diagnostic, 'place' | 'severity'>, severity: Diagnostic['severity'] = 'error') => ({
    paths: [],
    diagnostics: [{ ...diagnostic, severity, place: node.place }],
  })
  const segments = pattern.split('/')
  if (pattern.startsWith('/') || /^[A-Za-z]:/.test(pattern) || pattern.includes('\\') || segments.includes('..')) {
    return refuse({
      rule: 'include-outside',
      message: { zh: `\`${pattern}\` 指向地图目录之外`, en: `\`${pattern}\` leads out of the map's folder` },
      expected: { zh: '地图目录之内的相对路径，用 /', en: "a path inside the map's folder, with /" },
    })
  }
  const literal = !/[*?]/.test(pattern)
  const wanted = segments.filter((part) => part !== '' && part !== '.').join('/')
  if (literal && wanted === MAP_FILE) {
    return refuse({
      rule: 'include-cycle',
      message: { zh: `\`${MAP_FILE}\` 包含了自己`, en: `\`${MAP_FILE}\` includes itself` },
    })
  }
  const candidates = literal ? [wanted] : files.filter((path) => path !== MAP_FILE && matchGlob(pattern, path))
  if (candidates.length === 0) {
    return refuse(
      {
        rule: 'include-missing',
        message: { zh: `没有文件与 \`${pattern}\` 相符`, en: `no file matches \`${pattern}\`` },
      },
      'warning',
    )
  }
  const paths: string[] = []
  for (const path of candidates) {
    const file = source.read(path)
    if (file.kind === 'outside') {
      return refuse({
        rule: 'include-outside',
        message: {
          zh: `\`${path}\` 是指向地图目录之外的链接`,
          en: `\`${path}\` is a link that leads out of the map's folder`,
        },
      })
    }
    if (file.kind === 'missing') {
      const suggestion = nearestName(path, files)
      return refuse({
        rule: 'include-missing',
        message: { zh: `找不到文件 \`${path}\``, en: `there is no file \`${path}\`` },
        expected: { zh: '地图目录中已有的文件', en: "a file that is in the map's folder" },
        ...(suggestion === undefined ? {} : { suggestion }),
      })
    }
    paths.push(path)
  }
  return { paths, diagnostics: [] }
}
