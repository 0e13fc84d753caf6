import { type Command, Option } from 'commander'
import type { Lang } from '../diagnostic/diagnostic.ts'
import { InputError } from '../diagnostic/input-error.ts'
import { nearestName } from '../diagnostic/nearest.ts'
import type { LintRule } from '../lint/lint-rule.ts'
import type { LintSettings, LintSeverity } from '../lint/settings.ts'
import { parseDay } from '../model/calendar.ts'

/** What `validate` is asked to do besides reading. */
export interface LintWanted {
  readonly asOf: string | undefined
  readonly settings: LintSettings
  readonly more: readonly LintRule[]
  readonly fix: boolean
  readonly baseline?: { readonly file: string; readonly write?: 'update' | 'prune' }
}

/** Declares the options of lint. */
export function addLintOptions(command: Command, lang: Lang): Command {
  const zh = lang === 'zh'
  const collect = (value: string, before: readonly string[] | undefined) => [...(before ?? []), value]
  return command
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
      collect,
    )
    .option('--fix', zh ? '修正有唯一安全改法的发现' : 'mend findings that have one safe mend')
    .option('--baseline <file>', zh ? '不再报告此文件记下的旧发现' : 'leave out the old findings that this file holds')
    .option('--update-baseline', zh ? '把现有发现全部记入基线' : 'put all present findings into the baseline')
    .option(
      '--prune-baseline',
      zh ? '从基线中删去不再出现的发现' : 'take findings that no longer occur out of the baseline',
    )
    .option(
      '--plugin <file>',
      zh ? '信任并运行此模块中的校验规则（可重复）' : 'trust and run the rules of this module (may be repeated)',
      collect,
    )
}

/** Reads them; `maps` is how many were named. Throws InputError. */
export async function readLintOptions(
  options: Readonly<Record<string, unknown>>,
  maps: number,
  cwd: string,
): Promise<LintWanted> {
  const plugins = (options['plugin'] as readonly string[] | undefined) ?? []
  const more = plugins.length === 0 ? [] : await (await import('../io/load-lint-rules.ts')).loadLintRules(plugins, cwd)
  const baseline = readBaselineOptions(options, maps)
  return {
    asOf: readDay(options['asOf']),
    settings: await readRules(options['rule'], more),
    more,
    fix: options['fix'] === true,
    ...(baseline ? { baseline } : {}),
  }
}

function readBaselineOptions(options: Readonly<Record<string, unknown>>, maps: number): LintWanted['baseline'] {
  const { baseline: file, updateBaseline, pruneBaseline } = options
  const write = updateBaseline === true ? 'update' : pruneBaseline === true ? 'prune' : undefined
  if (updateBaseline === true && pruneBaseline === true) {
    throw new InputError({
      zh: '--update-baseline 与 --prune-baseline 不能同时使用',
      en: '--update-baseline and --prune-baseline cannot be used together',
    })
  }
  if (typeof file !== 'string') {
    if (write === undefined) return undefined
    throw new InputError({
      zh: `--${write}-baseline 需要 --baseline 文件`,
      en: `--${write}-baseline needs --baseline FILE`,
    })
  }
  if (maps > 1) throw new InputError({ zh: '一个基线只用于一张地图', en: 'a baseline is for one map' })
  return write === undefined ? { file } : { file, write }
}

/** `--rule id=severity`, repeated. That the rule is there is asked of the registry only when a rule is named. */
async function readRules(option: unknown, more: readonly LintRule[]): Promise<LintSettings> {
  const settings = new Map<string, LintSeverity>()
  const written = Array.isArray(option) ? (option as readonly string[]) : []
  if (written.length === 0) return settings
  const { LINT_RULES } = await import('../lint/registry.ts')
  const { isLintSeverity } = await import('../lint/settings.ts')
  const known = [...LINT_RULES, ...more].map(({ id }) => id).concat('cell-blind')
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
