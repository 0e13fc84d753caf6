import path from 'node:path'
import { type Command, Option } from 'commander'
import type { Diagnostic, Lang, Severity } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { nearestName } from '../../diagnostic/nearest.ts'
import { digest } from '../../io/digest.ts'
import { createFolderSource } from '../../io/files.ts'
import { type LoadedHistory, loadHistory } from '../../load/load-history.ts'
import type { LintSettings, LintSeverity } from '../../lint/settings.ts'
import { readFile } from '../../load/read-file.ts'
import { parseDay } from '../../model/calendar.ts'
import type { MapFindings } from '../../report/findings.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findMap } from '../find-map.ts'
import { describeFindings } from '../open-map.ts'
import { addFormatOption, openOutputs, readOutputs } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'jsonl', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const
type Format = (typeof FORMATS)[number]
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** `touchmap validate [PATH…]`: checks maps and prints what is wrong with them. */
export const validate: CommandModule = {
  configure(command: Command, lang: Lang): void {
    const zh = lang === 'zh'
    addFormatOption(
      command.argument(
        '[path...]',
        zh
          ? '地图目录、touchmap.yaml 或地图中的一个文件（默认为最近的地图）'
          : 'a map folder, its touchmap.yaml, or a file of the map (default: the nearest map)',
      ),
      lang,
      FORMATS,
    )
    command
      .addOption(
        new Option('--fail-on <severity>', zh ? '达到此严重程度即以 1 退出' : 'least severity that gives exit code 1')
          .choices(['error', 'warning', 'info'])
          .default('error'),
      )
      .addOption(
        new Option(
          '--as-of <date>',
          zh
            ? '以哪一天为准判断期限，如 2026-07-01（默认为今天）'
            : 'the day on which dates are judged, such as 2026-07-01 (default: today)',
        ),
      )
      .option(
        '--rule <rule=severity>',
        zh
          ? '改变一条规则的严重程度：off、info、warning、error（可重复，优先于地图的设置）'
          : 'set the severity of a rule: off, info, warning, error (may be repeated; wins over the map)',
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  $ touchmap validate                          # 最近的地图\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning --format sarif=map.sarif --format pretty\n  $ touchmap validate flows/repair.yaml        # 只看这个文件的发现'
          : '\nExamples:\n  $ touchmap validate                          # the nearest map\n  $ touchmap validate maps/hotline --format json\n  $ touchmap validate maps/*/ --fail-on warning --format sarif=map.sarif --format pretty\n  $ touchmap validate flows/repair.yaml        # only what is found in this file',
      )
  },

  async run(args: readonly unknown[], options: Record<string, unknown>, run: CommandRun): Promise<number> {
    const named = (args[0] as readonly string[] | undefined) ?? []
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const wanted = { asOf: readDay(options['asOf']), settings: await readRules(options['rule']) }
    const maps: MapFindings[] = []
    for (const each of named.length > 0 ? named : [undefined])
      maps.push(await validateOne(each, wanted, run.context.cwd))
    const least = RANK[options['failOn'] as Severity]
    const isFailure = (severity: Severity): boolean => RANK[severity] >= least
    const inputs = maps.flatMap(({ folder, texts }) => [...texts.keys()].map((file) => path.join(folder, file)))
    const { sinks, commit, discard } = openOutputs(outputs, run.context, inputs)
    try {
      for (const { format, write } of sinks) write(await reportAs(format, maps, run, isFailure))
      commit()
    } finally {
      discard()
    }
    const failed = maps.some(({ findings }) => findings.some(({ severity }) => isFailure(severity)))
    return failed ? EXIT.findings : EXIT.clean
  },
}

