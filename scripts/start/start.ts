import { ConfigError, readConfig, sampleSecrets } from '../../api/platform/config.ts'
import { buildConsole } from '../build/console.ts'
import { answers, runProgram, serverFlags, stopProgram } from './child.ts'
import { withLocalSecrets } from './secrets.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

const production = process.env['NODE_ENV'] === 'production'
const dataDir = process.env['DATA_DIR'] || './data'
/** A live account is one whose credentials were given and whose API address was not bent to a practice carrier. */
const live = Boolean(process.env['TWILIO_ACCOUNT_SID'] && process.env['TWILIO_AUTH_TOKEN'] && !process.env['TWILIO_API_URL'])
const practice = !production && !live

const env: NodeJS.ProcessEnv = production ? { ...process.env } : withLocalSecrets(process.env, dataDir)
if (practice) env['TWILIO_API_URL'] ??= `http://127.0.0.1:${env['CARRIER_PORT'] ?? 8312}`

const config = (() => {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return fail(`The settings are not right:\n${error.message}\nThe README lists every setting.`)
    throw error
  }
})()
env['PUBLIC_URL'] ??= config.publicUrl

const started = performance.now()
if ((await buildConsole()) === 'built') say('Console built.')
if (config.sampleCity) {
  const { seedSampleCity } = await import('../sample-city/seed.ts')
  const seeded = await seedSampleCity(config, (text) => say(text))
  if (seeded) say(`Sample city ready: ${seeded.units} units, ${seeded.matters} matters, ${seeded.tickets} tickets.`)
}

const children: ReturnType<typeof runProgram>[] = []
let stopping = false
const stop = async (code: number) => {
  if (stopping) return
  stopping = true
  await Promise.all([...children].reverse().map(stopProgram))
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

if (practice) {
  const carrier = runProgram('scripts/carrier/main.ts', env)
  children.push(carrier)
  if (!(await answers(`http://127.0.0.1:${config.carrierPort}/`, carrier, 15_000)))
    await stop(1).finally(() => fail(`The practice carrier did not start on port ${config.carrierPort}. Is the port taken? Set CARRIER_PORT.`))
}
const server = runProgram('api/main.ts', env, [], serverFlags)
children.push(server)
const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`
if (!(await answers(`${address}/readyz`, server, 30_000))) await stop(1)
for (const child of children) child.once('exit', (code) => void stop(code ?? 1))

say(`
Yixian 一线 is ready (${((performance.now() - started) / 1000).toFixed(1)} s).

  Console            ${address}/
  API description    ${address}/api/openapi.json${practice ? `\n  Virtual handset    http://127.0.0.1:${config.carrierPort}/` : ''}
${config.sampleCity ? sampleSignIns() : ''}
Ctrl-C stops.`)

function sampleSignIns() {
  const people = [
    ['agent1', 'agent: takes calls and texts'],
    ['dispatch1', 'dispatcher'],
    ['housing-bureau-1', 'unit staff (a bureau)'],
    ['putuo-changfeng-1', 'unit staff (a street)'],
    ['review1', 'reviewer'],
    ['follow1', 'follow-up'],
    ['lead1', 'supervisor'],
    ['admin', 'administrator'],
  ]
  return `
  Sample sign-ins, all with the password ${sampleSecrets.password} (sample data, refused in production):
${people.map(([name, role]) => `    ${(name ?? '').padEnd(20)} ${role}`).join('\n')}
`
}
