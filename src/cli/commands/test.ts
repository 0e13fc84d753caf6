import path from 'node:path'
import type { Command } from 'commander'
import type { Diagnostic, Lang } from '../../diagnostic/diagnostic.ts'
import { InputError } from '../../diagnostic/input-error.ts'
import { createFolderSource } from '../../io/files.ts'
import { readCases } from '../../load/read-cases.ts'
import type { RuleCase } from '../../model/rule-case.ts'
import { reportFindings } from '../../report/findings-pretty.ts'
import { trialJson, trialJunit, trialPretty } from '../../report/trial-report.ts'
import { measureCoverage } from '../../trial/case-coverage.ts'
import { runCases } from '../../trial/run-cases.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addMapOption } from '../find-map.ts'
import { addPluginOption } from '../log-options.ts'
import { openMap } from '../open-map.ts'
import { addFormatOption, readOutputs, writeReports } from '../outputs.ts'
import { createPalette } from '../palette.ts'

const FORMATS = ['pretty', 'json', 'junit'] as const

/** `touchmap test`: runs the cases that stand beside a rule set, with what they cover. */
export const test: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    command.argument(
      '[file...]',
      zh
        ? '用例文件（默认：地图目录中的 *.cases.yaml）'
        : 'files of cases (default: *.cases.yaml in the folder of the map)',
    )
    addMapOption(command, lang)
    addPluginOption(command, lang)
    addFormatOption(command, lang, FORMATS)
    command
      .option('--all', zh ? '列出全部未覆盖之处' : 'list everything that no case shows')
      .option('--fail-uncovered', zh ? '有规则没有用例即退出码 1' : 'exit with 1 when a rule has no case')
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap test --map maps/hotline\n  touchmap test rules/opening.cases.yaml --format junit=cases.xml --format pretty'
          : '\nExamples:\n  touchmap test --map maps/hotline\n  touchmap test rules/opening.cases.yaml --format junit=cases.xml --format pretty',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const outputs = readOutputs(options['format'], FORMATS, 'pretty')
    const { history, map, root } = await openMap(
      options['map'] as string | undefined,
      run,
      options['plugin'] as string[] | undefined,
    )
    const files = filesOf((args[0] as readonly string[] | undefined) ?? [], root, context.cwd)
    const { cases, diagnostics, texts } = readAll(files, root, map.lang)
    const ran = runCases(history, cases)
    const findings = [...diagnostics, ...ran.diagnostics]
    if (findings.some(({ severity }) => severity === 'error')) {
      const folder = path.relative(context.cwd, root).split(path.sep).join('/')
      context.stderr.write(
        reportFindings([{ folder, findings, texts, files: texts.size }], { ...run, palette: createPalette(run.color) }),
      )
      return EXIT.input
    }
    const report = { results: ran.results, coverage: measureCoverage(map, ran.results) }
    const inputs = files.map((file) => path.join(root, file))
    await writeReports(outputs, context, inputs, (format) => {
      if (format === 'json') return trialJson(report, lang)
      if (format === 'junit') return trialJunit(report, lang)
      return trialPretty(report, { ...run, palette: createPalette(run.color) }, options['all'] === true)
    })
    const uncovered =
      options['failUncovered'] === true && report.coverage.rules.some(({ expected }) => expected.size === 0)
    return uncovered || ran.results.some(({ ok }) => !ok) ? EXIT.findings : EXIT.clean
  },
}

/** The files of cases, relative to the map's folder. */
function filesOf(named: readonly string[], root: string, cwd: CommandRun['context']['cwd']): string[] {
  if (named.length > 0) {
    return named.map((file) =>
      path
        .relative(root, path.resolve(cwd, String(file)))
        .split(path.sep)
        .join('/'),
    )
  }
  const found = createFolderSource(root)
    .list()
    .filter((file) => /\.cases\.ya?ml$/.test(file))
  if (found.length > 0) return found
  throw new InputError(
    { zh: '地图目录中没有 *.cases.yaml', en: 'there is no *.cases.yaml in the folder of the map' },
    { zh: '用例的写法见 docs/cases.md', en: 'docs/cases.md shows how cases are written' },
  )
}

function readAll(files: readonly string[], root: string, lang: Lang) {
  const source = createFolderSource(root)
  const cases: RuleCase[] = []
  const diagnostics: Diagnostic[] = []
  const texts = new Map<string, string>()
  for (const file of files) {
    const content = source.read(file)
    if (content.kind !== 'file') {
      throw new InputError(
        { zh: `${file}：无法读取`, en: `${file}: cannot be read` },
        { zh: '用例文件须在地图目录之内', en: 'files of cases lie inside the folder of the map' },
      )
    }
    const read = readCases(file, content.bytes, lang)
    if (read.cases.length === 0 && read.diagnostics.length === 0) {
      throw new InputError({
        zh: `${file}：不是用例文件，首个键须是 \`cases\``,
        en: `${file}: no file of cases; its first key must be \`cases\``,
      })
    }
    cases.push(...read.cases)
    diagnostics.push(...read.diagnostics)
    texts.set(file, read.text)
  }
  return { cases, diagnostics, texts }
}
