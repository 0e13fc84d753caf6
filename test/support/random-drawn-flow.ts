import * as fc from 'fast-check'
import type { Flow, Item } from '../../src/model/flow.ts'
import {
  block,
  branch,
  choice,
  flow,
  group,
  interrupt,
  optional,
  proof,
  repeat,
  sequence,
  step,
  use,
} from './draw-flows.ts'

const ROLES = ['', 'system', 'agent', 'bot', 'customer', 'shift-supervisor+', 'agent supervisor']
const label = fc.constantFrom(
  '',
  '是',
  '范围外且客户坚持要求升级处理并拒绝其他渠道',
  'refused and leaning to escalate',
  'ok',
)
const text = (value: string) => (value === '' ? undefined : { zh: value })

/** Any block tree, nested a few levels, with names short and long, roles or none, loops, interrupts and used flows. */
export function randomDrawnFlow(): fc.Arbitrary<{ flow: Flow; flows: Map<string, Flow> }> {
  const name = fc.constantFrom('办理', '请客户在系统中补充填写全部资料并确认无误', 'Offer other channels first', 'A')
  const one: fc.Arbitrary<Item> = fc
    .tuple(fc.nat(1_000_000), fc.constantFrom(...ROLES), name, fc.boolean())
    .map(([n, role, zh, critical]) => step(`s${n}`, role, { zh, critical }))
  const { items } = fc.letrec<{ item: Item; items: Item[] }>((tie) => ({
    items: fc.array(tie('item') as fc.Arbitrary<Item>, { maxLength: 3, depthIdentifier: 'flow' }),
    item: fc.oneof(
      { depthSize: 'small', maxDepth: 4, withCrossShrink: true, depthIdentifier: 'flow' },
      one,
      one,
      tie('items').map((items) => optional(...(items as Item[]))),
      fc
        .array(fc.tuple(label, tie('items') as fc.Arbitrary<Item[]>, fc.boolean()), { minLength: 1, maxLength: 4 })
        .map((branches) =>
          choice(
            ...branches.map(([zh, items, decided]) => branch(text(zh), items, decided ? proof('x.y') : undefined)),
          ),
        ),
      fc
        .tuple(
          fc.constantFrom('parallel' as const, 'any-order' as const, 'some' as const),
          fc.array(fc.tuple(label, tie('items') as fc.Arbitrary<Item[]>), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, children]) => block(kind, ...children.map(([zh, items]) => sequence(text(zh), ...items)))),
      fc
        .tuple(tie('items') as fc.Arbitrary<Item[]>, tie('items') as fc.Arbitrary<Item[]>)
        .map(([doing, redo]) => repeat(doing, redo, 3)),
      fc
        .tuple(
          tie('items') as fc.Arbitrary<Item[]>,
          fc.array(
            fc.tuple(
              fc.constantFrom('end' as const, 'leave' as const, 'resume' as const),
              tie('items') as fc.Arbitrary<Item[]>,
            ),
            { maxLength: 2 },
          ),
          fc.nat(2),
        )
        .map(([items, interrupts, anywhere]) =>
          group(items, {
            id: 'part',
            interrupts: interrupts.map(([then, steps]) => interrupt(proof('customer.left'), then, steps)),
            anywhere: Array.from({ length: anywhere }, (_, i) => ({ step: step(`any${i}`, ROLES[i + 1]), min: i })),
          }),
        ),
      fc.constant(use('used')),
    ),
  }))
  return fc
    .tuple(items, items, fc.array(fc.constantFrom('end' as const, 'resume' as const), { maxLength: 2 }))
    .map(([own, others, interrupts]) => {
      const used = flow(
        'used',
        others.filter((item) => !JSON.stringify(item).includes('"use"')),
        { zh: '子流程' },
      )
      const main = flow('main', own, {
        zh: '主流程',
        interrupts: interrupts.map((then) => interrupt(proof('customer.hung-up'), then)),
      })
      return { flow: main, flows: new Map([main, used].map((each) => [each.id, each])) }
    })
}
