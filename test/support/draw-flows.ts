import type { Anywhere, Branch, Flow, Interrupt, Item, Proof, RoleRef, Step } from '../../src/model/flow.ts'
import type { Duration, Lexicon, ProcessMap } from '../../src/model/map.ts'
import type { Rule, RuleSpec, Target } from '../../src/model/rule.ts'
import type { Text } from '../../src/model/text.ts'
import { drawMap, placeIn } from './draw-map.ts'
import { type LexiconParts, makeLexicon } from './make-lexicon.ts'

const place = () => placeIn('flows/test.yaml')

function roles(...names: string[]): RoleRef[] {
  return names.map((name) => ({ role: name.replace(/\+$/, ''), andAbove: name.endsWith('+') }))
}

export function proof(
  event: string,
  more: { where?: string; role?: string; inARow?: { times: number; reset: string }; says?: Lexicon } = {},
): Proof {
  return {
    kind: 'match',
    event,
    ordered: false,
    ...(more.where ? { where: { source: more.where, place: place() } } : {}),
    ...(more.role ? { role: roles(more.role) } : {}),
    ...(more.says ? { says: more.says } : {}),
    ...(more.inARow ? { inARow: more.inARow } : {}),
    place: place(),
  }
}

function anyOf(...proofs: Proof[]): Proof {
  return { kind: 'any', proofs, place: place() }
}

function lexicon(id: string, phrases: LexiconParts): Lexicon {
  return makeLexicon({ id, ...phrases, place: place() })
}

const onStep = (step: string): Target => ({ kind: 'step', step, place: place() })

function rule(id: string, spec: RuleSpec, more: Partial<Rule> = {}): Rule {
  return {
    id,
    spec,
    critical: false,
    severity: 'error',
    speaker: [],
    scope: 'interaction',
    source: [],
    place: place(),
    ...more,
  }
}

const minutes = (n: number, text = `${n} min`): Duration => ({ kind: 'ms', ms: n * 60_000, text })

function within(step: string, limit: Duration, after: string): Rule {
  return rule(`test/${step}/within`, {
    kind: 'within',
    limit,
    after: onStep(after),
    to: onStep(step),
    pair: 'each',
    unless: [],
  })
}
function records(step: string, ...attributes: string[]): Rule {
  return rule(`test/${step}/records`, { kind: 'records', on: onStep(step), attributes })
}
function mustSay(step: string, lexicon: Lexicon): Rule {
  return rule(`test/${step}/must-say`, { kind: 'says', lexicon, on: onStep(step) })
}

/** A step: id, who, and the rest. */
export function step(
  id: string,
  by = '',
  more: Partial<Omit<Step, 'kind' | 'id' | 'by' | 'name' | 'does'>> & { zh?: string; en?: string; does?: Text } = {},
): Step {
  const { zh, en, does, ...others } = more
  return {
    kind: 'step',
    id,
    ...(zh || en ? { name: { ...(zh ? { zh } : {}), ...(en ? { en } : {}) } } : {}),
    ...(does ? { does } : {}),
    by: by === '' ? [] : roles(...by.split(' ')),
    proof: proof(id),
    weight: 1,
    critical: false,
    rules: [],
    source: [],
    place: place(),
    ...others,
  }
}

export function branch(name: Text | undefined, steps: Item[], when?: Proof): Branch {
  return { ...(name ? { name } : {}), ...(when ? { when } : {}), steps, place: place() }
}
export const choice = (...branches: Branch[]): Item => ({ kind: 'choice', branches, place: place() })
export const optional = (...items: Item[]): Item => ({ kind: 'optional', items, place: place() })
export const sequence = (name: Text | undefined, ...items: Item[]): Item => ({
  kind: 'sequence',
  ...(name ? { name } : {}),
  items,
  place: place(),
})
export const block = (kind: 'parallel' | 'any-order' | 'some', ...children: Item[]): Item => ({
  kind,
  children,
  place: place(),
})
export const repeat = (doing: Item[], redo: Item[] = [], max?: number): Item => ({
  kind: 'repeat',
  do: doing,
  redo,
  ...(max === undefined ? {} : { max }),
  place: place(),
})
export const group = (
  items: Item[],
  more: { id?: string; interrupts?: Interrupt[]; anywhere?: Anywhere[] } = {},
): Item => ({ kind: 'group', items, interrupts: [], anywhere: [], ...more, place: place() })
export const use = (flow: string, as = flow): Item => ({ kind: 'use', flow, as, place: place() })
export const interrupt = (when: Proof, then: Interrupt['then'], steps: Item[] = []): Interrupt => ({
  when,
  steps,
  then,
  place: place(),
})

