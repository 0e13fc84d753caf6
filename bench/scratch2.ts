import { openSound, readModelText } from '../test/support/conformance-data.ts'
const show = (b: any): string => b.kind === 'label' ? String(b.label) : b.kind === 'repeat' ? `*(${show(b.do)}, ${show(b.redo)})` : b.kind === 'optional' ? `?(${show(b.child)})` : b.children.length === 0 ? 'τ' : `${({sequence:'→',choice:'X',parallel:'+'} as any)[b.kind]}(${b.children.map(show).join(', ')})`
for (const n of process.argv[2]!.split(',')) { console.log(n, show(openSound(readModelText(n), n).block)) }
