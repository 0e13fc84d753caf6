// `npm run demo`: the main job on what the repository ships, each command as a user would type it.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const zh = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const map = 'maps/hotline-10086'
const log = `${map}/logs/july.csv`

mkdirSync(new URL('../out', import.meta.url), { recursive: true })
tell('校验随附的热线流程地图', 'Is the shipped hotline map valid?')
run(['validate', map])
tell('业务 × 渠道 × 品牌矩阵', 'Which business is served where, for which brand?')
run(['matrix', '--map', map])
tell('一个流程:坐席照着读的步骤,以及图', 'One flow, as an agent reads it, and as a picture')
run(['show', 'hall-green-channel', '--map', map])
run(['render', 'hall-green-channel', '--map', map, '--out', 'out', '--format', 'svg,mermaid'])
tell('用一个月的日志评分:服务在哪里偏离了地图', 'A month of contacts: where does service depart from the map?')
run(['score', log, '--map', map])
tell('其中一通', 'One of them, event by event')
run(['inspect', 'H25006', log, '--map', map])
tell('接下来可以试', 'What to try next')
process.stdout.write(
  [
    `node bin/touchmap.js score ${log} --map ${map} --list out/failed.csv`,
    `node bin/touchmap.js show call-answering --map ${map} --lang ${zh ? 'en' : 'zh'}`,
    `node bin/touchmap.js render --all --map ${map} --out out --format svg`,
    `node bin/touchmap.js validate maps/intelligent-service`,
    'npm test',
  ]
    .map((line) => `  ${line}\n`)
    .join(''),
)

function tell(chinese, english) {
  process.stdout.write(`\n── ${zh ? chinese : english} ${'─'.repeat(20)}\n`)
}

function run(args) {
  process.stdout.write(`\n$ touchmap ${args.join(' ')}\n\n`)
  const { status, error } = spawnSync(process.execPath, ['bin/touchmap.js', ...args], { cwd: root, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 3)
}
