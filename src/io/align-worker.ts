import { parentPort, workerData } from 'node:worker_threads'
import { type AlignJob, alignVariants } from '../conformance/align-variants.ts'

// The other end of `alignInThreads`: one job, one answer.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window, a thread
parentPort?.postMessage(alignVariants(workerData as AlignJob))