export function flow(
  id: string,
  items: Item[],
  more: Partial<Omit<Flow, 'id' | 'items' | 'name'>> & { zh?: string; en?: string } = {},
): Flow {
  const { zh, en, ...others } = more
  return {
    id,
    name: { ...(zh ? { zh } : {}), ...(en ? { en } : {}), ...(zh || en ? {} : { en: id }) },
    family: 'service',
    elements: {},
    items,
    interrupts: [],
    anywhere: [],
    rules: [],
    ambient: [],
    source: [],
    place: place(),
    ...others,
  }
}

const welcome = lexicon('welcome', { template: '您好，我是您的专属客服{name}，很高兴为您服务，请问有什么可以帮您？' })
const rate = lexicon('rate', {
  any: ['我的回答是否解决了您的问题？请回复1-5分，1分为非常不满意，5分为非常满意'],
})
const overpromise = lexicon('overpromise', { any: ['保证赔偿', '一定今天修好', '肯定给您打折'] })

const person = flow(
  'person',
  [
    step('hand-over', 'system', {
      zh: '转人工',
      en: 'Hand over to a person',
      rules: [
        rule('person/hand-over/carries', {
          kind: 'carries',
          on: onStep('hand-over'),
          attributes: ['intent', 'history'],
        }),
      ],
    }),
    optional(
      step('ticket', 'system', {
        zh: '预填工单',
        en: 'Pre-fill a ticket',
        rules: [records('ticket', 'customer', 'type', 'urgency')],
      }),
    ),
    step('contact', 'agent', {
      zh: '联系客户',
      en: 'Contact the customer',
      does: {
        zh: '电话咨询的用电话回复，其余发短信：“您好，我是客服，已收到您的问题，正在为您核实，请稍等”',
        en: 'Call back telephone enquiries, write to all others',
      },
      rules: [within('contact', minutes(10), 'hand-over')],
    }),
    choice(
      branch({ zh: '常规问题', en: 'routine' }, [
        step('solve', 'agent', { zh: '按知识库解答', en: 'Answer from the knowledge base' }),
      ]),
      branch({ zh: '跨部门问题', en: 'across departments' }, [
        step('request', 'agent', {
          zh: '向部门提出需求',
          en: 'Ask the department',
          rules: [records('request', 'need', 'dueAt')],
        }),
        step('reply', 'department', {
          zh: '部门答复',
          en: 'The department replies',
          rules: [
            within('reply', { kind: 'from', ref: 'request', attribute: 'dueAt', text: 'request.dueAt' }, 'request'),
          ],
        }),
      ]),
      branch({ zh: '需酌情处理', en: 'discretionary' }, [
        step('special', 'agent', {
          zh: '酌情处理并注明依据',
          en: 'Decide and note the basis',
          rules: [records('special', 'basis')],
        }),
        step('review', 'supervisor+', {
          zh: '主管复核',
          en: 'Review',
          critical: true,
          rules: [
            rule('person/review/not-by-doer-of', {
              kind: 'not-by-doer-of',
              on: onStep('review'),
              other: onStep('special'),
            }),
          ],
        }),
      ]),
    ),
    step('explain', 'agent', {
      zh: '说明方案',
      en: 'Explain the plan',
      does: { zh: '说明步骤、时间点和责任人，例如“18:00前”', en: 'Say the steps, the times and who is responsible' },
      rules: [records('explain', 'steps', 'dueAt', 'owner')],
    }),
  ],
  { zh: '人工服务', en: 'Service by a person', source: ['S7'] },
)

