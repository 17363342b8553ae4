import { ZodError } from 'zod'
import { ConfigError, readConfig, sampleSecrets } from '../../api/platform/config.ts'
import { buildConsole } from '../build/console.ts'
import { answers, endNote, portIsFree, runProgram, serverFlags, stopProgram } from './child.ts'
import { isStaffed } from './peek.ts'
import { withLocalSecrets } from './secrets.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

const fail = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(1)
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
    if (error instanceof ConfigError)
      return fail(`The settings are not right:\n${error.message}\nThe README lists every setting.`)
    throw error
  }
})()
env['PUBLIC_URL'] ??= config.publicUrl

const started = performance.now()
// Asked before anything is built: whoever has the port would answer in our place.
if (!(await portIsFree(config.port, config.host))) fail(`Port ${config.port} is taken. Set PORT.`)
if (practice && !(await portIsFree(config.carrierPort, '127.0.0.1')))
  fail(`Port ${config.carrierPort} is taken. Set CARRIER_PORT.`)
const staffed = await isStaffed(config.databaseUrl).catch((error: unknown) =>
  fail(
    `The database does not answer (DATABASE_URL): ${error instanceof Error ? error.message || error.name : String(error)}`,
  ),
)
if ((await buildConsole()) === 'built') say('Console built.')
const administrator = staffed ? null : await fill()

/** An empty database gets the sample city, or one administrator who fills it. */
async function fill() {
  if (config.sampleCity) {
    const { seedSampleCity } = await import('../sample-city/seed.ts')
    const seeded = await seedSampleCity(config, (text) => say(text))
    if (seeded) say(`Sample city ready: ${seeded.units} units, ${seeded.matters} matters, ${seeded.tickets} tickets.`)
    return null
  }
  const { makeFirstAdministrator } = await import('./first-administrator.ts')
  return makeFirstAdministrator(config, process.env['ADMIN_PASSWORD'] || undefined).catch((error: unknown) => {
    if (error instanceof ZodError) return fail('ADMIN_PASSWORD: 10 to 128 characters')
    throw error
  })
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

const begin = (script: string, flags: string[] = []) => {
  const child = runProgram(script, env, [], flags)
  children.push(child)
  return child
}
// Both at once: the server says nothing to the carrier before it has something to send, and tries again.
const carrier = practice ? begin('scripts/carrier/main.ts') : null
const server = begin('api/main.ts', serverFlags)
if (carrier && !(await answers(`http://127.0.0.1:${config.carrierPort}/`, carrier, 15_000))) {
  process.stderr.write(`The practice carrier did not start on port ${config.carrierPort}.\n`)
  await stop(1)
}
const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}`
if (!(await answers(`${address}/readyz`, server, 30_000))) {
  process.stderr.write(`The server did not start on port ${config.port}.\n`)
  await stop(1)
}
for (const child of children)
  child.once('exit', (code, signal) => {
    if (!stopping) process.stderr.write(endNote(child === server ? 'server' : 'practice carrier', code, signal))
    void stop(code ?? 1)
  })

say(`
Yixian 一线 is ready (${((performance.now() - started) / 1000).toFixed(1)} s).

  Console            ${address}/
  API description    ${address}/api/openapi.json${practice ? `\n  Virtual handset    http://127.0.0.1:${config.carrierPort}/` : ''}
${config.sampleCity ? sampleSignIns() : firstSignIn()}
Ctrl-C stops.`)

function firstSignIn() {
  if (!administrator) return ''
  const { username, password } = administrator
  return `
  The city is empty. Its administrator signs in as ${username} ${password === null ? 'with ADMIN_PASSWORD' : `with the password ${password} (shown this once)`}.
`
}

function sampleSignIns() {
  const people = [
    ['agent1', 'agent: takes calls and texts'],
    ['dispatch1', 'dispatcher'],
    ['human-resources-1', 'unit staff (a bureau)'],
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
