import type { Message } from '../diagnostic/diagnostic.ts'
import { formatDuration } from '../model/format-duration.ts'

/** What the keys are called by which a value is told apart: those of rules, proofs and lines of scorecards. */
const KEYS: Readonly<Record<string, string>> = {
  activation: '激活条件', after: '之后', among: '其中', anchor: '基准', applies: '适用条件', arrives: '到达',
  asks: '要求', 'at-least': '至少', 'at-most': '至多', attribute: '属性', attributes: '属性', bands: '分段',
  before: '之前', bonus: '加分项', by: '按', calendar: '日历', carries: '须带', cel: '算式', channels: '渠道',
  check: '检查', class: '类别', correlation: '关联条件', count: '次数', critical: '关键', deduct: '扣分', do: '做',
  event: '事件', except: '除外', extent: '范围', fatal: '一票否决', 'fatal-scope': '一票否决的范围', fields: '字段',
  fingerprint: '指纹', first: '第一个', flow: '流程', form: '形式', formats: '格式', from: '自', id: '标识',
  'in-a-row': '连续', interactions: '交互', interruptions: '插话', is: '为', kind: '种类', known: '已知', least: '至少',
  length: '长度', lexicon: '词库', limit: '时限', limits: '时限', longest: '最长', max: '至多', mean: '均值', min: '至少',
  most: '至多', name: '名称', of: '对象', on: '当', options: '选项', ordered: '依次', other: '另一个', overlap: '重叠',
  pair: '配对', passes: '通过线', pattern: '格式', percent: '百分位', percentiles: '百分位数', phrase: '词句',
  points: '分值', proof: '凭证', proofs: '凭证', qualification: '资质', repeats: '重复', reset: '重新计数', review: '复核',
  role: '角色', roles: '角色', rule: '规则', rules: '规则', same: '相同字段', says: '说到', scope: '范围', second: '第二个',
  section: '部分', served: '已服务', share: '占比', silence: '静默', similar: '相似度', source: '来源', speaker: '说话人',
  speed: '语速', step: '环节', 'talk-share': '说话占比', target: '目标条件', than: '相比', then: '之后', time: '时间',
  times: '次数', to: '至', together: '一起', tolerance: '容差', total: '合计', touchpoints: '接触点', types: '类型',
  unit: '单位', unless: '除非', until: '直到', value: '值', variants: '说法', weight: '权重', when: '当', where: '条件', within: '时限内',
} // prettier-ignore

/** Words that a key takes, where they are ours and no names of the map. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pair: { each: '逐个', first: '首个', last: '末个' },
  scope: { contact: '整次联络', interaction: '单次交互' },
  unit: { words: '词', characters: '字' },
  class: { customer: '客户关键', business: '业务关键', compliance: '合规关键' },
  by: { day: '日', week: '周', month: '月', year: '年' },
  kind: { handling: '处理时长', time: '时间' },
}

/** Keys whose whole numbers are milliseconds. */
const LENGTHS: ReadonlySet<string> = new Set(['limit', 'longest', 'mean', 'overlap', 'total', 'tolerance'])

/** What a key of the map is called, in both languages; in English as the map writes it. */
export function keyWord(key: string): Message {
  return { zh: KEYS[key] ?? key, en: key }
}

/** A value without parts, in both languages. */
export function valueWord(key: string, value: string | number | boolean): Message {
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }
  if (typeof value === 'number' && LENGTHS.has(key) && Number.isInteger(value)) {
    return { zh: formatDuration(value, 'zh'), en: formatDuration(value, 'en') }
  }
  const text = String(typeof value === 'number' ? Number(value.toPrecision(12)) : value)
  const own = VALUES[key]
  return { zh: own !== undefined && Object.hasOwn(own, text) ? (own[text] ?? text) : text, en: text }
}
