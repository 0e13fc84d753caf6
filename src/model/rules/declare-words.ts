import type { Message } from '../../diagnostic/diagnostic.ts'
import type { KindWords } from '../rule-words.ts'
import type {
  DeclareChoice,
  DeclareChoiceKind,
  DeclareCount,
  DeclareCountKind,
  DeclareEdge,
  DeclareEdgeKind,
  DeclarePair,
  DeclarePairKind,
} from './declare.ts'

type Sentence = (x: string, y: string) => Message

const PAIRS: { readonly [K in DeclarePairKind]: { label: Message; failed: Message; asks: Sentence } } = {
  'responded-existence': {
    label: { zh: '有则有', en: 'If, then' },
    failed: { zh: '缺了一个', en: 'one is missing' },
    asks: (x, y) => ({ zh: `有 ${x} 就须有 ${y}`, en: `where ${x} happens, ${y} does too` }),
  },
  'co-existence': {
    label: { zh: '同有', en: 'Both' },
    failed: { zh: '缺了一个', en: 'one is missing' },
    asks: (x, y) => ({ zh: `${x} 与 ${y} 须都有或都没有`, en: `${x} and ${y}, both or neither` }),
  },
  'alternate-response': {
    label: { zh: '逐次接', en: 'Follow up each' },
    failed: { zh: '未逐次接上', en: 'not followed up each time' },
    asks: (x, y) => ({
      zh: `每次 ${x} 之后、下一次之前须有 ${y}`,
      en: `each ${x} is followed by ${y} before the next`,
    }),
  },
  'chain-response': {
    label: { zh: '紧接', en: 'Right after' },
    failed: { zh: '未紧接', en: 'not right after' },
    asks: (x, y) => ({ zh: `${x} 之后须紧接着 ${y}`, en: `${y} right after ${x}` }),
  },
  'alternate-precedence': {
    label: { zh: '逐次先', en: 'First each time' },
    failed: { zh: '之前未各有一次', en: 'none of its own before' },
    asks: (x, y) => ({ zh: `每次 ${y} 之前、上一次之后须有 ${x}`, en: `each ${y} after an ${x} of its own` }),
  },
  'chain-precedence': {
    label: { zh: '紧挨', en: 'Right before' },
    failed: { zh: '之前不是紧挨着', en: 'not right before' },
    asks: (x, y) => ({ zh: `${y} 之前须紧挨着 ${x}`, en: `${x} right before ${y}` }),
  },
  succession: {
    label: { zh: '先后相随', en: 'In turn' },
    failed: { zh: '未先后相随', en: 'not one after the other' },
    asks: (x, y) => ({
      zh: `${x} 之后须有 ${y}，${y} 之前须有 ${x}`,
      en: `${x} is followed by ${y}, and ${y} comes only after ${x}`,
    }),
  },
  'alternate-succession': {
    label: { zh: '交替相随', en: 'Take turns' },
    failed: { zh: '未交替', en: 'not in turns' },
    asks: (x, y) => ({ zh: `${x} 与 ${y} 须交替，先 ${x}`, en: `${x} and ${y} take turns, ${x} first` }),
  },
  'chain-succession': {
    label: { zh: '紧密相随', en: 'Together' },
    failed: { zh: '未紧挨', en: 'not together' },
    asks: (x, y) => ({ zh: `${x} 与 ${y} 须紧挨着，先 ${x}`, en: `${y} right after each ${x}, and only there` }),
  },
  'not-responded-existence': {
    label: { zh: '有则无', en: 'If, then not' },
    failed: { zh: '不该有而有', en: 'must not happen too' },
    asks: (x, y) => ({ zh: `有 ${x} 就不得有 ${y}`, en: `where ${x} happens, ${y} does not` }),
  },
  'not-co-existence': {
    label: { zh: '不并存', en: 'Not both' },
    failed: { zh: '两者都有', en: 'both happened' },
    asks: (x, y) => ({ zh: `${x} 与 ${y} 不得都有`, en: `not both ${x} and ${y}` }),
  },
  'not-response': {
    label: { zh: '之后不得', en: 'Not after' },
    failed: { zh: '之后又有', en: 'came after' },
    asks: (x, y) => ({ zh: `${x} 之后不得再有 ${y}`, en: `no ${y} after ${x}` }),
  },
  'not-chain-response': {
    label: { zh: '不得紧接', en: 'Not right after' },
    failed: { zh: '紧接着', en: 'right after' },
    asks: (x, y) => ({ zh: `${x} 之后不得紧接着 ${y}`, en: `no ${y} right after ${x}` }),
  },
  'not-precedence': {
    label: { zh: '之前不得', en: 'Not before' },
    failed: { zh: '之前已有', en: 'came before' },
    asks: (x, y) => ({ zh: `${y} 之前不得有 ${x}`, en: `no ${x} before ${y}` }),
  },
  'not-chain-precedence': {
    label: { zh: '不得紧挨', en: 'Not right before' },
    failed: { zh: '之前紧挨着', en: 'right before' },
    asks: (x, y) => ({ zh: `${y} 之前不得紧挨着 ${x}`, en: `no ${x} right before ${y}` }),
  },
  'not-succession': {
    label: { zh: '不得相随', en: 'Not in turn' },
    failed: { zh: '一前一后都有', en: 'one after the other' },
    asks: (x, y) => ({ zh: `不得先 ${x} 后 ${y}`, en: `never ${x} and later ${y}` }),
  },
  'not-chain-succession': {
    label: { zh: '不得紧挨相随', en: 'Not together' },
    failed: { zh: '紧挨着', en: 'together' },
    asks: (x, y) => ({ zh: `不得 ${x} 紧接 ${y}`, en: `never ${y} right after ${x}` }),
  },
}