const intelligent = flow(
  'intelligent-service',
  [
    step('open', 'system', {
      zh: '接入并同步客户资料',
      en: 'Take the contact, load the customer',
      rules: [records('open', 'customerId', 'history', 'level')],
    }),
    choice(
      branch(
        { zh: '首次来访', en: 'first contact' },
        [
          step('verify', 'agent', {
            zh: '实名认证',
            en: 'Real-name verification',
            does: { zh: '引导客户完成实名认证', en: 'Guide the customer through it' },
            satisfiedBy: proof('identity.known'),
          }),
        ],
        proof('customer.recognised', { where: 'first' }),
      ),
      branch({ zh: '老客户', en: 'known customer' }, [], proof('customer.recognised', { where: '!first' })),
    ),
    step('welcome', 'system', { zh: '发送欢迎语', en: 'Welcome', rules: [mustSay('welcome', welcome)] }),
    step('confirm-need', 'agent', { zh: '用一两句话确认需求', en: 'Confirm the need in one or two sentences' }),
    group(
      [
        repeat([
          step('ask', 'customer', { zh: '提问', en: 'Ask' }),
          choice(
            branch({ zh: '匹配到知识', en: 'matched' }, [
              step('answer', 'bot', { zh: '标准答复', en: 'Standard answer', rules: [mustSay('answer', rate)] }),
              step('rate', 'customer', { zh: '评分', en: 'Rate' }),
            ]),
            branch({ zh: '未匹配', en: 'missed' }, [step('miss', 'bot', { zh: '未识别', en: 'Not understood' })]),
          ),
        ]),
      ],
      {
        id: 'bot',
        interrupts: [
          interrupt(
            anyOf(
              proof('customer.rated', { where: 'rating <= 3' }),
              proof('bot.missed', { inARow: { times: 2, reset: 'bot.answered' } }),
            ),
            'leave',
            [use('person')],
          ),
        ],
      },
    ),
    step('confirm', 'customer', { zh: '客户确认解决或评分', en: 'The customer confirms or rates' }),
  ],
  {
    zh: '智能客服',
    en: 'Intelligent service',
    source: ['S7'],
    interrupts: [interrupt(proof('customer.hung-up'), 'end')],
  },
)

const hall = flow(
  'hall-green-channel',
  [
    step('guide', 'agent', {
      zh: '引导其他渠道',
      en: 'Guide to other channels',
      does: { zh: '先引导客户使用其他渠道办理', en: 'Offer other channels first' },
    }),
    choice(
      branch({ zh: '接受引导', en: 'accepted' }, [], proof('guidance.accepted')),
      branch(
        { zh: '拒绝且有升级倾向', en: 'refused and leaning to escalate' },
        [
          step('escalate', 'agent', {
            zh: '升级至值班长',
            en: 'Escalate',
            rules: [within('escalate', minutes(2, 'at-once'), 'guide')],
          }),
          step('judge', 'shift-supervisor+', { zh: '判断是否属于受理范围', en: 'Judge' }),
          choice(
            branch(
              { zh: '范围内', en: 'within scope' },
              [
                optional(step('check-password', 'agent', { zh: '核验服务密码', en: 'Check the service password' })),
                step('dispatch', 'shift-supervisor+', {
                  zh: '派单至归属地市客响',
                  en: 'Dispatch to the home city',
                  critical: true,
                  rules: [records('dispatch', 'customer', 'homeCity', 'request', 'scope')],
                }),
                step('hall-contacts', 'hall', { zh: '营业厅联系客户', en: 'The hall contacts the customer' }),
              ],
              proof('scope.decided', { where: "scope != 'none'" }),
            ),
            branch(
              { zh: '范围外', en: 'beyond scope' },
              [
                block(
                  'some',
                  step('alternative', 'shift-supervisor+', { zh: '权限内给出替代方案', en: 'Offer an alternative' }),
                  step('to-management', 'shift-supervisor+', { zh: '上报上级或转投诉升级', en: 'Pass to management' }),
                ),
              ],
              proof('scope.decided', { where: "scope == 'none'" }),
            ),
          ),
        ],
        proof('guidance.refused'),
      ),
    ),
  ],
  {
    zh: '热线—营业厅绿色通道',
    en: 'Hotline to service-hall green channel',
    source: ['S12'],
    rules: [
      rule(
        'hall-green-channel/no-promise',
        { kind: 'never-says', lexicon: overpromise },
        { critical: true, speaker: roles('agent', 'shift-supervisor+') },
      ),
      rule(
        'hall-green-channel/password-first',
        { kind: 'precedence', before: onStep('check-password'), then: onStep('dispatch') },
        { critical: true },
      ),
    ],
  },
)

