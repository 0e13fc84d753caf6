import { InputError } from '../diagnostic/input-error.ts'
import type { Encoding } from '../log/encoding.ts'
import { type VariantOptions, VariantReader } from '../log/read-variants.ts'
import type { VariantLog } from '../log/variants.ts'
import { type OpenOptions, openLogBytes } from './open-log.ts'

/**
 * Reads one log, plain or gzipped, `-` for standard input, into its variants: the lean way for a comparison with a model.
 * Unpacking runs beside the scanning. Throws InputError where the file cannot be read or is no log.
 */
export async function readVariants(path: string, options: OpenOptions & VariantOptions = {}): Promise<VariantLog> {
  const open = openLogBytes(path, options)
  let encoding: Encoding | undefined
  for (;;) {
    const reader = new VariantReader({ ...options, ...(encoding && { encoding }) })
    for await (const chunk of open()) {
      reader.push(chunk)
      if (reader.fault) break
    }
    if (!reader.fault) reader.end()
    if (reader.retryAs) {
      encoding = reader.retryAs
      continue
    }
    const { fault } = reader
    if (fault) {
      throw new InputError({ zh: `${path}：${fault.message.zh}`, en: `${path}: ${fault.message.en}` }, fault.hint)
    }
    return reader.build()
  }
}
