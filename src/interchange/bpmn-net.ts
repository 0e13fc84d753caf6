import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import type { PetriNet, PetriTransition } from '../model/petri-net.ts'
import { type BpmnLabels, NetDraft } from './bpmn-draft.ts'
import { findJoin, type Fragment, type Inclusive, mergeInto, openEnds } from './bpmn-fragment.ts'
import type { BpmnNode, BpmnScope } from './bpmn-model.ts'

const MOST_CANCELLED = 5000

/** Everything as one net, sub-processes in place. */
export class NetBuilder {
  readonly diagnostics: Diagnostic[] = []
  readonly #labels: BpmnLabels

  constructor(labels: BpmnLabels) {
    this.#labels = labels
  }

  process(scope: BpmnScope): PetriNet {
    const draft = new NetDraft()
    const start = draft.place('start')
    const done = draft.place('end')
    this.#scope(draft, scope, start, done, true)
    // Several ends may each have their token.
    const most = Math.max(
      1,
      Math.min(50, scope.nodes.filter(({ kind, outgoing }) => kind === 'end' || outgoing.length === 0).length),
    )
    return draft.finish(
      start,
      Array.from({ length: most }, (_, more) => [{ place: done, count: more + 1 }]),
    )
  }

  #scope(draft: NetDraft, scope: BpmnScope, start: number, done: number, whole = false): void {
    const from = draft.transitions.length
    const first = draft.names.length
    const inner = scope.anyTime.length > 0 ? draft.place() : done
    if (inner !== done) draft.add([inner], [done])
    this.#fragment(draft, { nodes: scope.nodes }, start, inner)
    const places = [start, ...Array.from({ length: draft.names.length - first }, (_, at) => first + at)]
    const own = draft.transitions.slice(from)
    const ends = scope.nodes.filter(({ kind, outgoing }) => kind === 'end' || outgoing.length === 0)
    const [, second] = ends
    if (!whole && second && own.some(({ produce }) => produce.length > 1)) {
      this.#unsupported(second.place, {
        zh: '并行部分有多个结束的子流程，且整体不是块结构时',
        en: 'a sub-process with several ends beside concurrency, in a model that is not made of blocks,',
      })
    }
    for (const node of scope.nodes) {
      if (node.terminates && own.some(({ produce }) => produce.length > 1)) {
        this.#unsupported(node.place, {
          zh: '在并行的部分里，且整体不是块结构时的终止事件',
          en: 'a terminate event beside concurrency, in a model that is not made of blocks,',
        })
      }
    }
    for (const { start: event, scope: handler } of scope.anyTime) {
      this.#interrupt(draft, event, places, own, (entry) => this.#scope(draft, handler, entry, done))
    }
  }

  /** An interrupt takes the one token of its part, wherever that is. */
  #interrupt(
    draft: NetDraft,
    event: BpmnNode,
    places: readonly number[],
    own: readonly PetriTransition[],
    handle: (entry: number) => void,
  ): void {
    if (event.interrupt?.cancels !== true) {
      return this.#unsupported(event.place, {
        zh: '整体不是块结构时的非中断事件',
        en: 'a non-interrupting event, in a model that is not made of blocks,',
      })
    }
    if (
      own.some(({ consume, produce }) => produce.length > 1 || consume.length > 1) ||
      places.length > MOST_CANCELLED
    ) {
      return this.#unsupported(event.place, {
        zh: '在并行的部分上，且整体不是块结构时的中断事件',
        en: 'an interrupting event over concurrency, in a model that is not made of blocks,',
      })
    }
    const entry = draft.place()
    for (const place of places) draft.add([place], [entry], this.#labels.of(event))
    handle(entry)
  }

  #fragment(draft: NetDraft, fragment: Fragment, start: number, done: number): void {
    const left = new Set(fragment.nodes)
    const joins = new Map<BpmnNode, Inclusive>()
    for (const node of fragment.nodes) {
      if (node.kind !== 'inclusive' || node.outgoing.length < 2) continue
      const pair = findJoin(node, left)
      if (!pair || joins.has(pair.join)) {
        this.#unsupported(node.place, {
          zh: '没有对应汇合的包容网关',
          en: 'an inclusive gateway without a join of its own',
        })
      } else joins.set(pair.join, pair)
    }
    const splits = new Map([...joins.values()].map((pair) => [pair.split, draft.place()]))
    openEnds(draft, fragment, left, start, done)
    for (const node of left) {
      if (node.kind === 'boundary' || node.kind === 'start') continue
      const outs = node.outgoing.length > 0 ? node.outgoing.map((flow) => draft.flow(flow)) : [done]
      const none = splits.get(node)
      const pair = joins.get(node)
      if (node.kind === 'parallel') {
        draft.add(
          node.incoming.map((flow) => draft.flow(flow)),
          outs,
        )
      } else if (pair) {
        // A branch may be left out once another is over.
        const before = splits.get(pair.split) ?? draft.place()
        const some = draft.place()
        const ends = pair.branches.map(({ entry, exit }) => {
          const [started, ended, over] = [draft.flow(entry), draft.flow(exit), draft.place()]
          draft.add([ended, before], [over, some])
          draft.add([ended, some], [over, some])
          if (started !== ended) draft.add([started, some], [over, some])
          return over
        })
        draft.add([some, ...ends], outs)
      } else if (node.kind === 'inclusive' && node.incoming.length > 1 && none === undefined) {
        this.#unsupported(node.place, {
          zh: '没有对应分支的包容网关',
          en: 'an inclusive gateway without a split of its own',
        })
      } else {
        const into = mergeInto(draft, node.incoming)
        if (none !== undefined) draft.add([into], [none, ...outs])
        else if (node.kind === 'exclusive' || node.kind === 'inclusive') {
          for (const out of outs) draft.add([into], [out])
        } else if (node.kind === 'event' || node.kind === 'end') draft.add([into], outs, this.#labels.of(node))
        else this.#activity(draft, node, into, outs, done)
      }
    }
  }

  #activity(draft: NetDraft, node: BpmnNode, into: number, outs: readonly number[], done: number): void {
    const out = outs.length === 1 && node.boundaries.length === 0 && !node.loop ? (outs[0] ?? done) : draft.place()
    const from = draft.transitions.length
    const first = draft.names.length
    const begin = node.loop || node.boundaries.length > 0 ? draft.place() : into
    if (begin !== into) draft.add([into], [begin])
    if (node.loop?.before) draft.add([begin], [out])
    if (node.loop?.max !== undefined && (node.loop.max > 1 || node.loop.before)) {
      this.#unsupported(node.place, {
        zh: '整体不是块结构时有次数上限的循环',
        en: 'a loop with a maximum, in a model that is not made of blocks,',
      })
    } else if (node.loop && node.loop.max === undefined) draft.add([out], [begin])
    if (node.kind === 'task') draft.add([begin], [out], this.#labels.of(node))
    else if (node.kind === 'subprocess' && node.scope) this.#scope(draft, node.scope, begin, out)
    else {
      this.#unsupported(node.place, {
        zh: '整体不是块结构时的临时（ad-hoc）子流程',
        en: 'an ad-hoc sub-process, in a model that is not made of blocks,',
      })
    }
    const places = [begin, ...Array.from({ length: draft.names.length - first }, (_, at) => first + at)]
    const own = draft.transitions.slice(from)
    if (out !== outs[0] || outs.length > 1) draft.add([out], outs)
    for (const event of node.boundaries) {
      this.#interrupt(draft, event, [...new Set([...places, ...(node.kind === 'task' ? [] : [out])])], own, (entry) =>
        draft.add([entry], event.outgoing.length > 0 ? event.outgoing.map((flow) => draft.flow(flow)) : [done]),
      )
    }
  }

  #unsupported(place: Diagnostic['place'], what: Message): void {
    const message = { zh: `不支持${what.zh}`, en: `${what.en} is not supported` }
    if (this.diagnostics.length < 1000)
      this.diagnostics.push({ rule: 'bpmn/unsupported', severity: 'error', message, place })
  }
}