/** The words of a kind that asks of two targets where they stand. */
export function pairWords<K extends DeclarePairKind>(kind: K): KindWords<DeclarePair & { readonly kind: K }> {
  const { label, failed, asks } = PAIRS[kind]
  return {
    label,
    failed,
    about: ({ second }) => second,
    asks: ({ first, second }, name) => asks(name.target(first), name.target(second)),
  }
}

/** The words of a kind that counts. */
export function countWords<K extends DeclareCountKind>(kind: K): KindWords<DeclareCount & { readonly kind: K }> {
  return {
    label: { zh: '次数', en: 'Times' },
    failed: {
      existence: { zh: '次数不足', en: 'too few times' },
      absence: { zh: '次数过多', en: 'too many times' },
      exactly: { zh: '次数不符', en: 'not so many times' },
    }[kind],
    about: ({ of }) => of,
    asks: ({ of, times }, name) =>
      ({
        existence: { zh: `${name.target(of)} 至少 ${times} 次`, en: `${name.target(of)} ${times} times or more` },
        absence:
          times === 1
            ? { zh: `不得有 ${name.target(of)}`, en: `no ${name.target(of)}` }
            : { zh: `${name.target(of)} 少于 ${times} 次`, en: `${name.target(of)} fewer than ${times} times` },
        exactly: { zh: `${name.target(of)} 恰好 ${times} 次`, en: `${name.target(of)} exactly ${times} times` },
      })[kind],
  }
}

/** The words of a kind that asks what comes first or last. */
export function edgeWords<K extends DeclareEdgeKind>(kind: K): KindWords<DeclareEdge & { readonly kind: K }> {
  const first = kind === 'init'
  return {
    label: first ? { zh: '开头', en: 'Begin with' } : { zh: '结尾', en: 'End with' },
    failed: first ? { zh: '开头不符', en: 'not first' } : { zh: '结尾不符', en: 'not last' },
    about: ({ of }) => of,
    asks: ({ of }, name) =>
      first
        ? { zh: `以 ${name.target(of)} 开始`, en: `${name.target(of)} comes first` }
        : { zh: `以 ${name.target(of)} 结束`, en: `${name.target(of)} comes last` },
  }
}

/** The words of a kind that asks for some of several targets. */
export function choiceWords<K extends DeclareChoiceKind>(kind: K): KindWords<DeclareChoice & { readonly kind: K }> {
  const one = kind === 'exclusive-choice'
  return {
    label: one ? { zh: '择一', en: 'Just one' } : { zh: '至少其一', en: 'One of' },
    failed: one ? { zh: '不是恰好一项', en: 'not just one' } : { zh: '一项也没有', en: 'none of them' },
    about: ({ among }) => among[0],
    asks: ({ among }, name) => {
      const list = name.list(among.map((target) => name.target(target)))
      return one
        ? { zh: `${list} 恰有其一`, en: `just one of ${list}` }
        : { zh: `${list} 至少其一`, en: `one of ${list}` }
    },
  }
}
