/**
 * Random laws draw their cases from one seed, so that a change is judged by what it changes and a failure comes again.
 * `TOUCHMAP_SEED=7 npm test` draws others; a law must hold, and see what it says it sees, for any.
 */
import * as fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.TOUCHMAP_SEED ?? '1') })
