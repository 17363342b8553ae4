import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { openDb } from '../../db/open.ts'
import { startCity, type City } from '../start/city.ts'
import { sendAll } from './load.ts'
import { signedTexts, type TextRequest } from './signed-texts.ts'

const line = '+862155512345'

/** Whom the carrier was asked to text, each time it was. */
const texted = async ({ carrierUrl, config }: City): Promise<string[]> => {
  const { accountSid, authToken } = config.twilio
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const found: string[] = []
  let next: string | null = `/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1000`
  while (next !== null) {
    const answer = await fetch(carrierUrl + next, { headers: { authorization } })
    const page = asPage(await answer.json())
    found.push(...page.messages.filter(({ direction }) => direction !== 'inbound').map(({ to }) => to))
    next = page.next_page_uri
  }
  return found
}
interface Page {
  messages: { to: string; direction: string }[]
  next_page_uri: string | null
}
/** The practice carrier's own list; its shape is tested where it is made. */
const asPage = (value: unknown): Page => value as Page

/**
 * The server is killed (SIGKILL) again and again while texts pour in, started each time, and in the end everything is sent once more, as a
 * carrier repeats what was not answered. Prints what was lost, what became two tickets, and who was texted twice. `kills` [10], `texts` [2000].
 */
export const run = async (args: string[]) => {
  const [kills, count] = [Number(args[0] ?? 10), Number(args[1] ?? 2_000)]
  const databaseUrl = process.env['DATABASE_URL']
  const city = await startCity({ stories: 0, ...(databaseUrl && { databaseUrl }) })
  try {
    const { accountSid, authToken } = city.config.twilio
    const url = `${city.config.publicUrl}/twilio/messages/incoming`
    const texts = signedTexts({ url, accountSid, authToken, to: line, sentences: ['门口的路灯坏了三天'] }, count)
    const answered = new Set<string>()
    let reached = () => {}
    const note = ({ sid }: TextRequest, status: number) => {
      if (status === 200) answered.add(sid)
      reached()
    }
    /** Until so many were answered, whatever an engine needs for one. */
    const untilAnswered = (most: number) =>
      new Promise<void>((resolve) => {
        reached = () => answered.size >= most && resolve()
        reached()
      })
    const each = Math.ceil(count / kills)
    for (let at = 0; at < kills; at++) {
      const before = answered.size
      const pour = sendAll(url, texts.slice(at * each, (at + 1) * each), 8, note)
      // At another moment of the pour each time, from its first text to nearly its last; what goes out lies in between as well.
      await Promise.race([pour, untilAnswered(before + Math.max(1, Math.floor((each * at) / kills)))])
      await city.kill()
      await pour
      await city.restart()
      process.stdout.write(`kill ${at + 1}: ${answered.size - before} of ${each} were answered before it\n`)
    }
    const kept = await keptSids(city)
    const lost = [...answered].filter((sid) => !kept.has(sid)).length
    const again = await sendAll(url, texts, 8)
    for (let before = -1, now = 0; before !== now; before = now, now = (await texted(city)).length) await sleep(5_000)
    const receivers = await texted(city)
    const db = await openDb(city.config.databaseUrl)
    const tickets = await db.q.select({ citizenId: db.t.ticket.citizenId }).from(db.t.ticket)
    const unknown = await db.q.$count(db.t.message, eq(db.t.message.status, 'unknown'))
    await db.close()
    process.stdout.write(`
${kills} kills, ${count} texts, ${city.config.databaseUrl.startsWith('file:') ? 'SQLite' : 'PostgreSQL'}
answered before their kill   ${answered.size}, of them lost: ${lost}
sent again                   ${again.answered} answered, ${again.failed} failed
tickets                      ${tickets.length}, of ${new Set(tickets.map(({ citizenId }) => citizenId)).size} citizens (two of one: a twin)
texted                       ${receivers.length}, of them twice: ${receivers.length - new Set(receivers).size}; left unknown: ${unknown}
`)
  } finally {
    await city.stop()
  }
}

/** The carrier's ids of the texts that are kept. */
const keptSids = async ({ config }: City) => {
  const db = await openDb(config.databaseUrl)
  const rows = await db.q.select({ sid: db.t.message.carrierRef }).from(db.t.message)
  await db.close()
  return new Set(rows.map(({ sid }) => sid))
}
