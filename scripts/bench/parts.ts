import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../api/platform/config.ts'
import { createServices } from '../../api/services.ts'
import { parseForm, toParams } from '../../api/telephony/twilio/webhook/form.ts'
import { createVerify } from '../../api/telephony/twilio/webhook/signature.ts'
import { toIncomingText } from '../../api/telephony/twilio/messages/incoming-text.ts'
import { seedSampleCity } from '../sample-city/seed.ts'
import { stories } from '../sample-city/stories/index.ts'
import { answers, freePort, runProgram, stopProgram } from '../start/child.ts'
import { withLocalSecrets } from '../start/secrets.ts'
import { sendAll } from './load.ts'
import { endsOf, writeAgain } from './same-rows.ts'
import { signedTexts, type TextRequest } from './signed-texts.ts'

/** Share of the echo that intake is meant to reach. */
const goal = 0.4

const line = (name: string, ms: number) =>
  `${name.padEnd(44)} ${ms.toFixed(3).padStart(7)} ms   ${(1000 / ms).toFixed(0).padStart(7)}/s\n`

/** Processor time of the given work, ms for each text. */
const each = async (texts: readonly TextRequest[], work: (text: TextRequest) => unknown, lanes = 1) => {
  let next = 0
  const lane = async () => {
    for (let text = texts[next++]; text; text = texts[next++]) await work(text)
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return (performance.now() - start) / texts.length
}

/** A small server of ours by itself, at `url`, and what the load generator needs for each request. */
const measureServer = async (
  script: string,
  env: NodeJS.ProcessEnv,
  url: string,
  texts: readonly TextRequest[],
  warm: number,
) => {
  const server = runProgram(script, env)
  try {
    if (!(await answers(new URL('/readyz', url).href, server, 10_000))) throw new Error(`${script} did not start`)
    await sendAll(url, texts.slice(0, warm), 32)
    const before = process.cpuUsage()
    const { perSecond } = await sendAll(url, texts.slice(warm), 32)
    const { user, system } = process.cpuUsage(before)
    return { perSecond, http: 1000 / perSecond, load: (user + system) / 1000 / (texts.length - warm) }
  } finally {
    await stopProgram(server)
  }
}

/**
 * What a text costs part by part, each part alone and nothing else running: the echo's HTTP, the signature, the classifying, the same rows
 * by bare statements; and the whole act of the product in this process. Tells how much of the echo a webhook reaches that stores one row and
 * makes no ticket, and how many cores the parts alone would take at the aim of `intake`. SQLite only.
 */
export const run = async (args: string[]) => {
  const count = Number(args[0] ?? 6_000)
  const warm = Math.ceil(count / 4)
  const folder = await mkdtemp(join(tmpdir(), 'yixian-parts-'))
  const file = join(folder, 'yixian.db')
  try {
    const env = { ...withLocalSecrets({ ...process.env, DATA_DIR: folder }, folder), NODE_ENV: 'development' }
    const port = String(await freePort())
    const address = { ...env, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error' }
    const config = readConfig({ ...address, DATABASE_URL: `file:${file}` })
    await seedSampleCity(config, () => {}, { stories: 0 })
    const services = await createServices(config)
    const url = `${config.publicUrl}/twilio/messages/incoming`
    const { accountSid, authToken } = config.twilio
    const texts = signedTexts(
      { url, accountSid, authToken, to: '+862155512345', sentences: stories.map(({ text }) => text) },
      warm + count,
    )
    const [early, late] = [texts.slice(0, warm), texts.slice(warm)]
    const verify = createVerify(authToken)
    const check = ({ body, signature }: TextRequest) => {
      if (!verify(signature, url, parseForm(body) ?? [])) throw new Error('the signature must hold')
    }
    const incoming = ({ body, token }: TextRequest) => toIncomingText(toParams(parseForm(body) ?? []), token)
    const classify = (text: TextRequest) => services.triage.propose(incoming(text).body)
    const receive = (text: TextRequest) => services.messages.receive(incoming(text))

    const echo = await measureServer('scripts/bench/echo.ts', address, url, texts, warm)
    const oneRowEnv = { ...address, DATABASE_URL: `file:${join(folder, 'one-row.db')}` }
    const oneRow = await measureServer('scripts/bench/one-row.ts', oneRowEnv, url, texts, warm)
    await each(early, check)
    const signature = await each(late, check)
    await each(early, classify)
    const triage = await each(late, classify)
    await each(early, receive, 32)
    const ends = endsOf(file)
    const whole = await each(late, receive, 32)
    await services.stop()
    const again = writeAgain(file, ends, count)
    const rows = again.ms / count

    const least = echo.http + signature + triage + rows
    const wanted = goal * echo.perSecond
    process.stdout.write(`
a text, part by part, each alone (${count} texts, 32 at a time)
${line('HTTP: the bare echo', echo.http)}${line('reading the form, checking the signature', signature)}${line('reading the form, classifying', triage)}${line(`the same ${(again.rows / count).toFixed(1)} rows by bare statements`, rows)}${line('the four together', least)}${line("the product's act without HTTP and signature", whole)}${line('the load generator', echo.load)}
the signature checked and one row on the disk, nothing else: ${oneRow.perSecond.toFixed(0)}/s, ${(oneRow.perSecond / echo.perSecond).toFixed(2)} of the echo
at ${goal} of the echo (${wanted.toFixed(0)}/s) the four and the load generator take ${((wanted * (least + echo.load)) / 1000).toFixed(2)} cores of ${availableParallelism()}
`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
