import { type Aligner, createAligner } from '../conformance/align-trace.ts'
import { findDeviations } from '../conformance/deviations.ts'
import type { EffectiveFlow } from '../flow/effective-flow.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import type { Interaction } from '../log/event.ts'
import { createMatcher } from '../match/create-matcher.ts'
import type { ProcessMap } from '../model/map.ts'
import { explain } from './explain.ts'
import type { ScoredInteraction } from './result.ts'

/** How an interaction went through its flow: the moves and what deviates in them. */
export type Walked = Pick<ScoredInteraction, 'interaction' | 'flow' | 'alignment' | 'deviations'>

/** Finds again how interactions that were counted together went through a flow: their moves were not kept. */
export function createWayFinder(map: ProcessMap): (flow: string, interaction: Interaction, ended: boolean) => Walked {
  const flows = new Map<string, { readonly flow: EffectiveFlow; readonly aligner: Aligner }>()
  return (id, interaction, ended) => {
    let own = flows.get(id)
    if (own === undefined) {
      const flow = expandFlow(map, id)
      flows.set(id, (own = { flow, aligner: createAligner(flow) }))
    }
    const alignment = explain(own.aligner, createMatcher(interaction, map), ended)
    const deviations = alignment.optimal ? findDeviations(alignment.moves) : []
    return { interaction, flow: own.flow, alignment, deviations }
  }
}
