import path from 'node:path'

/** Changes that come this close together, in milliseconds, are one: an editor writes a file in several steps. */
const PAUSE = 80

/**
 * Watches folders and files and tells of changes until the program is interrupted. Of folders the YAML files and models
 * count, at any depth but for hidden folders and node_modules; of files named one by one all do. `changed` gets the paths that
 * changed, sorted; while it works, changes are gathered for the next call. Resolves on SIGINT or SIGTERM.
 */
export async function watchFiles(
  folders: readonly string[],
  files: readonly string[],
  changed: (paths: readonly string[]) => Promise<void>,
  ready: () => Promise<void>,
): Promise<void> {
  const { watch } = await import('chokidar')
  const named = new Set(files)
  const isAbove = (target: string): boolean => folders.some((folder) => folder === target)
  const watcher = watch([...folders, ...files], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (target, stats) => {
      if (named.has(target) || isAbove(target)) return false
      const name = path.basename(target)
      if (name.startsWith('.') || name === 'node_modules') return true
      return stats?.isFile() === true && !/\.(ya?ml|bpmn|pnml)$/i.test(name)
    },
  })
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working = true
  let failure: unknown
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const stop = (): void => end()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const work = (first: () => Promise<void>): void => {
    working = true
    first()
      .catch((error: unknown) => {
        failure = error
        end()
      })
      .finally(() => {
        working = false
        if (waiting.size > 0) schedule()
      })
  }
  const schedule = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (working || waiting.size === 0) return
      const paths = [...waiting].sort()
      waiting.clear()
      work(() => changed(paths))
    }, PAUSE)
  }
  watcher.on('all', (event, target) => {
    if (event === 'addDir') return
    waiting.add(target)
    schedule()
  })
  watcher.on('error', () => {
    // A folder that goes away while it is looked at: what is left goes on being watched.
  })
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  work(ready)
  await ended
  clearTimeout(timer)
  process.removeListener('SIGINT', stop)
  process.removeListener('SIGTERM', stop)
  await watcher.close()
  if (failure !== undefined) throw failure
}
