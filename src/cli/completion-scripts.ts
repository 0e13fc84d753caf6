import type { Command, Option } from 'commander'
import { formatsOf } from './outputs.ts'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

/** What may stand in one place of a command line: words, the names of files, or anything. */
type Wanted = { readonly words: readonly string[] } | 'files' | 'anything'

interface OfferedOption {
  /** `--format`, and `-h` where it has a short form. */
  readonly names: readonly string[]
  readonly summary: string
  /** Undefined for a flag. */
  readonly value: Wanted | undefined
}

interface OfferedCommand {
  readonly name: string
  readonly summary: string
  readonly options: readonly OfferedOption[]
  /** What its arguments may be. */
  readonly value: Wanted
}

/** The script that completes the command line in a shell. `rules` are the ids that may stand for a rule. */
export function writeCompletion(shell: Shell, program: Command, rules: readonly string[]): string {
  const commands = program.commands.map((command) => offer(command, rules))
  const all: OfferedCommand = { ...offer(program, rules), name: '', value: { words: commands.map(({ name }) => name) } }
  return { bash: writeBash, zsh: writeZsh, fish: writeFish }[shell](all, commands)
}

function offer(command: Command, rules: readonly string[]): OfferedCommand {
  const help = command.createHelp()
  const options = help.visibleOptions(command).map((option) => ({
    names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
    summary: option.description,
    value: option.required || option.optional ? wantedOf(option, rules) : undefined,
  }))
  const [argument] = command.registeredArguments
  const choices = argument?.argChoices
  return {
    name: command.name(),
    summary: command.description(),
    options,
    value: argument === undefined ? 'anything' : choices ? { words: choices } : byName(argument.name(), rules),
  }
}

function wantedOf(option: Option, rules: readonly string[]): Wanted {
  const words = option.argChoices ?? formatsOf(option)
  return words ? { words } : byName(/[<[]([^>\]]*)/.exec(option.flags)?.[1] ?? '', rules)
}

/** Arguments and values are called after what they are. */
function byName(name: string, rules: readonly string[]): Wanted {
  if (/^rule\b/.test(name)) return { words: rules }
  return /file|dir|path|log|folder|sheet|form|model|store|plugin|^[ab]$/i.test(name) ? 'files' : 'anything'
}

function writeBash(all: OfferedCommand, commands: readonly OfferedCommand[]): string {
  const reply = (wanted: Wanted, indent: string): string =>
    wanted === 'files'
      ? `${indent}_touchmap_files; return`
      : `${indent}COMPREPLY=($(compgen -W ${quote(wanted === 'anything' ? '' : wanted.words.join(' '))} -- "$cur")); return`
  const lines = [
    '# touchmap completion for bash: eval "$(touchmap completion bash)"',
    '_touchmap_files() {',
    '  compopt -o filenames 2>/dev/null',
    "  local IFS=$'\\n'",
    '  COMPREPLY=($(compgen -f -- "$cur"))',
    '}',
    '_touchmap() {',
    '  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" i',
    '  COMPREPLY=()',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    case "${COMP_WORDS[i]}" in',
    `      ${commands.map(({ name }) => name).join('|')}) command="\${COMP_WORDS[i]}"; break ;;`,
    '    esac',
    '  done',
    '  # An equals sign is a word of its own in bash.',
    '  if [[ $before == "=" && $COMP_CWORD -ge 2 ]]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    '  if [[ $cur == "=" ]]; then cur=""; fi',
    '  case "$command:$before" in',
  ]
  for (const { name, options } of [all, ...commands]) {
    for (const { names, value } of options) {
      if (value === undefined) continue
      lines.push(`    ${names.map((each) => `${name}:${each}`).join('|')})`, `${reply(value, '      ')} ;;`)
    }
  }
  lines.push('  esac', '  case "$command:$cur" in')
  for (const { name, options, value } of [...commands, all]) {
    const words = options.flatMap(({ names }) => names)
    lines.push(`    ${name}:-*)`, `${reply({ words }, '      ')} ;;`, `    ${name}:*)`, `${reply(value, '      ')} ;;`)
  }
  lines.push('  esac', '}', 'complete -F _touchmap touchmap')
  return `${lines.join('\n')}\n`
}