const repair = flow(
  'repair',
  [
    step('request', 'agent', {
      zh: '受理报修',
      en: 'Take the request',
      rules: [records('request', 'customer', 'fault', 'place')],
    }),
    step('assign', 'agent', { zh: '派工', en: 'Assign' }),
    step('contact', 'engineer', {
      zh: '立即联系客户约定时间地点',
      en: 'Agree time and place',
      rules: [within('contact', minutes(2, 'at-once'), 'assign')],
    }),
    step('arrive', 'engineer', {
      zh: '准时到场',
      en: 'Arrive on time',
      rules: [
        within(
          'arrive',
          { kind: 'from', ref: 'contact', attribute: 'appointment', text: 'contact.appointment' },
          'contact',
        ),
      ],
    }),
    group([step('repair', 'engineer', { zh: '维修', en: 'Repair' })], {
      anywhere: [
        { step: step('draw-parts', 'engineer', { zh: '领用配件', en: 'Draw parts' }), min: 0 },
        { step: step('keep-in-touch', 'engineer', { zh: '与客户保持沟通', en: 'Keep in touch' }), min: 1 },
      ],
    }),
    repeat(
      [step('show-result', 'engineer', { zh: '展示结果', en: 'Show the result' })],
      [step('mend', 'engineer', { zh: '整改', en: 'Mend' })],
      3,
    ),
    block(
      'parallel',
      step('accept', 'customer', { zh: '客户确认', en: 'Accept' }),
      step('sign', 'engineer', { zh: '填单签字', en: 'Sign' }),
      sequence(
        { zh: '记录', en: 'records' },
        step('note', 'agent', { zh: '登记', en: 'Note' }),
        step('file', 'agent', { zh: '归档', en: 'File' }),
      ),
    ),
    block(
      'any-order',
      step('thank', 'agent', { zh: '致谢', en: 'Thank' }),
      step('invite', 'agent', { zh: '邀请评价', en: 'Invite a rating' }),
    ),
    repeat([step('return-contact', 'agent', { zh: '回访', en: 'Return contact' })], [], 3),
  ],
  { zh: '维修服务', en: 'Repair service', source: ['S18'] },
)

/** The flows that the pictures are looked at with: S7 (and its used flow), S12, and one with every other block. */
export const SAMPLE_FLOWS: readonly Flow[] = [intelligent, person, hall, repair]

export function sampleMap(): ProcessMap {
  return drawMap({
    roles: {
      system: ['系统', 'System'],
      agent: ['坐席', 'Agent', 1],
      bot: ['机器人', 'Bot'],
      customer: ['客户', 'Customer'],
      department: ['协同部门', 'Department'],
      supervisor: ['主管', 'Supervisor', 3],
      'shift-supervisor': ['值班长', 'Shift supervisor', 2],
      hall: ['营业厅', 'Service hall'],
      engineer: ['工程师', 'Engineer'],
    },
    axes: {
      business: {
        help: { zh: '智能客服', en: 'Help', code: 'HELP', class: 'consultation' },
        green: { zh: '绿色通道', en: 'Green channel', code: 'GREEN', class: 'acceptance' },
      },
      channel: { web: { zh: '网上', en: 'Web', code: 'W' }, voice: { zh: '热线', en: 'Hotline', code: 'V' } },
      brand: { gotone: { zh: '全球通', en: 'GoTone', code: 'G' } },
    },
    touchpoints: [
      {
        select: { business: ['help'], channel: ['web'] },
        flow: 'intelligent-service',
        goal: { zh: '一次解决客户问题', en: 'Solve it at the first contact' },
      },
      { select: { business: ['green'], channel: ['voice'] }, flow: 'hall-green-channel' },
    ],
    holes: [
      {
        select: { business: ['help'], channel: ['voice'] },
        because: { zh: '热线由人工接听', en: 'the hotline is answered by people' },
      },
    ],
    flows: SAMPLE_FLOWS,
  })
}
