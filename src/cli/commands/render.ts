import path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { contactDegreeToMermaid } from '../../draw/contact-degree-to-mermaid.ts'
import { contactDegreeToSvg } from '../../draw/contact-degree-to-svg.ts'
import { flowToMermaid } from '../../draw/flow-to-mermaid.ts'
import { flowToSvg } from '../../draw/flow-to-svg.ts'
import { matrixToMermaid } from '../../draw/matrix-to-mermaid.ts'
import { matrixToSvg } from '../../draw/matrix-to-svg.ts'
import { unfoldFlow } from '../../draw/unfold-flow.ts'
import type { Words } from '../../draw/words.ts'
import type { DrawingBrowser } from '../../io/browser.ts'
import { placeFlows } from '../../flow/contact-degree.ts'
import { createFileBatch } from '../../io/write-all.ts'
import type { Flow } from '../../model/flow.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption } from '../find-map.ts'
import { findFlow } from '../find-flow.ts'
import { type OpenedMap, openMap } from '../open-map.ts'
import { addWatchOption, runWatching } from '../watch.ts'

const FORMATS = ['mermaid', 'svg', 'png', 'pdf'] as const
type Format = (typeof FORMATS)[number]
type Engine = 'own' | 'mermaid'

const CONTACT_DEGREE = 'contact-degree'

/** Writes flows and the matrices as pictures. */
export const render: CommandModule = { configure, run }

function configure(command: Command, lang: Lang): void {
  const zh = lang === 'zh'
  command
    .argument(
      '[name...]',
      zh
        ? '流程的 id、接触点的编码、matrix（矩阵），或 contact-degree（接触度矩阵）'
        : 'ids of flows, codes of touchpoints, matrix, or contact-degree (the contact-degree matrix)',
    )
    .option('--all', zh ? '所有流程和各矩阵' : 'every flow and the matrices')
    .requiredOption('--out <dir>', zh ? '输出目录' : 'folder to write to')
    .addOption(
      new Option(
        '--format <list>',
        zh
          ? '格式：mermaid、svg（不需要浏览器）、png、pdf；可用逗号分隔或重复给出（默认 svg）'
          : 'formats: mermaid, svg (no browser needed), png, pdf; a comma list, or repeated (default: svg)',
      ).argParser((value, before: Format[] | undefined) => parseFormats(value, before, lang)),
    )
    .addOption(
      new Option(
        '--engine <engine>',
        zh
          ? '用自有布局还是 Mermaid 绘制（默认：svg 用 own，png 和 pdf 用 mermaid）'
          : 'draw with our own layout or with Mermaid (default: own for svg, mermaid for png and pdf)',
      ).choices(['own', 'mermaid']),
    )
    .option(
      '--browser <path>',
      zh ? 'Chromium 的路径（默认在本机查找）' : 'path of Chromium (default: looked for on this machine)',
    )
  addMapOption(command, lang)
  addWatchOption(command, lang)
  command.addHelpText(
    'after',
    zh
      ? '\n例：\n  touchmap render --all --out pictures\n  touchmap render 1A-101 matrix --out pictures --format mermaid,png\n  touchmap render hall-green-channel --out pictures --format pdf --engine own'
      : '\nExamples:\n  touchmap render --all --out pictures\n  touchmap render 1A-101 matrix --out pictures --format mermaid,png\n  touchmap render hall-green-channel --out pictures --format pdf --engine own',
  )
}

async function run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
  const once = (): Promise<number> => renderOnce(args, options, run)
  const map = typeof options['map'] === 'string' ? options['map'] : undefined
  return options['watch'] === true ? runWatching([map], [], run, once) : once()
}

async function renderOnce(
  args: readonly unknown[],
  options: Record<string, unknown>,
  run: CommandRun,
): Promise<number> {
  const text = (key: string) => (typeof options[key] === 'string' ? options[key] : undefined)
  const opened = await openMap(text('map'), run)
  const pictures = choosePictures(opened, (args[0] as string[] | undefined) ?? [], options['all'] === true, run.lang)
  const formats = (options['format'] as readonly Format[] | undefined) ?? ['svg']
  const engine = options['engine'] as Engine | undefined
  const needsBrowser = formats.some(
    (format) => format === 'png' || format === 'pdf' || (format === 'svg' && engine === 'mermaid'),
  )
  const browser = needsBrowser ? await startBrowser(text('browser'), run) : undefined
  const batch = createFileBatch(path.resolve(run.context.cwd, String(options['out'])))
  try {
    const lanes = browser && (await browser.knowsDiagram('swimlane-beta TB\n  a --> b')) ? 'swimlane-beta' : 'flowchart'
    for (const picture of pictures) {
      const draw = createDrawing(picture, engine, lanes, browser)
      for (const format of formats) {
        const extension = format === 'mermaid' ? 'mmd' : format
        batch.write(`${picture.file}.${extension}`, await draw(format))
      }
    }
    const files = batch.commit()
    const shown = files.map((file) => path.relative(run.context.cwd, file) || file)
    run.context.stdout.write(`${shown.join('\n')}\n`)
    return EXIT.clean
  } catch (error) {
    batch.discard()
    throw error
  } finally {
    await browser?.close()
  }
}

