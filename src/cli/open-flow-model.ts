import type { NamedModel } from '../conformance/conform-log.ts'
import { expandFlow } from '../flow/expand-flow.ts'
import { flowActivities } from '../flow/flow-activities.ts'
import { bindCatalog } from '../log/bind-catalog.ts'
import type { CommandRun } from './command.ts'
import { findFlow } from './find-flow.ts'
import { openMap } from './open-map.ts'

/** A flow of a map (`--map`, else the nearest) as a model that a log is held against. */
export async function openFlowModel(name: string, folder: string | undefined, run: CommandRun): Promise<NamedModel> {
  const { map, matrix } = await openMap(folder, run)
  const { flow } = findFlow(map, matrix, name)
  const { activities, block, numbers, interrupts, titles: ofSteps } = flowActivities(expandFlow(map, flow.id))
  const { catalog } = map
  const binding = bindCatalog(catalog)
  const titles = new Map(ofSteps)
  for (const { name, label } of catalog.events.values()) if (label !== undefined) titles.set(name, label)
  // A name of the log may be another one that the catalogue has for the event.
  const numberOf = (activity: string): number | undefined =>
    numbers.get(activity) ?? numbers.get(binding.event(activity).name)
  return { activities: activities.length, names: activities, titles, block, interrupts, numberOf }
}
