import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { NamedCosts } from '../conformance/conform-log.ts'
import { InputError } from '../diagnostic/input-error.ts'

/** The dearest move: costs are counted one by one. */
const MOST = 100

/**
 * The costs of `--cost log=…,model=…` and of a file with costs by activity: a JSON object of names to a number, which
 * holds for both kinds of move, or to `{log, model}`. Throws InputError for what is no such thing.
 */
export function readCosts(option: string | undefined, file: string | undefined, cwd = '.'): NamedCosts {
  const costs: { log?: number; model?: number; activities?: Map<string, { log?: number; model?: number }> } = {}
  for (const part of option?.split(',') ?? []) {
    const [, kind, cost] = /^\s*(log|model)\s*=\s*(\d{1,3})\s*$/.exec(part) ?? []
    if (kind === undefined || !isCost(Number(cost))) {
      throw new InputError(
        {
          zh: `\`--cost\` 中看不懂 \`${part.slice(0, 40)}\``,
          en: `\`--cost\` does not understand \`${part.slice(0, 40)}\``,
        },
        { zh: `例如 log=1,model=2；1 到 ${MOST} 的整数`, en: `such as log=1,model=2; whole numbers, 1 to ${MOST}` },
      )
    }
    costs[kind as 'log' | 'model'] = Number(cost)
  }
  if (file !== undefined) costs.activities = readCostFile(file, cwd)
  return costs
}

function readCostFile(file: string, cwd: string): Map<string, { log?: number; model?: number }> {
  const wrong = (what: { zh: string; en: string }): InputError =>
    new InputError(
      { zh: `${file}：${what.zh}`, en: `${file}: ${what.en}` },
      {
        zh: `应为 {"活动": 3, "另一活动": {"log": 1, "model": 5}}；1 到 ${MOST} 的整数`,
        en: `expected {"name": 3, "another": {"log": 1, "model": 5}}; whole numbers, 1 to ${MOST}`,
      },
    )
  let text: string
  try {
    text = readFileSync(resolve(cwd, file), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw code === 'ENOENT'
      ? new InputError({ zh: `${file}：没有此文件`, en: `${file}: no such file` })
      : new InputError({ zh: `${file}：无法读取（${code ?? '?'}）`, en: `${file}: cannot be read (${code ?? '?'})` })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw wrong({ zh: '不是有效的 JSON', en: 'not valid JSON' })
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw wrong({ zh: '不是 JSON 对象', en: 'not a JSON object' })
  }
  const costs = new Map<string, { log?: number; model?: number }>()
  for (const [name, value] of Object.entries(json)) {
    const own = typeof value === 'number' ? { log: value, model: value } : value
    const entries = typeof own === 'object' && own !== null ? Object.entries(own as Record<string, unknown>) : undefined
    if (!entries?.every(([key, cost]) => (key === 'log' || key === 'model') && isCost(cost))) {
      throw wrong({ zh: `\`${name.slice(0, 60)}\` 的代价不对`, en: `the costs of \`${name.slice(0, 60)}\` are none` })
    }
    costs.set(name, Object.fromEntries(entries) as { log?: number; model?: number })
  }
  return costs
}

function isCost(cost: unknown): cost is number {
  return typeof cost === 'number' && Number.isInteger(cost) && cost >= 1 && cost <= MOST
}
