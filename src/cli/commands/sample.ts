import type { Command } from 'commander'
import { InputError } from '../../diagnostic/input-error.ts'
import type { Lang } from '../../diagnostic/diagnostic.ts'
import { nearestName } from '../../diagnostic/nearest.ts'
import { digest } from '../../io/digest.ts'
import { UNIT_LEVELS } from '../../log/event.ts'
import { AXES } from '../../model/map.ts'
import { formatAgentSheet } from '../../report/agent-sheet.ts'
import { reviewSheetHead, reviewSheetRows } from '../../report/review-sheet.ts'
import { type Candidate, drawSample, sampleSizeFor } from '../../review/draw-sample.ts'
import { fieldOf, RESULT_FIELDS } from '../../score/field-of.ts'
import type { ScoredInteraction } from '../../score/result.ts'
import { scoreInteractions, scoreSome } from '../../score/score-log.ts'
import { createTally } from '../../score/tally.ts'
import type { CommandModule, CommandRun } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { addLogArgument, addInputOptions, readLogArguments } from '../log-options.ts'
import { openMapAndLog } from '../open-map-and-log.ts'
import { openOutputs } from '../outputs.ts'

/** `touchmap sample LOG…`: draws contacts for people to review, or one agent's sheet. */
export const sample: CommandModule = {
  configure(command: Command, lang: Lang) {
    const zh = lang === 'zh'
    addLogArgument(command, lang)
    addInputOptions(command, lang)
    command
      .option('--per <field=n>', zh ? '每组抽几次，如 agent=4' : 'so many of each group, such as agent=4')
      .option(
        '--stratify <field>',
        zh ? '各层按比例分配，如 touchpoint、month' : 'spread in proportion over a field, such as touchpoint or month',
      )
      .option('--size <n>', zh ? '总共至少抽几次' : 'at least so many in all')
      .option(
        '--precision <e>',
        zh ? '抽到足以使任何占比在 95% 置信度下误差不超过此值' : 'as many as make any share known within ± e at 95 %',
      )
      .option('--seed <seed>', zh ? '种子；同一种子抽到同样的交互' : 'the same seed draws the same contacts', '1')
      .option(
        '--out <file>',
        zh
          ? '写入 .csv 或 .jsonl（默认 CSV 到标准输出）'
          : 'write to a .csv or .jsonl (default: CSV to standard output)',
      )
      .option(
        '--sheet <agent>',
        zh
          ? '不抽样，而给出此坐席最常不通过的三条规则与证据'
          : 'no sample, but the three rules this agent fails most, with evidence',
      )
      .addHelpText(
        'after',
        zh
          ? '\n示例：\n  touchmap sample calls.csv --per agent=4 --stratify touchpoint --seed 7 --out review.csv\n  touchmap sample calls.csv --precision 0.05 --out review.csv\n  touchmap sample calls.csv --sheet a-102'
          : '\nExamples:\n  touchmap sample calls.csv --per agent=4 --stratify touchpoint --seed 7 --out review.csv\n  touchmap sample calls.csv --precision 0.05 --out review.csv\n  touchmap sample calls.csv --sheet a-102',
      )
  },

  async run(args, options, run) {
    const { context, lang } = run
    const asked = readLogArguments(args[0], options)
    const plan = readPlan(options)
    const agent = options['sheet']
    if (plan.empty && agent === undefined) {
      throw new InputError(
        { zh: '没有说明抽多少', en: 'how many are to be drawn is not stated' },
        {
          zh: '用 --per agent=4、--size 200 或 --precision 0.05',
          en: 'use --per agent=4, --size 200 or --precision 0.05',
        },
      )
    }
    const { history, log, asOf } = await openMapAndLog(asked, options, run)
    const results = () => scored(scoreInteractions(history, log, asOf, createTally()))
    if (typeof agent === 'string') {
      const own = [...results()].filter(({ interaction }) => interaction.unit.agent === agent)
      if (own.length === 0) throw noSuchAgent(agent, results())
      context.stdout.write(formatAgentSheet(agent, own, { lang, digest }))
      return EXIT.clean
    }
    const candidates: Candidate[] = []
    const unseen = new Set([plan.group, plan.stratum].filter((name) => name !== undefined))
    for (const result of results()) {
      const group = plan.group === undefined ? undefined : fieldOf(result, plan.group)
      const stratum = plan.stratum === undefined ? '' : (fieldOf(result, plan.stratum) ?? '')
      if (plan.group !== undefined && group !== undefined) unseen.delete(plan.group)
      if (plan.stratum !== undefined && stratum !== '') unseen.delete(plan.stratum)
      candidates.push({ id: result.interaction.id, group, stratum })
    }
    const [missing] = unseen
    if (missing !== undefined && candidates.length > 0) throw noSuchField(missing)
    const wanted = plan.precision === undefined ? plan.size : sampleSizeFor(plan.precision, candidates.length)
    const drawn = drawSample(candidates, {
      ...(plan.per === undefined ? {} : { per: plan.per }),
      ...(wanted === undefined ? {} : { size: Math.max(wanted, plan.size ?? 0) }),
      seed: plan.seed,
      digest,
    })
    const out = typeof options['out'] === 'string' ? options['out'] : undefined
    const format = out?.toLowerCase().endsWith('.jsonl') === true ? 'jsonl' : 'csv'
    const sheet = { lang, format, digest } as const
    const { sinks, commit, discard } = openOutputs([{ format, ...(out === undefined ? {} : { file: out }) }], context, [
      ...asked.files,
      ...asked.logs,
    ])
    try {
      for (const { write } of sinks) {
        write(reviewSheetHead(sheet))
        for (const result of scored(scoreSome(history, log, asOf, new Set(drawn))))
          write(reviewSheetRows(result, sheet))
      }
      commit()
    } finally {
      discard()
    }
    sayDrawn(drawn.length, candidates.length, plan.seed, run)
    return EXIT.clean
  },
}

