import { createRequire } from 'node:module'
import path from 'node:path'
import { BpmnModdle } from 'bpmn-moddle'
import { launch } from 'puppeteer'

const require = createRequire(import.meta.url)

/** What the reference reader of BPMN has to remark on. */
export async function remarksOfModdle(xml: string): Promise<string[]> {
  const { warnings } = await parse(xml)
  return warnings.map(({ message }) => message)
}

/** What bpmnlint says under its recommended rules: `rule element: message`. */
export async function remarksOfLint(xml: string): Promise<string[]> {
  const { rootElement } = await parse(xml)
  const results = await createLinter().lint(rootElement, { extends: 'bpmnlint:recommended' })
  return Object.entries(results).flatMap(([rule, reports]) =>
    reports.map(({ id, message }) => `${rule} ${id}: ${message}`),
  )
}

// Slow to make: the types of BPMN. It keeps nothing of what it read.
const moddle = new BpmnModdle()
let last: { readonly xml: string; readonly parsed: ReturnType<typeof moddle.fromXML> } | undefined

/** The same text, asked for by both checks one after the other, is read once. */
function parse(xml: string): ReturnType<typeof moddle.fromXML> {
  if (last?.xml !== xml) last = { xml, parsed: moddle.fromXML(xml) }
  return last.parsed
}

/** A new one each time: rules remember what they met. */
function createLinter(): Lint {
  const { Linter } = require('bpmnlint') as { Linter: new (options: unknown) => Lint }
  const Resolver = require('bpmnlint/lib/resolver/node-resolver') as new () => unknown
  return new Linter({ resolver: new Resolver() })
}

interface Lint {
  lint(root: unknown, config: unknown): Promise<Record<string, readonly { id: string; message: string }[]>>
}

/** Opens BPMN in the real bpmn-js, one page for all; `picture` is a PNG of the whole diagram. */
export async function openBpmnViewer(executablePath: string): Promise<BpmnViewer> {
  const browser = await launch({ executablePath, headless: true, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.setContent('<div id="canvas" style="width:1600px;height:1000px"></div>')
  const dist = path.join(path.dirname(require.resolve('bpmn-js/package.json')), 'dist')
  await page.addScriptTag({ path: path.join(dist, 'bpmn-viewer.development.js') })
  return {
    open: async (xml) =>
      (await page.evaluate(
        `(async () => {
          window.viewer ??= new window.BpmnJS({ container: '#canvas' })
          try {
            const { warnings } = await window.viewer.importXML(${JSON.stringify(xml)})
            const elements = window.viewer.get('elementRegistry').getAll().filter((each) => !each.labelTarget).length
            return { warnings: warnings.map(({ message }) => message), elements }
          } catch (error) {
            return { warnings: [String(error)], elements: 0 }
          }
        })()`,
      )) as { warnings: string[]; elements: number },
    picture: async (file) => {
      const size = (await page.evaluate(
        `(() => { const { x, y, width, height } = window.viewer.get('canvas').viewbox().inner
          return { width: Math.ceil(width + 2 * Math.max(0, x) ), height: Math.ceil(height + 2 * Math.max(0, y)) } })()`,
      )) as { width: number; height: number }
      await page.setViewport({ width: size.width, height: size.height })
      await page.evaluate(
        `document.querySelector('#canvas').style.cssText = 'width:${size.width}px;height:${size.height}px'; window.viewer.get('canvas').resized(); window.viewer.get('canvas').viewbox({ x: 0, y: 0, width: ${size.width}, height: ${size.height} })`,
      )
      await page.screenshot({ path: file as `${string}.png` })
    },
    close: () => browser.close(),
  }
}

export interface BpmnViewer {
  open(xml: string): Promise<{ readonly warnings: readonly string[]; readonly elements: number }>
  picture(file: string): Promise<void>
  close(): Promise<void>
}