interface PictureSource {
  /** Name of the file without its ending. */
  readonly file: string
  /** Mermaid has nothing like it that can be read: PNG and PDF are drawn by our own layout unless Mermaid is asked for. */
  readonly own?: boolean
  mermaid(diagram: 'flowchart' | 'swimlane-beta'): string
  svg(): string
}

/** Draws one picture in any format; what PNG and PDF are made from is drawn once. */
function createDrawing(
  picture: PictureSource,
  engine: Engine | undefined,
  lanes: 'flowchart' | 'swimlane-beta',
  browser: DrawingBrowser | undefined,
): (format: Format) => Promise<string | Uint8Array> {
  let drawn: Promise<string> | undefined
  return async (format) => {
    if (format === 'mermaid') return picture.mermaid('flowchart')
    if (format === 'svg' && engine !== 'mermaid') return picture.svg()
    if (!browser) throw new Error(`no browser was started for ${format}`)
    if (format === 'svg') return `${await browser.drawMermaid(picture.mermaid(lanes))}\n`
    drawn ??=
      (engine ?? (picture.own ? 'own' : 'mermaid')) === 'own'
        ? Promise.resolve(picture.svg())
        : browser.drawMermaid(picture.mermaid(lanes))
    return await browser.capture(await drawn, format)
  }
}

async function startBrowser(named: string | undefined, run: CommandRun): Promise<DrawingBrowser> {
  const { findBrowser, openBrowser } = await import('../../io/browser.ts')
  return await openBrowser(findBrowser(named, run.context.env, run.context.cwd))
}

function choosePictures(
  { map, matrix }: OpenedMap,
  names: readonly string[],
  all: boolean,
  lang: Lang,
): PictureSource[] {
  const words: Words = { lang, catalog: map.catalog }
  const matrixPicture: PictureSource = {
    file: 'matrix',
    mermaid: () => matrixToMermaid(map, words, matrix),
    svg: () => matrixToSvg(map, words, matrix),
  }
  const contact = createOnce(() => placeFlows(map, matrix))
  const contactPicture: PictureSource = {
    file: CONTACT_DEGREE,
    own: true,
    mermaid: () => contactDegreeToMermaid(map, words, contact()),
    svg: () => contactDegreeToSvg(map, words, contact()),
  }
  const flowPicture = (flow: Flow): PictureSource => ({
    file: fileName(flow.id),
    mermaid: (diagram) => flowToMermaid(unfoldFlow(flow, map.flows), words, diagram),
    svg: () => flowToSvg(unfoldFlow(flow, map.flows), words),
  })
  if (all) {
    const stated = contact().flows.some(({ degree }) => degree !== undefined)
    return [matrixPicture, ...(stated ? [contactPicture] : []), ...[...map.flows.values()].map(flowPicture)]
  }
  if (names.length === 0)
    throw new InputError(
      { zh: '没有说明画什么', en: 'nothing was named to be drawn' },
      {
        zh: '给出流程、接触点编码或 matrix，或用 --all',
        en: 'name flows, codes of touchpoints or matrix, or use --all',
      },
    )
  const chosen = new Map<string, PictureSource>()
  for (const name of names) {
    const picture =
      name === 'matrix'
        ? matrixPicture
        : name === CONTACT_DEGREE
          ? contactPicture
          : flowPicture(findFlow(map, matrix, name).flow)
    chosen.set(picture.file, picture)
  }
  return [...chosen.values()]
}

/** Ids are plain letters, digits and hyphens; the few that a file system or the matrix has taken get a prefix. */
function fileName(id: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`the flow id ${id} is no file name`)
  return /^(matrix|contact-degree|con|prn|aux|nul|com\d|lpt\d)$/.test(id) ? `flow.${id}` : id
}

function createOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function parseFormats(value: string, before: readonly Format[] | undefined, lang: Lang): Format[] {
  const formats = new Set(before)
  for (const word of value.split(',')) {
    const format = FORMATS.find((known) => known === word.trim())
    if (!format)
      throw new InvalidArgumentError(
        lang === 'zh' ? `可用的格式：${FORMATS.join('、')}` : `the formats are ${FORMATS.join(', ')}`,
      )
    formats.add(format)
  }
  return [...formats]
}