/** Each format is loaded only when it is asked for. */
async function reportAs(
  format: Format,
  maps: readonly MapFindings[],
  run: CommandRun,
  isFailure: (severity: Severity) => boolean,
): Promise<string> {
  if (format === 'pretty') {
    const { reportFindings } = await import('../../report/findings-pretty.ts')
    return reportFindings(maps, { ...run, palette: createPalette(run.color) })
  }
  if (format === 'json') return (await import('../../report/findings-json.ts')).reportFindingsAsJson(maps, run)
  const formats = await import('../../report/findings-formats.ts')
  const context = { lang: run.lang, version: run.version, digest }
  switch (format) {
    case 'jsonl':
      return formats.reportFindingsAsJsonLines(maps, context)
    case 'sarif':
      return formats.reportFindingsAsSarif(maps, context)
    case 'junit':
      return formats.reportFindingsAsJunit(maps, context, isFailure)
    case 'github':
      return formats.reportFindingsAsGithub(maps, context)
    case 'gitlab':
      return formats.reportFindingsAsGitlab(maps, context)
    case 'markdown':
      return formats.reportFindingsAsMarkdown(maps, context)
  }
}

async function validateOne(named: string | undefined, wanted: Wanted, cwd: string): Promise<MapFindings> {
  const found = findMap(named, cwd)
  const source = createFolderSource(found.root)
  const loaded = loadHistory(source)
  const findings = await check(loaded, wanted)
  const all = describeFindings(loaded, findings, found.root, cwd)
  if (found.file === undefined) return all
  const file = path.relative(found.root, found.file).split(path.sep).join('/')
  if (all.texts.has(file)) return { ...all, findings: findingsIn(findings, file), files: 1 }
  const content = source.read(file)
  if (content.kind !== 'file') throw new InputError({ zh: `无法读取 ${named}`, en: `${named} cannot be read` })
  const read = readFile(file, content.bytes)
  return { ...all, findings: read.diagnostics, texts: new Map([[file, read.source.text]]), files: 1 }
}

/** Both layers; the second is loaded only by this command. */
async function check(loaded: LoadedHistory, { asOf, settings }: Wanted): Promise<readonly Diagnostic[]> {
  const { checkMap } = await import('../../lint/check-map.ts')
  return checkMap(loaded, { asOf: asOf ?? today(loaded.current.map?.timezone), settings })
}

interface Wanted {
  readonly asOf: string | undefined
  readonly settings: LintSettings
}

/** `--rule id=severity`, repeated. That the rule is there is asked of the registry only when a rule is named. */
async function readRules(option: unknown): Promise<LintSettings> {
  const settings = new Map<string, LintSeverity>()
  const written = Array.isArray(option) ? (option as readonly string[]) : []
  if (written.length === 0) return settings
  const { LINT_RULES } = await import('../../lint/registry.ts')
  const { isLintSeverity } = await import('../../lint/settings.ts')
  const known = [...LINT_RULES.map(({ id }) => id), 'cell-blind']
  for (const each of written) {
    const [id = '', severity] = each.split('=')
    if (!isLintSeverity(severity)) {
      throw new InputError({
        zh: `--rule ${each} 应为 规则=严重程度，严重程度为 off、info、warning 或 error`,
        en: `--rule ${each} must be RULE=SEVERITY, with off, info, warning or error`,
      })
    }
    if (!known.includes(id) && !id.includes('/')) {
      const near = nearestName(id, known)
      throw new InputError(
        { zh: `没有名为 ${id} 的规则`, en: `there is no rule ${id}` },
        near === undefined ? undefined : { zh: `是否想写 ${near}`, en: `did you mean ${near}` },
      )
    }
    settings.set(id, severity)
  }
  return settings
}

function readDay(option: unknown): string | undefined {
  if (option === undefined) return undefined
  if (typeof option === 'string' && parseDay(option) !== undefined) return option
  throw new InputError({
    zh: `--as-of ${String(option)} 不是日期，应如 2026-07-01`,
    en: `--as-of ${String(option)} is no date such as 2026-07-01`,
  })
}

/** The day it is now in a time zone, else where the program runs. */
function today(timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).formatToParts()
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

function findingsIn(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  return diagnostics.filter(({ place }) => place.file === file)
}
