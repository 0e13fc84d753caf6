import { stringify } from 'yaml'
import type { Diagnostic, Message } from '../diagnostic/diagnostic.ts'
import { parseYaml } from './parse-yaml.ts'
import { asList, asMap, booleanOf, child, numberOf, stringOf } from './reading.ts'
import { createSourceText, type SourceText } from './source-text.ts'
import type { MapNode, TreeNode } from './tree.ts'

/** A scorecard made from a form, and what of the form it does not hold. */
export interface ImportedForm {
  readonly yaml?: string
  readonly diagnostics: readonly Diagnostic[]
}

type Json = Record<string, unknown>

/**
 * An evaluation form of Amazon Connect (the JSON of its API) as a scorecard file. Questions are answered by attributes of
 * the log named after their RefId. Whatever cannot be represented is a finding at its place, never dropped in silence.
 */
export function importConnectForm(source: SourceText): ImportedForm {
  // JSON is YAML but for tabs; a space for each keeps every offset.
  const spaced = createSourceText(source.file, source.text.replaceAll('\t', ' '), source.skipped)
  const { root, diagnostics } = parseYaml(spaced)
  const form = asMap(root)
  if (!form || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  if (!asMap(form) || !form.entries.has('Items')) {
    const message = {
      zh: '不是 Amazon Connect 的评估表：没有 `Items`',
      en: 'no evaluation form of Amazon Connect: it has no `Items`',
    }
    return { diagnostics: [{ rule: 'schema/missing-key', severity: 'error', message, place: form.place }] }
  }
  return new FormReader(form).read()
}

const MODES: Readonly<Record<string, string>> = {
  QUESTION_ONLY: 'questions',
  SECTION_ONLY: 'weighted',
  POINTS_BASED: 'points',
}

class FormReader {
  readonly #form: MapNode
  readonly #diagnostics: Diagnostic[] = []
  readonly #taken = new Set<string>()
  readonly #ids = new Map<string, string>()
  readonly #options = new Map<string, string>()
  #mode = 'questions'

  constructor(form: MapNode) {
    this.#form = form
  }

  read(): ImportedForm {
    const strategy = child(this.#form, 'ScoringStrategy')
    const mode = stringOf(child(strategy, 'Mode'))
    this.#mode = MODES[mode ?? 'QUESTION_ONLY'] ?? 'questions'
    this.#others(this.#form, ['Title', 'Description', 'Items', 'ScoringStrategy'])
    this.#others(strategy, ['Mode', 'Status'])
    if (stringOf(child(strategy, 'Status')) === 'DISABLED') {
      this.#report(child(strategy, 'Status'), {
        zh: '此表原不计分，导入后计分',
        en: 'the form was not scored; the scorecard is',
      })
    }
    const items = asList(child(this.#form, 'Items'))
    for (const item of items) this.#name(item)
    const loose = items.filter((item) => child(item, 'Question'))
    const sections = [
      ...(loose.length > 0 ? [{ id: this.#free('questions'), name: 'Questions', items: this.#questions(loose) }] : []),
      ...this.#sections(items),
    ]
    const card: Json = {
      scorecard: true,
      name: stringOf(child(this.#form, 'Title')) ?? 'Form',
      mode: this.#mode,
      na: 'redistribute',
      sections,
    }
    return { yaml: stringify(card, { lineWidth: 0 }), diagnostics: this.#diagnostics }
  }

  /** Ids first, since conditions point forward. */
  #name(item: TreeNode): void {
    const section = child(item, 'Section')
    const own = section ?? child(item, 'Question')
    const ref = stringOf(child(own, 'RefId'))
    if (ref !== undefined) this.#ids.set(ref, this.#free(ref))
    const properties = child(child(own, 'QuestionTypeProperties'), 'SingleSelect')
    for (const option of asList(child(properties, 'Options'))) {
      const id = stringOf(child(option, 'RefId'))
      if (id !== undefined) this.#options.set(`${ref}/${id}`, stringOf(child(option, 'Text')) ?? id)
    }
    for (const inner of asList(child(section, 'Items'))) this.#name(inner)
  }

  #free(ref: string): string {
    const base =
      ref
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'item'
    let id = base
    for (let n = 2; this.#taken.has(id); n++) id = `${base}-${n}`
    this.#taken.add(id)
    return id
  }

  #sections(items: readonly TreeNode[]): Json[] {
    return items.flatMap((item) => {
      const section = child(item, 'Section')
      if (!section) return []
      this.#others(section, ['Title', 'RefId', 'Instructions', 'Weight', 'Items', 'IsExcludedFromScoring'])
      const inside = asList(child(section, 'Items'))
      const sections = this.#sections(inside)
      const excluded = booleanOf(child(section, 'IsExcludedFromScoring')) === true
      const weight = excluded ? 0 : numberOf(child(section, 'Weight'))
      return [
        {
          id: this.#idOf(section),
          name: stringOf(child(section, 'Title')) ?? this.#idOf(section),
          ...(weight === undefined || this.#mode !== 'weighted' ? {} : { weight }),
          ...given('note', stringOf(child(section, 'Instructions'))),
          items: this.#questions(inside),
          ...(sections.length > 0 ? { sections } : {}),
        },
      ]
    })
  }

  #questions(items: readonly TreeNode[]): Json[] {
    return items.flatMap((item) => {
      const question = child(item, 'Question')
      if (!question) return []
      const type = stringOf(child(question, 'QuestionType'))
      const properties = child(question, 'QuestionTypeProperties')
      this.#others(question, [
        'Title', 'Instructions', 'RefId', 'NotApplicableEnabled', 'QuestionType', 'QuestionTypeProperties', 'Weight', 'Enablement', 'IsExcludedFromScoring',
      ]) // prettier-ignore
      if (type !== 'SINGLESELECT' && type !== 'NUMERIC') {
        this.#report(child(question, 'QuestionType') ?? question, {
          zh: `${type ?? ''} 题不计分，评分表中没有这种题`,
          en: `a question of type ${type ?? ''} is not scored and has no place on a scorecard`,
        })
        return []
      }
      const id = this.#idOf(question)
      const weight =
        booleanOf(child(question, 'IsExcludedFromScoring')) === true ? 0 : numberOf(child(question, 'Weight'))
      const form =
        type === 'NUMERIC'
          ? this.#bands(child(properties, 'Numeric'))
          : this.#choices(child(properties, 'SingleSelect'))
      const when = this.#enablement(child(question, 'Enablement'))
      return [
        {
          id,
          title: stringOf(child(question, 'Title')) ?? id,
          attribute: id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()).replace(/^(?=\d)/, 'q'),
          ...given('weight', weight),
          ...form,
          ...given('when', when),
          ...given('note', stringOf(child(question, 'Instructions'))),
        },
      ]
    })
  }

  #choices(select: TreeNode | undefined): Json {
    this.#others(select, ['Options', 'DisplayAs'])
    return {
      choices: asList(child(select, 'Options')).map((option) => {
        this.#others(option, ['RefId', 'Text', 'Score', 'AutomaticFail', 'AutomaticFailConfiguration'])
        return { is: stringOf(child(option, 'Text')) ?? stringOf(child(option, 'RefId')) ?? '', ...this.#earns(option) }
      }),
    }
  }

  #bands(numeric: TreeNode | undefined): Json {
    this.#others(numeric, ['MinValue', 'MaxValue', 'Options'])
    return {
      bands: asList(child(numeric, 'Options')).map((band) => {
        this.#others(band, ['MinValue', 'MaxValue', 'Score', 'AutomaticFail', 'AutomaticFailConfiguration'])
        return {
          ...given('min', numberOf(child(band, 'MinValue'))),
          ...given('max', numberOf(child(band, 'MaxValue'))),
          ...this.#earns(band),
        }
      }),
    }
  }

  #earns(option: TreeNode): Json {
    const score = numberOf(child(option, 'Score')) ?? 0
    if (score < 0)
      this.#report(child(option, 'Score'), {
        zh: '负分不能表示，记为 0',
        en: 'less than no points cannot be stated; taken as 0',
      })
    const target = stringOf(child(child(option, 'AutomaticFailConfiguration'), 'TargetSection'))
    const fatal =
      target !== undefined
        ? this.#ids.get(target)
        : booleanOf(child(option, 'AutomaticFail')) === true
          ? true
          : undefined
    return { points: Math.max(0, score), ...given('fatal', fatal) }
  }

  #enablement(node: TreeNode | undefined): Json | undefined {
    if (!node) return undefined
    this.#others(node, ['Condition', 'Action', 'DefaultAction'])
    const condition = this.#condition(child(node, 'Condition'))
    if (condition === undefined) return undefined
    return stringOf(child(node, 'Action')) === 'DISABLE' ? { none: [condition] } : condition
  }

  #condition(node: TreeNode | undefined): Json | undefined {
    const parts = asList(child(node, 'Operands')).flatMap((operand) => {
      const nested = child(operand, 'Condition')
      const found = nested ? this.#condition(nested) : this.#expression(child(operand, 'Expression') ?? operand)
      return found === undefined ? [] : [found]
    })
    if (parts.length === 0) return undefined
    return parts.length === 1 ? parts[0] : { [stringOf(child(node, 'Operator')) === 'OR' ? 'any' : 'all']: parts }
  }

  #expression(node: TreeNode): Json | undefined {
    const ref = stringOf(child(child(node, 'Source'), 'RefId'))
    const item = ref === undefined ? undefined : this.#ids.get(ref)
    const comparator = stringOf(child(node, 'Comparator'))
    const values = asList(child(node, 'Values')).flatMap((value) => {
      const option = stringOf(child(value, 'RefId'))
      return option === undefined ? [] : [this.#options.get(`${ref}/${option}`) ?? option]
    })
    const known = comparator === 'IN' || comparator === 'EQUALS' || comparator === 'ALL_IN' || comparator === 'NOT_IN'
    if (item === undefined || values.length === 0 || !known) {
      this.#report(node, {
        zh: '这个条件不能表示，题目一律适用',
        en: 'this condition cannot be stated; the question is always asked',
      })
      return undefined
    }
    const is = { item, is: values }
    return comparator === 'NOT_IN' ? { none: [is] } : is
  }

  #idOf(node: TreeNode): string {
    const ref = stringOf(child(node, 'RefId'))
    return (ref === undefined ? undefined : this.#ids.get(ref)) ?? this.#free('item')
  }

  /** Every key that is not one of these is said not to be represented. */
  #others(node: TreeNode | undefined, known: readonly string[]): void {
    for (const [key, entry] of asMap(node)?.entries ?? []) {
      if (known.includes(key)) continue
      this.#diagnostics.push({ ...unrepresented(key), place: entry.key })
    }
  }

  #report(node: TreeNode | undefined, message: Message): void {
    this.#diagnostics.push({ rule: 'unsupported', severity: 'warning', message, place: (node ?? this.#form).place })
  }
}

function unrepresented(key: string): Omit<Diagnostic, 'place'> {
  return {
    rule: 'unsupported',
    severity: 'warning',
    message: { zh: `评分表不能表示 \`${key}\`，未导入`, en: `a scorecard cannot hold \`${key}\`; it is not imported` },
  }
}

function given(key: string, value: unknown): Json {
  return value === undefined ? {} : { [key]: value }
}
