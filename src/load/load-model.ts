import type { Place } from '../diagnostic/diagnostic.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { ModelFlow, ModelReader } from '../model/model-flow.ts'
import { bindModel, type CatalogWords } from './bind-model.ts'
import type { MapSource } from './map-source.ts'
import { modelToTree } from './model-to-tree.ts'
import { TOO_LARGE } from './read-file.ts'
import { badValue, child, entryOf, given, type Reading, report, stringOf } from './reading.ts'
import { createSourceText, type SourceText } from './source-text.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** More elements than this are no flow that anybody reads. */
const MOST_ELEMENTS = 5_000

/** The files of other tools that flows of one map name (`from`), read once each. */
export class ModelFiles {
  /** Their texts, for code frames, and their bytes, by path. */
  readonly texts: Map<string, SourceText> = new Map()
  readonly bytes: Map<string, Uint8Array> = new Map()
  /** A flow names such a file, and nobody gave what reads it. */
  wanted = false
  readonly #source: MapSource
  readonly #read = new Map<string, ReturnType<ModelReader>>()

  constructor(source: MapSource) {
    this.#source = source
  }

  /**
   * The flow with the steps of the model that its `from` names in it, as if they had been written; undefined where there
   * are none: it is told why, at the key or in the model's file.
   */
  putInto(reading: Reading, words: CatalogWords, root: MapNode): MapNode | undefined {
    const written = entryOf(root, 'from')
    if (!written) return root
    const stray = entryOf(root, 'steps')
    if (stray) {
      const message = { zh: '`from` 与 `steps` 只能写一个', en: 'only one of `from` and `steps` may stand here' }
      report(reading, badValue(stray.key, message))
      return undefined
    }
    const model = this.#open(reading, root.place.file, written.node)
    if (!model) return undefined
    if (model.elements.length > MOST_ELEMENTS) {
      const message = {
        zh: `模型的元素超过 ${MOST_ELEMENTS} 个`,
        en: `the model has more than ${MOST_ELEMENTS} elements`,
      }
      report(reading, badValue(written.node.place, message))
      return undefined
    }
    const entries = new Map(root.entries)
    const binding = bindModel(reading, words, root, model)
    if (model.net) {
      for (const key of ['interrupts', 'anywhere']) {
        const beside = entryOf(root, key)
        if (beside) report(reading, notBesideNet(key, beside.key, model))
      }
      reading.nets.push(model.net)
    }
    const tree = modelToTree(model, binding, reading.nets.length - 1)
    for (const [key, { key: place, node }] of tree) {
      const own = asItems(entryOf(root, key)?.node)
      const items = [...asItems(node), ...own]
      entries.set(key, { key: place, node: { kind: 'list', place: node.place, items } })
    }
    return { ...root, entries }
  }

  #open(reading: Reading, flow: string, node: TreeNode): ModelFlow | undefined {
    const pathNode = node.kind === 'map' ? child(node, 'file') : node
    const written = stringOf(pathNode)
    if (!pathNode || written === undefined) return undefined
    const { place } = pathNode
    const path = resolvePath(flow, written)
    const file = path === undefined ? { kind: 'outside' as const } : this.#source.read(path)
    if (path === undefined || file.kind === 'outside') {
      report(reading, {
        rule: 'include-outside',
        severity: 'error',
        message: { zh: `\`${written}\` 指向地图目录之外`, en: `\`${written}\` leads out of the map's folder` },
        place,
        expected: {
          zh: '地图目录之内、相对于本文件的路径，用 /',
          en: "a path inside the map's folder, from this file, with /",
        },
      })
      return undefined
    }
    if (!/\.(bpmn|pnml)$/i.test(path)) {
      const message = { zh: `\`${written}\` 不是 .bpmn 或 .pnml 文件`, en: `\`${written}\` is no .bpmn or .pnml file` }
      report(reading, badValue(place, message, { zh: '.bpmn 或 .pnml 文件', en: 'a .bpmn or .pnml file' }))
      return undefined
    }
    const { readModel } = this.#source
    if (!readModel) {
      this.wanted = true
      report(reading, {
        rule: 'unsupported',
        severity: 'error',
        message: {
          zh: '此处不能读取其他工具的模型（`MapSource` 没有 `readModel`）',
          en: 'models of other tools cannot be read here (the `MapSource` has no `readModel`)',
        },
        place,
      })
      return undefined
    }
    if (file.kind === 'missing') {
      const folder = flow.split('/').slice(0, -1)
      const models = this.#source.list().filter((each) => /\.(bpmn|pnml)$/i.test(each))
      const suggestion = nearestName(path, models)
      report(reading, {
        rule: 'include-missing',
        severity: 'error',
        message: { zh: `找不到文件 \`${path}\``, en: `there is no file \`${path}\`` },
        place,
        expected: { zh: '地图目录中已有的文件', en: "a file that is in the map's folder" },
        ...given('suggestion', suggestion === undefined ? undefined : relativePath(folder, suggestion)),
      })
      return undefined
    }
    if (file.kind !== 'file') {
      const unread = { zh: `文件 \`${path}\` 无法读取`, en: `the file \`${path}\` cannot be read` }
      report(reading, badValue(place, file.kind === 'large' ? TOO_LARGE : unread))
      return undefined
    }
    return this.#readOnce(reading, readModel, path, file.bytes, stringOf(child(node, 'process')))
  }

  #readOnce(
    reading: Reading,
    readModel: ModelReader,
    path: string,
    bytes: Uint8Array,
    net: string | undefined,
  ): ModelFlow | undefined {
    const key = `${path}\0${net ?? ''}`
    let read = this.#read.get(key)
    if (!read) {
      read = readModel(bytes, path, net === undefined ? {} : { net })
      this.#read.set(key, read)
      this.texts.set(path, createSourceText(path, read.text))
      this.bytes.set(path, bytes)
      for (const each of read.diagnostics) report(reading, each)
    }
    return read.value
  }
}

function notBesideNet(key: string, place: Place, model: ModelFlow): ReturnType<typeof badValue> {
  const [reason] = model.unstructured
  return {
    ...badValue(
      place,
      {
        zh: `模型不是块结构，按网运行，旁边不能写 \`${key}\``,
        en: `the model is not made of blocks and runs as a net, beside which \`${key}\` cannot stand`,
      },
      { zh: '块结构的模型，或写在模型里', en: 'a model made of blocks, or the same in the model itself' },
    ),
    ...(reason ? { related: [{ message: reason.message, place: reason.place }] } : {}),
  }
}

function asItems(node: TreeNode | undefined): readonly TreeNode[] {
  return node?.kind === 'list' ? node.items : []
}

/** A path as written in a file of the map, from the map's folder; undefined where it leads out. */
function resolvePath(from: string, written: string): string | undefined {
  if (/^\/|^[A-Za-z]:|\\/.test(written) || written.includes('\0')) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of written.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function relativePath(folder: readonly string[], path: string): string {
  const parts = path.split('/')
  let common = 0
  while (common < folder.length && common < parts.length - 1 && folder[common] === parts[common]) common++
  return [...folder.slice(common).map(() => '..'), ...parts.slice(common)].join('/')
}
