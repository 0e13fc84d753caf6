import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Block } from '../flow/effective-flow.ts'
import { canFinish } from '../flow/can-finish.ts'
import type { PetriNet } from '../model/petri-net.ts'
import { createPetriSystem } from '../flow/petri-system.ts'
import { recogniseBlocks } from '../flow/recognise-blocks.ts'
import type { TransitionSystem } from '../flow/transition-system.ts'
import { type PnmlOptions, readPnml } from './read-pnml.ts'

/** A model that traces of activities can be held against. */
export interface OpenedModel {
  readonly name: string
  /** By label: the activity's name. Labels number with the order of the file; ties of the canonical optimum follow it. */
  readonly activities: readonly string[]
  /** Plain data, so that another thread can make its own system with `createPetriSystem`. */
  readonly net: PetriNet
  readonly system: TransitionSystem
  /** A block tree with the language of the net, where one was recognised. */
  readonly block?: Block
}

/**
 * Opens the text of a PNML file: net, transition system, and its blocks where it is made of such. A final marking that
 * cannot be reached is an error (`pnml/final-unreachable`); where that is not decided within a budget, it is none.
 */
export function openModel(
  text: string,
  file: string,
  options: PnmlOptions = {},
): { readonly value?: OpenedModel; readonly diagnostics: readonly Diagnostic[] } {
  const { value: model, diagnostics } = readPnml(text, file, options)
  if (model === undefined) return { diagnostics }
  const { name, activities, net, finalAt } = model
  const block = recogniseBlocks(net)
  // A net of blocks can always end.
  if (block === undefined && canFinish(net) === false) {
    const message = { zh: '从初始标记到不了终止标记', en: 'the final marking cannot be reached from the initial one' }
    return { diagnostics: [{ rule: 'pnml/final-unreachable', severity: 'error', message, place: finalAt }] }
  }
  const system = createPetriSystem(net)
  const blocks = block === undefined ? {} : { block }
  return { value: { name, activities, net, system, ...blocks }, diagnostics }
}
