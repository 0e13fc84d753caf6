import type { LintRule } from '../lint-rule.ts'

/** A flow in a file of another name: whoever looks for it by its id does not find it. */
export const flowFileName: LintRule = {
  id: 'flow-file-name',
  group: 'style',
  severity: 'info',
  title: { zh: '流程与所在文件不同名', en: 'a flow in a file of another name' },
  check({ map }, report) {
    for (const { id, place } of map.flows.values()) {
      const stem = (place.file.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
      if (stem === id) continue
      report({
        place,
        message: {
          zh: `流程 \`${id}\` 写在名为 \`${stem}\` 的文件里`,
          en: `the flow \`${id}\` is in a file called \`${stem}\``,
        },
        expected: { zh: `文件名 \`${id}.yaml\``, en: `a file called \`${id}.yaml\`` },
      })
    }
  },
}
