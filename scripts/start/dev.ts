import { readConfig } from '../../api/platform/config.ts'
import { createLogger, createServer, type Logger } from 'vite'
import { join } from 'node:path'
import { answers, root, runProgram, stopProgram } from './child.ts'
import { beyondRepair } from '../../api/start/start-fault.ts'
import { fillSampleCity } from './fill-sample-city.ts'
import { sampleSignIns } from './sample-sign-ins.ts'
import { withLocalSecrets } from './secrets.ts'

/** Development: the console with hot reload on 5173, the server restarted on change, the practice carrier beside them. */
const env = withLocalSecrets(process.env, process.env['DATA_DIR'] || './data')
env['TWILIO_API_URL'] ??= `http://127.0.0.1:${env['CARRIER_PORT'] ?? 8312}`
const config = readConfig(env)
env['PUBLIC_URL'] ??= config.publicUrl

const fail = (text: string): never => {
  process.stderr.write(text)
  process.exit(beyondRepair)
}
if (config.sampleCity) await fillSampleCity(config, (text) => process.stdout.write(`${text}\n`), fail)
const log = createLogger()
/** While the server restarts, every request of an open page would print a stack that says only that. */
const quietly: Logger = {
  ...log,
  error: (text, options) => {
    if (!text.includes('http proxy error') && !text.includes('ws proxy')) log.error(text, options)
  },
}
const vite = await createServer({
  root: join(root, 'console'),
  configFile: join(root, 'vite.config.ts'),
  customLogger: quietly,
  // The page of the hot reload is another site to the server: what it sends is the console's own.
  server: { proxy: { '/api': { target: `http://127.0.0.1:${config.port}`, headers: { origin: config.publicUrl } } } },
})
const consolePort = vite.config.server.port
// The softphone of a console from here speaks to the carrier, which answers only pages it knows.
env['CARRIER_CLIENT_ORIGINS'] ??= `http://localhost:${consolePort},http://127.0.0.1:${consolePort}`
const carrier = runProgram('scripts/carrier/main.ts', env)
const server = runProgram(
  'api/main.ts',
  env,
  [],
  ['--watch-path=./api', '--watch-path=./db', '--watch-preserve-output'],
)
await vite.listen()
await answers(`http://127.0.0.1:${config.port}/readyz`, server, 30_000)
vite.printUrls()
process.stdout
  .write(`  Server:          http://127.0.0.1:${config.port}/ (port ${config.port}; it restarts when its sources change)
  Virtual handset: http://127.0.0.1:${config.carrierPort}/
${config.sampleCity ? sampleSignIns() : ''}  Ctrl-C stops.
`)

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await Promise.all([vite.close(), stopProgram(server), stopProgram(carrier)])
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
