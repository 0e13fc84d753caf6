import { Chalk } from 'chalk'
import { type Palette, plainPalette } from '../report/context.ts'

/** The colours of the terminal, or none. */
export function createPalette(color: boolean): Palette {
  if (!color) return plainPalette
  const chalk = new Chalk({ level: 1 })
  return {
    error: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
    info: (text) => chalk.blue(text),
    good: (text) => chalk.green(text),
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    name: (text) => chalk.cyan(text),
  }
}
