import { describe, expect, it } from 'vitest'
import { anyOrderOfSteps } from '../../src/lint/rules/any-order-of-steps.ts'
import { rolePlusUnranked } from '../../src/lint/rules/role-plus-unranked.ts'
import { ruleTest } from '../../src/lint/rule-test.ts'
import { loadLintRules } from '../../src/io/load-lint-rules.ts'
import { root } from '../support/run-cli.ts'

const flow = (steps: string) => ({ 'flows/answer.yaml': `flow: answer\nsteps:\n${steps}` })
const [stepHasRole] = await loadLintRules(['fixtures/lint/plugins/team-rules.mjs'], root)

describe('ruleTest', () => {
  it('passes a rule that does as its cases say', () => {
    ruleTest(stepHasRole!, {
      valid: [{ name: 'the base', files: {} }],
      invalid: [
        {
          name: 'a step of nobody',
          files: flow('  - {id: greet, proof: {event: call.answered}}\n'),
          expect: [{ at: 'flows/answer.yaml:3:10-3:15', message: 'has no `by`' }],
        },
      ],
    })
  })

  it('says of every case what is not as expected', () => {
    const steps = flow('  - {id: greet, proof: {event: call.answered}}\n')
    expect(() =>
      ruleTest(stepHasRole!, {
        valid: [{ name: 'one', files: steps }],
        invalid: [
          { name: 'two', files: steps, expect: [{ at: 'flows/answer.yaml:1:1', message: '没有角色' }] },
          { name: 'three', files: {}, expect: [{ at: 'flows/answer.yaml:3:10' }] },
          { name: 'four', files: flow('  - {id: greet, by: nobody}\n'), expect: [] },
        ],
      }),
    ).toThrow(
      new Error(
        [
          'team/step-has-role',
          '  one: not expected: flows/answer.yaml:3:10-3:15 the step `greet` has no `by`',
          '  two: found at flows/answer.yaml:3:10, expected flows/answer.yaml:1:1',
          '  two: at flows/answer.yaml:1:1: “the step `greet` has no `by`” does not have “没有角色” in it',
          '  three: not found: flows/answer.yaml:3:10',
          '  four: the map has an error at flows/answer.yaml:3:21: there is no role `nobody`',
        ].join('\n'),
      ),
    )
  })

  it('tests mends', () => {
    ruleTest(anyOrderOfSteps, {
      valid: [],
      invalid: [
        {
          name: 'block style, with comments',
          files: flow(
            '  # first\n  - any-order: # why\n      - {id: greet, proof: {event: call.answered}}\n      - {id: change, proof: {event: plan.changed}} # last\n',
          ),
          expect: [
            {
              at: 'flows/answer.yaml:4:5',
              fixed:
                'flow: answer\nsteps:\n  # first\n  - parallel: # why\n      - {id: greet, proof: {event: call.answered}}\n      - {id: change, proof: {event: plan.changed}} # last\n',
            },
          ],
        },
      ],
    })
    const roles = 'roles: {agent: {name: 话务员}}\n'
    ruleTest(rolePlusUnranked, {
      valid: [],
      invalid: [
        {
          name: 'in a list',
          files: {
            ...flow('  - {id: greet, by: [agent+], proof: {event: call.answered}}\n'),
            'catalog.yaml': `catalog: true\nbusinesses: {bill: {class: query, name: 账单}}\nchannels: {voice: {name: 电话, code: V}}\nbrands: {gotone: {name: 全球通}}\n${roles}events: {call.answered: {}}\n`,
          },
          expect: [
            {
              at: 'flows/answer.yaml:3:22-3:28',
              fixed: 'flow: answer\nsteps:\n  - {id: greet, by: [agent], proof: {event: call.answered}}\n',
            },
          ],
        },
      ],
    })
  })
})
