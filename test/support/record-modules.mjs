// Preloaded into a child process: writes to standard error, when it ends, the modules and libraries that it loaded.
import { createRequire, register } from 'node:module'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'

const { port1, port2 } = new MessageChannel()
const hooks = `
  let port
  export const initialize = (data) => { port = data.port }
  export const load = (url, context, next) => { port.postMessage(url); return next(url, context) }
`
register(`data:text/javascript,${encodeURIComponent(hooks)}`, import.meta.url, {
  data: { port: port2 },
  transferList: [port2],
})
port1.unref()
process.on('exit', () => {
  const modules = []
  for (let got = receiveMessageOnPort(port1); got; got = receiveMessageOnPort(port1)) modules.push(got.message)
  const required = Object.keys(createRequire(import.meta.url).cache)
  const libraries = process.report.getReport().sharedObjects.filter((name) => name.endsWith('.node'))
  process.stderr.write(`\nLOADED ${JSON.stringify([...modules, ...required, ...libraries])}\n`)
})