function* scored(results: Iterable<{ readonly kind: string }>): Generator<ScoredInteraction> {
  for (const result of results) if (result.kind === 'scored') yield result as ScoredInteraction
}

function sayDrawn(drawn: number, of: number, seed: string, { context, lang }: CommandRun): void {
  context.stderr.write(
    lang === 'zh'
      ? `从 ${of} 次交互中抽取 ${drawn} 次（种子 ${seed}）；填写“复核结论”“复核人”“复核理由”后用 touchmap review 读回\n`
      : `drew ${drawn} of ${of} contacts (seed ${seed}); fill in verdict, reviewer and reason, then read it back with touchmap review\n`,
  )
}

interface Plan {
  readonly empty: boolean
  readonly group?: string
  readonly per?: number
  readonly stratum?: string
  readonly size?: number
  readonly precision?: number
  readonly seed: string
}

function readPlan(options: Readonly<Record<string, unknown>>): Plan {
  const per = typeof options['per'] === 'string' ? /^([^=]+)=(\d{1,9})$/.exec(options['per']) : undefined
  if (per === null) throw badOption('--per', String(options['per']), 'agent=4')
  const size = options['size'] === undefined ? undefined : Number(String(options['size']))
  if (size !== undefined && !/^\d{1,9}$/.test(String(options['size']))) {
    throw badOption('--size', String(options['size']), '200')
  }
  const precision = options['precision'] === undefined ? undefined : Number(String(options['precision']))
  if (precision !== undefined && !(precision > 0 && precision < 1)) {
    throw badOption('--precision', String(options['precision']), '0.05')
  }
  return {
    empty: per === undefined && size === undefined && precision === undefined,
    ...(per === undefined ? {} : { group: (per[1] ?? '').trim(), per: Number(per[2]) }),
    ...(typeof options['stratify'] === 'string' ? { stratum: options['stratify'] } : {}),
    ...(size === undefined ? {} : { size }),
    ...(precision === undefined ? {} : { precision }),
    seed: String(options['seed']),
  }
}

function badOption(option: string, value: string, example: string): InputError {
  return new InputError({
    zh: `\`${option}\` 的取值 \`${value}\` 无效；应如 \`${example}\``,
    en: `\`${option} ${value}\` cannot be read; expected something like \`${example}\``,
  })
}

function noSuchField(name: string): InputError {
  const names = [...RESULT_FIELDS, ...AXES, ...UNIT_LEVELS]
  const near = nearestName(name, names)
  return new InputError(
    { zh: `没有一次交互有字段 \`${name}\``, en: `no contact has a field \`${name}\`` },
    near === undefined
      ? {
          zh: `可用 ${names.join('、')}，或日志中交互的属性`,
          en: `there are ${names.join(', ')}, and the attributes of the log`,
        }
      : { zh: `是否想写 \`${near}\``, en: `did you mean \`${near}\`` },
  )
}

function noSuchAgent(agent: string, results: Iterable<ScoredInteraction>): InputError {
  const agents = new Set<string>()
  for (const { interaction } of results) if (interaction.unit.agent !== undefined) agents.add(interaction.unit.agent)
  const near = nearestName(agent, agents)
  return new InputError(
    { zh: `日志中没有坐席 \`${agent}\` 的交互`, en: `the log has no contact of agent \`${agent}\`` },
    near === undefined ? undefined : { zh: `是否想写 \`${near}\``, en: `did you mean \`${near}\`` },
  )
}
