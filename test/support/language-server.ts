import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node.js'
import { root } from './run-cli.ts'

/** Positions and ranges count from 0, as the protocol does. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface EditorProblem {
  readonly message: string
  readonly severity?: number
  readonly range: { readonly start: Position; readonly end: Position }
}

export interface Completion {
  readonly label: string
  readonly insertText?: string
  readonly documentation?: string | { readonly value: string }
}

/** The real yaml-language-server, driven over its protocol as an editor does. */
export class LanguageServer {
  private readonly process: ChildProcess
  private readonly connection: MessageConnection
  private readonly waiting = new Map<string, (problems: readonly EditorProblem[]) => void>()
  private count = 0
  private schemas: Record<string, string> = {}

  private constructor() {
    const bin = fileURLToPath(import.meta.resolve('yaml-language-server/bin/yaml-language-server'))
    this.process = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const { stdin, stdout } = this.process
    if (!stdin || !stdout) throw new Error('the language server has no pipes')
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  }

  static async start(): Promise<LanguageServer> {
    const server = new LanguageServer()
    const { connection } = server
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => (section === 'yaml' ? server.settings() : null)),
    )
    connection.onRequest('client/registerCapability', () => null)
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: EditorProblem[] }) => {
        server.waiting.get(uri)?.(diagnostics)
        server.waiting.delete(uri)
      },
    )
    connection.listen()
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(root).href,
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    })
    await connection.sendNotification('initialized', {})
    return server
  }

  private settings(): object {
    return {
      schemas: this.schemas,
      schemaStore: { enable: false, url: '' },
      kubernetesCRDStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
      format: { enable: false },
    }
  }

  /** The setting `yaml.schemas`: schema (a file) by the names of files. */
  async configure(schemas: Readonly<Record<string, string>>): Promise<void> {
    this.schemas = Object.fromEntries(Object.entries(schemas).map(([file, glob]) => [pathToFileURL(file).href, glob]))
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml: this.settings() } })
  }

  /** Opens a file with this text and waits for what the server finds wrong in it. */
  async open(file: string, text: string): Promise<EditorFile> {
    const uri = pathToFileURL(path.join(root, file)).href
    const published = new Promise<readonly EditorProblem[]>((resolve) => this.waiting.set(uri, resolve))
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: ++this.count, text },
    })
    return new EditorFile(this.connection, uri, text, await published)
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    await this.connection.sendRequest('shutdown')
    await this.connection.sendNotification('exit')
    await gone
    this.connection.dispose()
  }
}

/** A file that is open in the editor. */
export class EditorFile {
  readonly problems: readonly EditorProblem[]
  private readonly connection: MessageConnection
  private readonly uri: string
  private readonly text: string

  constructor(connection: MessageConnection, uri: string, text: string, problems: readonly EditorProblem[]) {
    this.connection = connection
    this.uri = uri
    this.text = text
    this.problems = problems
  }

  /** What is wrong, each with the text it is said of. */
  told(): { readonly at: string; readonly line: number; readonly message: string }[] {
    const lines = this.text.split('\n')
    return this.problems.map(({ message, range: { start, end } }) => {
      const line = lines[start.line] ?? ''
      return {
        at: line.slice(start.character, end.line === start.line ? end.character : undefined),
        line: start.line + 1,
        message,
      }
    })
  }

  /** The text shown over the first place where `words` stand. */
  async hover(words: string): Promise<string> {
    const found = await this.ask<{ contents: { value: string } } | null>('textDocument/hover', this.find(words))
    return found?.contents.value ?? ''
  }

  /** What is offered at the mark `|` that `words` hold, which is not part of the file's text. */
  async complete(at: Position): Promise<readonly Completion[]> {
    const found = await this.ask<{ items: Completion[] } | Completion[]>('textDocument/completion', at)
    return Array.isArray(found) ? found : found.items
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } })
  }

  private ask<T>(method: string, position: Position): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, position })
  }

  private find(words: string): Position {
    const offset = this.text.indexOf(words)
    if (offset < 0) throw new Error(`${words} does not stand in the file`)
    return positionAt(this.text, offset + 1)
  }
}

/** The text without its mark `|`, and where the mark stood. */
export function takeMark(marked: string): { readonly text: string; readonly at: Position } {
  const offset = marked.indexOf('|')
  if (offset < 0) throw new Error('no mark')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  return { text, at: positionAt(text, offset) }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
