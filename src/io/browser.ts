import { accessSync, constants, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'puppeteer'
import { InputError } from '../diagnostic/input-error.ts'

/** A browser with one page, in which Mermaid is loaded once for a whole run. Nothing in it reaches the network. */
export interface DrawingBrowser {
  /**
   * Mermaid text as SVG. Throws where Mermaid does not understand it. Its labels are HTML: its plain text labels break
   * character references apart (11.17), so that names with signs in them come out wrong.
   */
  drawMermaid(text: string): Promise<string>
  /** Whether the installed Mermaid knows a kind of diagram, such as `swimlane-beta`. */
  knowsDiagram(text: string): Promise<boolean>
  /** A picture of an SVG: PNG at twice its size, or PDF on one page of its size. */
  capture(svg: string, format: 'png' | 'pdf'): Promise<Uint8Array>
  close(): Promise<void>
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const HOW_TO_GET_ONE = {
  zh: '安装一个（Debian、Ubuntu：apt-get install chromium），或用 --browser 指明路径，或设环境变量 PUPPETEER_EXECUTABLE_PATH 或 CHROME_PATH；输出 mermaid 和 svg 不需要浏览器',
  en: 'install one (Debian, Ubuntu: apt-get install chromium), or name it with --browser, PUPPETEER_EXECUTABLE_PATH or CHROME_PATH; mermaid and svg need no browser',
}

/** The browser to draw with: the one named, else that of the environment, else one with a usual name. */
export function findBrowser(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): string {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const given: [string, string | undefined][] = [
    ['--browser', named],
    ['PUPPETEER_EXECUTABLE_PATH', env['PUPPETEER_EXECUTABLE_PATH']],
    ['CHROME_PATH', env['CHROME_PATH']],
  ]
  for (const [by, value] of given) {
    if (value === undefined || value === '') continue
    const found = [path.resolve(cwd, value), ...inFolders(value, folders)].find(isProgram)
    if (found !== undefined) return found
    throw new InputError(
      {
        zh: `${by} 所指的浏览器不存在或不能执行：${value}`,
        en: `the browser that ${by} names is not there or cannot be run: ${value}`,
      },
      HOW_TO_GET_ONE,
    )
  }
  const found = [...NAMES.flatMap((name) => inFolders(name, folders)), ...PLACES].find(isProgram)
  if (found !== undefined) return found
  throw new InputError(
    { zh: '输出 png 和 pdf 需要 Chromium，没有找到', en: 'png and pdf need Chromium, and none was found' },
    HOW_TO_GET_ONE,
  )
}

function inFolders(name: string, folders: readonly string[]): string[] {
  return /[\\/]/.test(name) ? [] : folders.map((folder) => path.join(folder, name))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Starts the browser and loads Mermaid (the copy that mermaid-cli brings) into its page. */
export async function openBrowser(executablePath: string): Promise<DrawingBrowser> {
  const { launch } = await import('puppeteer')
  const isRoot = process.getuid?.() === 0
  const start = (args: string[]) => launch({ executablePath, headless: true, args: ['--disable-gpu', ...args] })
  const browser = await start(isRoot ? ['--no-sandbox'] : []).catch((error: unknown) => {
    const reason = error instanceof Error ? (error.message.split('\n').find((line) => line.trim() !== '') ?? '') : ''
    throw new InputError(
      {
        zh: `浏览器 ${executablePath} 无法启动：${reason}`,
        en: `the browser ${executablePath} does not start: ${reason}`,
      },
      HOW_TO_GET_ONE,
    )
  })
  try {
    const page = await browser.newPage()
    await blockNetwork(page)
    await page.setContent('<!doctype html><html><head><meta charset="utf-8"></head><body></body></html>')
    await page.addScriptTag({ path: mermaidScript() })
    const pictures = await browser.newPage()
    await pictures.setJavaScriptEnabled(false)
    await blockNetwork(pictures)
    let drawn = 0
    return {
      drawMermaid: (text) => {
        drawn += 1
        return drawInPage(page, text, `drawing${drawn}`)
      },
      knowsDiagram: (text) => parsesInPage(page, text),
      capture: (svg, format) => capture(pictures, svg, format),
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

async function blockNetwork(page: Page): Promise<void> {
  await page.setOfflineMode(true)
  await page.setRequestInterception(true)
  page.on('request', (request) => void request.abort())
}

/** Mermaid's one-file build, next to the module that mermaid-cli itself would load. */
function mermaidScript(): string {
  const require = createRequire(import.meta.url)
  const core = createRequire(require.resolve('@mermaid-js/mermaid-cli')).resolve('mermaid')
  return path.join(path.dirname(core), 'mermaid.min.js')
}

interface MermaidInPage {
  initialize(config: object): void
  render(id: string, text: string): Promise<{ svg: string }>
  parse(text: string): Promise<unknown>
}

const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Helvetica Neue', Arial, sans-serif"

async function drawInPage(page: Page, text: string, id: string): Promise<string> {
  return await page.evaluate(
    async (text: string, id: string, fonts: string) => {
      const { mermaid } = globalThis as unknown as { mermaid: MermaidInPage }
      mermaid.initialize({
        startOnLoad: false,
        securityLevel: 'strict',
        maxTextSize: 10_000_000,
        maxEdges: 100_000,
        htmlLabels: true,
        flowchart: { htmlLabels: true, useMaxWidth: false },
        block: { useMaxWidth: false },
        theme: 'base',
        themeVariables: {
          fontFamily: fonts,
          fontSize: '15px',
          primaryColor: '#ffffff',
          primaryBorderColor: '#3c6e9f',
          primaryTextColor: '#1f2933',
          lineColor: '#4a5a6a',
          clusterBkg: '#f7f9fb',
          clusterBorder: '#c5d0db',
          edgeLabelBackground: '#ffffff',
        },
      })
      const { svg } = await mermaid.render(id, text)
      return svg
    },
    text,
    id,
    FONTS,
  )
}

async function parsesInPage(page: Page, text: string): Promise<boolean> {
  return await page.evaluate(async (text: string) => {
    const { mermaid } = globalThis as unknown as { mermaid: MermaidInPage }
    try {
      await mermaid.parse(text)
      return true
    } catch {
      return false
    }
  }, text)
}

/** Chromium refuses bitmaps with longer sides. */
const MOST_PIXELS = 16_000

async function capture(page: Page, svg: string, format: 'png' | 'pdf'): Promise<Uint8Array> {
  const { width, height } = sizeOf(svg)
  const scale = Math.max(0.1, Math.min(2, MOST_PIXELS / Math.max(width, height)))
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await page.setContent(
    `<!doctype html><html><head><meta charset="utf-8"><style>@page{margin:0}html,body{margin:0;background:#fff}svg{display:block;width:${width}px;height:${height}px;max-width:none!important}</style></head><body>${svg}</body></html>`,
  )
  if (format === 'png') return await page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height } })
  return await page.pdf({
    width: `${width}px`,
    // One px more, or rounding makes a second page.
    height: `${height + 1}px`,
    printBackground: true,
    pageRanges: '1',
  })
}

/** Size in px of an SVG by its `viewBox`. */
function sizeOf(svg: string): { width: number; height: number } {
  const box = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg)
  return { width: Math.ceil(Number(box?.[1] ?? 800)), height: Math.ceil(Number(box?.[2] ?? 600)) }
}
