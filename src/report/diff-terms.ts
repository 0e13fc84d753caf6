import type { Facet } from '../compare/change.ts'
import type { Message } from '../diagnostic/diagnostic.ts'
import { CLASS_WORDS } from './matrix-words.ts'

type Terms = Readonly<Record<string, Message>>

const MEASURES: Terms = {
  adherence: { zh: '依从度', en: 'adherence' },
  compliance: { zh: '合规率', en: 'compliance' },
  score: { zh: '得分', en: 'score' },
}

const DAYS: Terms = {
  mon: { zh: '周一', en: 'Monday' },
  tue: { zh: '周二', en: 'Tuesday' },
  wed: { zh: '周三', en: 'Wednesday' },
  thu: { zh: '周四', en: 'Thursday' },
  fri: { zh: '周五', en: 'Friday' },
  sat: { zh: '周六', en: 'Saturday' },
  sun: { zh: '周日', en: 'Sunday' },
}

/** Which part of a facet: keys of the language, never names of the map, which stay as they are. */
const KEYS: Partial<Readonly<Record<Facet, Terms>>> = {
  elements: {
    inputs: { zh: '输入资源', en: 'inputs' },
    output: { zh: '输出', en: 'output' },
    customer: { zh: '顾客', en: 'customer' },
    value: { zh: '价值', en: 'value' },
  },
  pass: MEASURES,
  contact: {
    presence: { zh: '在场', en: 'presence' },
    object: { zh: '处理对象', en: 'object' },
    participation: { zh: '参与', en: 'participation' },
    attention: { zh: '个人关注', en: 'attention' },
    method: { zh: '方法', en: 'method' },
  },
  review: {
    every: { zh: '周期', en: 'every' },
    owner: { zh: '负责人', en: 'owner' },
    last: { zh: '上次', en: 'last' },
  },
  codeTemplate: { pattern: { zh: '格式', en: 'pattern' } },
  benchmark: {
    ...MEASURES,
    'field-use': { zh: '实地运用', en: 'field use' },
    roles: { zh: '角色', en: 'roles' },
    spread: { zh: '离散程度', en: 'spread' },
    'use-trace': { zh: '使用痕迹', en: 'use trace' },
    period: { zh: '期间', en: 'period' },
    sample: { zh: '样本', en: 'sample' },
    date: { zh: '日期', en: 'date' },
  },
  thresholds: {
    ...MEASURES,
    overall: { zh: '总体', en: 'overall' },
    touchpoint: { zh: '各接触点', en: 'touchpoint' },
    rules: { zh: '规则', en: 'rules' },
  },
  phrases: {
    any: { zh: '任一', en: 'any' },
    all: { zh: '全部', en: 'all' },
    'at-least': { zh: '至少几条', en: 'at least' },
    'in-order': { zh: '依次', en: 'in order' },
    none: { zh: '不得含', en: 'none' },
    except: { zh: '除外', en: 'except' },
  },
  form: {
    confidence: { zh: '置信度', en: 'confidence' },
    count: { zh: '条数', en: 'count' },
    exceptRegex: { zh: '除外的正则式', en: 'except regex' },
    gap: { zh: '间隔', en: 'gap' },
    notNegated: { zh: '不计否定', en: 'not negated' },
    pinyin: { zh: '拼音', en: 'pinyin' },
    regex: { zh: '正则式', en: 'regex' },
    similar: { zh: '相似度', en: 'similar' },
    template: { zh: '句式', en: 'template' },
  },
  setting: {
    ambient: { zh: '不计的事件', en: 'ambient' },
    blank: { zh: '视为空白', en: 'blank' },
    ends: { zh: '结束事件', en: 'ends' },
    idle: { zh: '静默多久即结束', en: 'idle' },
    'min-evaluated': { zh: '至少评出', en: 'min-evaluated' },
    na: { zh: '不适用时', en: 'na' },
  },
  calendar: {
    ...DAYS,
    name: { zh: '名称', en: 'name' },
    timezone: { zh: '时区', en: 'time zone' },
    shifted: { zh: '调休上班', en: 'shifted' },
    holiday: { zh: '节假日', en: 'holiday' },
    workdays: { zh: '工作日', en: 'workdays' },
    holidays: { zh: '休假日', en: 'holidays' },
    years: { zh: '年份', en: 'years' },
  },
}

/** Values that are words of the language. */
const VALUES: Partial<Readonly<Record<Facet, Terms>>> = {
  family: { service: { zh: '服务流程', en: 'service' }, management: { zh: '管理流程', en: 'management' } },
  versionBy: { start: { zh: '开始时', en: 'the start' }, end: { zh: '结束时', en: 'the end' } },
  severity: {
    error: { zh: '错误', en: 'error' },
    warning: { zh: '警告', en: 'warning' },
    info: { zh: '提示', en: 'info' },
  },
  then: {
    end: { zh: '结束流程', en: 'end' },
    leave: { zh: '离开所在部分', en: 'leave' },
    resume: { zh: '回到原处', en: 'resume' },
  },
  class: CLASS_WORDS,
  mode: {
    points: { zh: '按分值', en: 'points' },
    weighted: { zh: '加权', en: 'weighted' },
    deduct: { zh: '从满分扣', en: 'deduct' },
    questions: { zh: '按题', en: 'questions' },
    mean: { zh: '均值', en: 'mean' },
  },
  form: { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } },
  attributes: {
    string: { zh: '文字', en: 'string' },
    bool: { zh: '是否', en: 'bool' },
    int: { zh: '整数', en: 'int' },
    number: { zh: '数', en: 'number' },
    time: { zh: '时间', en: 'time' },
    duration: { zh: '时长', en: 'duration' },
  },
  setting: {
    drop: { zh: '略去', en: 'drop' },
    redistribute: { zh: '权重分给同一部分的其余项', en: 'redistribute' },
    equal: { zh: '平均分给其余项', en: 'equal' },
  },
  calendar: { ...DAYS, none: { zh: '无', en: 'none' } },
  language: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
}

/** What the key of a facet is called: of `office mon`, `touchpoint score` each word that is ours. */
export function keyTerm(facet: Facet | undefined, key: string, lang: 'zh' | 'en'): string {
  return inWords(facet === undefined ? undefined : KEYS[facet], key, lang)
}

/** What a value of a facet is called. */
export function valueTerm(facet: Facet | undefined, value: string, lang: 'zh' | 'en'): string {
  return inWords(facet === undefined ? undefined : VALUES[facet], value, lang)
}

function inWords(terms: Terms | undefined, text: string, lang: 'zh' | 'en'): string {
  if (terms === undefined) return text
  return text
    .split(' ')
    .map((word) => (Object.hasOwn(terms, word) ? (terms[word]?.[lang] ?? word) : word))
    .join(' ')
}
