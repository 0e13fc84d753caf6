import { Worker } from 'node:worker_threads'
import { type AlignedJob, type AlignJob, alignVariants } from '../conformance/align-variants.ts'

/** The other end of a thread, as it is built; sources that a loader translates on the way run on one thread only. */
const WORKER = import.meta.url.endsWith('.js') ? new URL('./align-worker.js', import.meta.url) : undefined

/**
 * Aligns jobs, the first on this thread and each other on one of its own. Where it is done changes nothing of the
 * results.
 */
export async function alignInThreads(jobs: readonly AlignJob[]): Promise<AlignedJob[]> {
  const [first, ...others] = jobs
  if (first === undefined) return []
  if (WORKER === undefined) return jobs.map(alignVariants)
  const elsewhere = others.map((job) => alignInWorker(WORKER, job))
  // The workers start up while this thread is at its own job.
  const own = alignVariants(first)
  return [own, ...(await Promise.all(elsewhere))]
}

function alignInWorker(file: URL, job: AlignJob): Promise<AlignedJob> {
  const worker = new Worker(file, { workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', (result: AlignedJob) => resolve(result))
    worker.once('error', reject)
  })
}
