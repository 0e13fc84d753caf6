import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { InputError } from '../diagnostic/input-error.ts'
import type { RulePlugin } from '../model/rule-plugin.ts'

/**
 * Loads modules that the user trusts by naming them; they run with all the rights of the program. Throws `InputError` for
 * one that cannot be loaded, is no plug-in, or has the id of another.
 */
export async function loadPlugins(files: readonly string[], cwd: string): Promise<ReadonlyMap<string, RulePlugin>> {
  const plugins = new Map<string, RulePlugin>()
  for (const file of files) {
    const loaded = await importModule(path.resolve(cwd, file), file)
    const plugin = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
    if (!isPlugin(plugin)) {
      throw new InputError({
        zh: `${file} 不是规则插件：默认导出须为 {id, prepare}`,
        en: `${file} is no rule plug-in: its default export must be {id, prepare}`,
      })
    }
    if (plugins.has(plugin.id)) {
      throw new InputError({
        zh: `两个插件同名：\`${plugin.id}\``,
        en: `two plug-ins have the same id: \`${plugin.id}\``,
      })
    }
    plugins.set(plugin.id, plugin)
  }
  return plugins
}

/** Imports a module by its path; `name` is what people called it. Throws `InputError`. */
export async function importModule(file: string, name: string): Promise<unknown> {
  try {
    return (await import(pathToFileURL(file).href)) as unknown
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new InputError({ zh: `插件 ${name} 无法加载：${why}`, en: `the plug-in ${name} cannot be loaded: ${why}` })
  }
}

function isPlugin(value: unknown): value is RulePlugin {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('prepare' in value)) return false
  return typeof value.id === 'string' && value.id !== '' && typeof value.prepare === 'function'
}