function writeZsh(all: OfferedCommand, commands: readonly OfferedCommand[]): string {
  const described = (name: string, summary: string): string =>
    quote(`${name.replaceAll(':', '\\:')}:${oneLine(summary).replaceAll(':', '\\:')}`)
  const reply = (wanted: Wanted): string =>
    wanted === 'files'
      ? '_files; return'
      : wanted === 'anything'
        ? 'return'
        : `found=(${wanted.words.map(quote).join(' ')}); compadd -a found; return`
  const lines = [
    '#compdef touchmap',
    '# touchmap completion for zsh: source <(touchmap completion zsh), after compinit',
    '_touchmap() {',
    '  local command="" i',
    '  local -a found',
    '  for ((i = 2; i < CURRENT; i++)); do',
    '    case "$words[i]" in',
    `      (${commands.map(({ name }) => name).join('|')}) command="$words[i]"; break ;;`,
    '    esac',
    '  done',
    '  case "$command:$words[CURRENT-1]" in',
  ]
  for (const { name, options } of [all, ...commands]) {
    for (const { names, value } of options) {
      if (value === undefined) continue
      lines.push(`    (${names.map((each) => `${name}:${each}`).join('|')}) ${reply(value)} ;;`)
    }
  }
  lines.push('  esac', '  case "$command:$words[CURRENT]" in')
  for (const { name, options, value } of [...commands, all]) {
    const flags = options.flatMap(({ names, summary }) => names.map((each) => described(each, summary)))
    lines.push(`    (${name}:-*)`, `      found=(${flags.join(' ')})`, "      _describe -o 'option' found; return ;;")
    if (name !== '') lines.push(`    (${name}:*) ${reply(value)} ;;`)
  }
  const words = commands.map(({ name, summary }) => described(name, summary))
  lines.push('    (*)', `      found=(${words.join(' ')})`, "      _describe 'command' found ;;")
  lines.push('  esac', '}', 'if (( $+functions[compdef] )); then compdef _touchmap touchmap; fi')
  return `${lines.join('\n')}\n`
}

function writeFish(all: OfferedCommand, commands: readonly OfferedCommand[]): string {
  const lines = ['# touchmap completion for fish: touchmap completion fish | source', 'complete -c touchmap -f']
  const value = (wanted: Wanted | undefined): string => {
    if (wanted === undefined) return ''
    if (wanted === 'files') return ' -r -F'
    return wanted === 'anything' ? ' -x' : ` -x -a ${quoteFish(wanted.words.join(' '))}`
  }
  const none = quoteFish(`not __fish_seen_subcommand_from ${commands.map(({ name }) => name).join(' ')}`)
  for (const { name, summary } of commands) {
    lines.push(`complete -c touchmap -n ${none} -a ${name} -d ${quoteFish(oneLine(summary))}`)
  }
  for (const { name, options, value: own } of [all, ...commands]) {
    const where = name === '' ? none : quoteFish(`__fish_seen_subcommand_from ${name}`)
    for (const { names, summary, value: wanted } of options) {
      const flags = names.map((each) => (each.startsWith('--') ? `-l ${each.slice(2)}` : `-s ${each.slice(1)}`))
      lines.push(
        `complete -c touchmap -n ${where} ${flags.join(' ')}${value(wanted)} -d ${quoteFish(oneLine(summary))}`,
      )
    }
    if (name === '') continue
    if (own === 'files') lines.push(`complete -c touchmap -n ${where} -F`)
    else if (own !== 'anything') lines.push(`complete -c touchmap -n ${where} -a ${quoteFish(own.words.join(' '))}`)
  }
  return `${lines.join('\n')}\n`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

function quoteFish(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
