import { type Encoding, guessEncoding } from './encoding.ts'
import { type LogFormat, type Mapping, NO_MAPPING } from './mapping.ts'
import { type LogFault, RowReader } from './read-rows.ts'
import { RowVariants } from './row-variants.ts'
import { sniffFormat } from './sniff.ts'
import { createTimeReader } from './time.ts'
import { compileTimeFormat } from './time-format.ts'
import { VariantBuilder, type VariantLog } from './variants.ts'
import type { Lifecycle } from './xes-lifecycle.ts'
import { XesVariants } from './xes-variants.ts'
import { createZone } from './zone.ts'

export interface VariantOptions {
  readonly mapping?: Mapping
  /** Believed instead of sniffing; wins over the mapping's. */
  readonly format?: LogFormat
  /** Which events of a XES log count; default: all. */
  readonly lifecycle?: Lifecycle
  /** Of a XES log: the name of one of its classifiers, or keys joined by `+`; default: `concept:name`. */
  readonly classifier?: string
  /** The encoding a first reading has settled on (`VariantReader.retryAs`). */
  readonly encoding?: Encoding
}

/**
 * Reads one log into its variants, whatever the chunks its bytes come in: `push` them all, then `end`. The lean way from a
 * file to what a model is held against: no interactions are built, nothing is bound to a catalogue. The order of events is
 * that of the file. After `end`, `retryAs` says whether the file is to be read again in another encoding.
 */
export class VariantReader {
  readonly #options: VariantOptions
  readonly #builder = new VariantBuilder()
  #xes: XesVariants | undefined
  #rows: RowReader | undefined
  #gathered: RowVariants | undefined
  #head: Uint8Array = new Uint8Array(0)

  constructor(options: VariantOptions = {}) {
    this.#options = options
  }

  /** Set when the file is no log that can be read. */
  get fault(): LogFault | undefined {
    return this.#xes?.fault ?? this.#rows?.fault
  }

  get retryAs(): Encoding | undefined {
    return this.#rows?.retryAs
  }

  push(chunk: Uint8Array): void {
    if (this.#xes) this.#xes.push(chunk)
    else if (this.#rows) this.#rows.push(chunk)
    else {
      const head = new Uint8Array(this.#head.length + chunk.length)
      head.set(this.#head)
      head.set(chunk, this.#head.length)
      this.#head = head
      // So much shows what it is, whatever blanks it begins with.
      if (head.length >= 4096) this.#start()
    }
  }

  end(): void {
    if (!this.#xes && !this.#rows) this.#start()
    this.#xes?.end()
    this.#rows?.end()
    if (!this.fault && !this.retryAs) this.#gathered?.finish()
  }

  /** The variants, once all is read without a fault. */
  build(): VariantLog {
    return this.#builder.build()
  }

  #start(): void {
    const { mapping = NO_MAPPING, format, encoding, lifecycle, classifier } = this.#options
    const head = this.#head
    this.#head = new Uint8Array(0)
    const { timezone, timeFormats, events } = mapping
    // Only the time between two moments counts here, which local times tell as well.
    const formats = timeFormats.flatMap((pattern) => compileTimeFormat(pattern) ?? [])
    const times = createTimeReader(createZone(timezone ?? 'UTC'), formats)
    if ((format ?? mapping.format ?? formatOf(head, mapping)) === 'xes') {
      this.#xes = new XesVariants(this.#builder, {
        events,
        ...(formats.length === 0 ? { times } : { times, ownTimes: true }),
        ...(mapping.encoding && { encoding: mapping.encoding }),
        ...(lifecycle && { lifecycle }),
        ...(classifier !== undefined && { classifier }),
      })
    } else {
      this.#gathered = new RowVariants(this.#builder, times)
      this.#rows = new RowReader(this.#gathered, {
        // What is neither case, activity nor time is not even looked at.
        mapping: { ...mapping, attributes: new Map(), keepRest: false },
        ...(format && { format }),
        ...(encoding && { encoding }),
      })
    }
    this.push(head)
  }
}

function formatOf(head: Uint8Array, mapping: Mapping): LogFormat | undefined {
  const guess = guessEncoding(head, mapping.encoding)
  const text = new TextDecoder(guess.encoding, { ignoreBOM: true }).decode(head.subarray(guess.markBytes), {
    stream: true,
  })
  const seen = sniffFormat(text)
  return typeof seen === 'string' ? seen : undefined
}
