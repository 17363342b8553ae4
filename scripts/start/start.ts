import { ConfigError, readConfig } from '../../api/platform/config.ts'
import { settingsSentence } from '../../api/platform/settings.mjs'
import { startFaults } from '../../api/start/start.sentences.ts'
import { beyondRepair, inBoth, type Said } from '../../api/start/start-fault.ts'
import { buildConsole } from '../build/console.ts'
import { answers, portIsFree, runProgram, serverFlags } from './child.ts'
import { fillSampleCity } from './fill-sample-city.ts'
import { withLocalSecrets } from './secrets.ts'
import { sampleSignIns } from './sample-sign-ins.ts'
import { supervise, type Supervised } from './supervise.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const fail = (text: string): never => {
  process.stderr.write(text)
  process.exit(beyondRepair)
}

const production = process.env['NODE_ENV'] === 'production'
const dataDir = process.env['DATA_DIR'] || './data'
/** A live account is one whose credentials were given and whose API address was not bent to a practice carrier. */
const live = Boolean(
  process.env['TWILIO_ACCOUNT_SID'] && process.env['TWILIO_AUTH_TOKEN'] && !process.env['TWILIO_API_URL'],
)
const practice = !production && !live

const env: NodeJS.ProcessEnv = production ? { ...process.env } : withLocalSecrets(process.env, dataDir)
if (practice) env['TWILIO_API_URL'] ??= `http://127.0.0.1:${env['CARRIER_PORT'] ?? 8312}`

const config = (() => {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return fail(settingsSentence(error.message))
    throw error
  }
})()
env['PUBLIC_URL'] ??= config.publicUrl

const started = performance.now()
// Asked before anything is built: whoever has the port would answer in our place.
if (!(await portIsFree(config.port, config.host))) fail(inBoth(startFaults.port(config.port, 'PORT')))
if (practice && !(await portIsFree(config.carrierPort, '127.0.0.1')))
  fail(inBoth(startFaults.port(config.carrierPort, 'CARRIER_PORT')))
if ((await buildConsole()) === 'built') say('Console built.')
if (config.sampleCity) await fillSampleCity(config, say, fail)

const programs: Supervised[] = []
let stopping = false
const stop = async (code: number) => {
  if (stopping) return
  stopping = true
  await Promise.all([...programs].reverse().map((program) => program.stop()))
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
process.on('disconnect', () => void stop(0))

const keep = (name: Said, script: string, flags: string[] = []) => {
  const program = supervise({
    name,
    begin: () => runProgram(script, env, [], flags),
    gaveUp: (code) => void stop(code),
  })
  programs.push(program)
  return program
}
// Both at once: the server says nothing to the carrier before it has something to send, and tries again.
const carrier = practice ? keep({ zh: '练习运营商', en: 'practice carrier' }, 'scripts/carrier/main.ts') : null
const server = keep({ zh: '服务器', en: 'server' }, 'api/main.ts', serverFlags)
const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`

/** Waits until a program answers, whichever start of it that is; it says itself what it waits for. */
const ready = async (program: Supervised, url: string) => {
  while (!stopping && !(await answers(url, program.current()))) await new Promise((resolve) => setTimeout(resolve, 100))
}
if (carrier) await ready(carrier, `http://127.0.0.1:${config.carrierPort}/`)
await ready(server, `${address}/readyz`)
if (!stopping)
  say(`
Yixian 一线 is ready (${((performance.now() - started) / 1000).toFixed(1)} s).

  Console            ${address}/
  API description    ${address}/api/openapi.json${practice ? `\n  Virtual handset    http://127.0.0.1:${config.carrierPort}/` : ''}
${config.sampleCity ? sampleSignIns() : ''}
Ctrl-C stops.`)
