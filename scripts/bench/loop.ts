import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '../../db/db.ts'
import { openDb } from '../../db/open.ts'
import { startCity, type City } from '../start/city.ts'
import { offerOf } from './loop/offers.store.ts'
import { openClient, type Client } from './lives/client.ts'
import { quantiles } from './quantiles.ts'
import { signedText } from './signed-texts.ts'

const supervisor = 'lead1'
/** Their telephones ring. */
const agents = ['agent1', 'agent2', 'agent3', 'agent4'] as const
const line = '+862155512345'

/** What keeps the readers busy: searches for common, rare and absent words, lists of everything, rates over as long as may be asked for. */
const heavy = (now: Date): readonly string[] => {
  const day = (back: number) => new Date(now.getTime() - back * 86_400_000).toISOString()
  const period = `from=${day(366)}&to=${day(0)}`
  return [
    '/api/tickets?view=all&sort=created&q=%E8%B7%AF%E7%81%AF',
    '/api/tickets?view=closed&sort=updated&q=%E9%AA%86%E9%A9%BC%E9%A9%BC%E5%B3%B0',
    `/api/rates?${period}&level=street`,
    `/api/rates?${period}&level=bureau`,
    '/api/tickets?view=closed&sort=updated&kind=complaint&urgency=critical',
    '/api/audit?size=100',
    '/api/tickets/counts',
  ]
}

/** Asks the whole list again and again, each question in a lane of its own, until told to stop; how often each was answered by what. */
const askAll = async (client: Client, paths: readonly string[], stop: AbortSignal) => {
  const seen = new Map<string, Map<number, number>>()
  await Promise.all(
    paths.map(async (path) => {
      const statuses = new Map<number, number>()
      seen.set(path, statuses)
      while (!stop.aborted) {
        const status = await client.read(supervisor, path)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 503) await sleep(1_000)
      }
    }),
  )
  return seen
}

/** Texts at a steady pace; how long the carrier waited for each answer, ms. */
const textSteadily = async (city: City, client: Client, count: number, everyMs: number): Promise<number[]> => {
  const source = { ...city.config.twilio, url: `${city.config.publicUrl}/twilio/messages/incoming`, to: line }
  const first = Math.floor(Math.random() * 9_000) * 10_000
  const texts = Array.from({ length: count }, (_, n) =>
    signedText(source, `+86138${String(first + n).padStart(8, '0')}`, '中山北路1200弄门口路灯坏了三天。'),
  )
  const times: number[] = []
  await Promise.all(
    texts.map(async (text, at) => {
      await sleep(at * everyMs)
      const start = performance.now()
      await client.text(text)
      times.push(performance.now() - start)
    }),
  )
  return times
}

/** Rings the hotline, hangs up when the call was offered to an agent whose telephone rings, and again; from each queueing to its offer, ms. */
const callSteadily = async (
  { carrierUrl }: City,
  client: Client,
  db: Db,
  agent: (typeof agents)[number],
  stop: AbortSignal,
): Promise<number[]> => {
  const { token } = await client.ask(agent, 'GET', '/api/softphone/token')
  const phone = fetch(`${carrierUrl}/client/v1/events?token=${token}`, { signal: stop })
  void phone.then((answer) => answer.body?.pipeTo(new WritableStream())).catch(() => {})
  const ask = async (path: string, body: object): Promise<{ sid: string }> => {
    const answer = await fetch(`${carrierUrl}/control/calls${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { sid: string } // the practice carrier's card of the call
  }
  const offers: number[] = []
  const first = Math.floor(Math.random() * 9_000) * 10_000
  for (let n = 0; !stop.aborted; n++) {
    await client.ask(agent, 'POST', '/api/presence/ready')
    const from = `+86139${String(first + n).padStart(8, '0')}`
    const { sid } = await ask('', { from, to: line })
    for (let offer = null; offer === null && !stop.aborted; await sleep(200)) {
      offer = await offerOf(db, from)
      if (offer !== null) offers.push(offer)
    }
    await ask(`/${sid}/hangup`, {})
    await sleep(500)
  }
  return offers
}

/** The loop's longest stop in each second, ms, as the server itself tells. */
const watchLoop = async ({ config: { publicUrl } }: City, stop: AbortSignal): Promise<number[]> => {
  const stops: number[] = []
  while (!stop.aborted) {
    await sleep(1_000)
    const answer = await fetch(`${publicUrl}/metrics`)
    const found = /^yixian_loop_longest_stop_seconds ([\d.e-]+)$/m.exec(await answer.text())
    stops.push(Number(found?.[1]) * 1000)
  }
  return stops
}

/**
 * `npm run bench -- loop FOLDER [SECONDS]`: whether the telephone is answered while the worst searches, lists and reports run: how long the carrier waits for the answer to a
 * text (five a second), from a caller's being queued to the offer to an agent, and the loop's longest stop; first with nothing beside it.
 */
export const run = async (args: string[]) => {
  const [at = '', seconds = '60'] = args
  const databaseUrl = process.env['DATABASE_URL']
  const city = await startCity({
    at,
    ...(databaseUrl && { databaseUrl }),
    settings: { TEXTS_PER_SECOND: '2000' },
  })
  const db = await openDb(city.config.databaseUrl)
  const client = await openClient(city.config.publicUrl, 40, [supervisor, ...agents])
  try {
    for (const [name, paths] of [
      ['alone', []],
      ['beside searches, lists and reports', heavy(new Date())],
    ] as const) {
      const stop = new AbortController()
      const [asked, calls, loop] = [
        askAll(client, paths, stop.signal),
        Promise.all(agents.map((agent) => callSteadily(city, client, db, agent, stop.signal))),
        watchLoop(city, stop.signal),
      ]
      const texts = quantiles(await textSteadily(city, client, Number(seconds) * 5, 200))
      stop.abort()
      const [statuses, offered, stops] = await Promise.all([asked, calls, loop])
      const offer = quantiles(offered.flat())
      const longest = quantiles(stops)
      process.stdout.write(`
${name}
text acknowledged    p50 ${texts.p50.toFixed(1)} ms, p99 ${texts.p99.toFixed(1)} ms (${Number(seconds) * 5})
call offered         p50 ${offer.p50.toFixed(0)} ms, p99 ${offer.p99.toFixed(0)} ms (${offered.flat().length})
loop's longest stop  p50 ${longest.p50.toFixed(1)} ms, worst ${Math.max(...stops).toFixed(1)} ms, of each second
${[...statuses].map(([path, found]) => `${path}  ${[...found].map(([status, times]) => `${status}: ${times}`).join(', ')}`).join('\n')}
`)
    }
  } finally {
    await client.close()
    await db.close()
    await city.stop()
  }
}
