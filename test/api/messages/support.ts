import { and, asc, eq } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDeskNotices } from '../../../api/desk-notices/desk-notices.ts'
import { createContacts } from '../../../api/contacts/contacts.ts'
import { createCitizens } from '../../../api/citizens/citizens.ts'
import { createFollowUp } from '../../../api/followup/followup.ts'
import { endFollowUps } from '../../../api/followup/end-follow-ups.ts'
import { startFollowUp } from '../../../api/followup/start-follow-up.ts'
import { createMessages, messagesJobs } from '../../../api/messages/messages.ts'
import type { IncomingText } from '../../../api/telephony/text-events.types.ts'
import { messagesRoutes } from '../../../api/telephony/twilio/messages/messages.routes.ts'
import { createNotices } from '../../../api/notices/notices.ts'
import { createTexting } from '../../../api/messages/sending/texting.ts'
import type { Config } from '../../../api/platform/config.ts'
import { createFolderFiles } from '../../../api/platform/files/folder-files.ts'
import { createFrame } from '../../../api/platform/server/frame.ts'
import { createMetrics } from '../../../api/platform/figures/metrics.ts'
import { createOutbox } from '../../../api/platform/outbox.ts'
import type { Fetched, Placed } from '../../../api/telephony/outcomes.types.ts'
import type { OutgoingText } from '../../../api/telephony/telephony.port.ts'
import { verifyWebhook } from '../../../api/telephony/twilio/webhook/verify-webhook.ts'
import { createTickets } from '../../../api/tickets/tickets.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import type { Proposal, Triage } from '../../../api/triage/triage.types.ts'
import type { Engine } from '../../../db/db.ts'
import { frameCarrier } from '../../support/quiet-carrier.ts'
import { createTestWorld, type TestWorld } from '../../support/app.ts'
import type { WorldStaff } from '../../support/world.ts'
import { counting } from '../tickets/support.ts'
import { inOrder } from '../../support/in-order.ts'

/** A classifier by three key words, so that a test says what it proposes. Likeness is the share of common characters. */
const keywordTriage = (): Pick<Triage, 'propose' | 'learn' | 'likeness'> => ({
  propose: (text): Proposal => {
    const code = /水管|water pipe/i.test(text)
      ? 'municipal.water.burst-pipe'
      : /退款|refund/i.test(text)
        ? 'market.consumer.refund'
        : null
    return {
      language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
      matters: code === null ? [] : [{ code, confidence: 0.9, why: [] }],
      kind: code === null ? null : { value: 'help', confidence: 0.9 },
      urgency: { value: 'normal', why: [] },
      place: null,
      unit: null,
      confident: code !== null,
      danger: /煤气泄漏|gas leak/i.test(text) ? { kind: 'gas', call: '119', words: ['煤气泄漏'] } : null,
    }
  },
  learn: () => {},
  likeness: (a, b) => {
    const [left, right] = [new Set(a), new Set(b)]
    const common = [...left].filter((one) => right.has(one)).length
    return common / Math.max(1, left.size + right.size - common)
  },
})

/** A carrier that writes down what it is asked to send and answers as told; the real adapter has tests of its own. */
export const scriptedCarrier = () => {
  const sent: OutgoingText[] = []
  let next: Placed | null = null
  let media: Fetched = { refused: 'none' }
  const byAddress = new Map<string, Fetched>()
  return {
    sent,
    answerOnce: (placed: Placed) => {
      next = placed
    },
    /** What every address serves, or one of them. */
    serveMedia: (fetched: Fetched, address?: string) => {
      if (address === undefined) media = fetched
      else byAddress.set(address, fetched)
    },
    sendText: async (text: OutgoingText): Promise<Placed> => {
      const placed = next ?? { ref: `SM${String(sent.length + 1).padStart(32, 'e')}` }
      next = null
      if ('ref' in placed || 'unknown' in placed) sent.push(text)
      return placed
    },
    textsTo: async () => [],
    fetchMedia: async (address: string) => byAddress.get(address) ?? media,
  }
}

export const hotlineNumber = '+862155512345'
const citizenNumber = '+8613812340001'

/** Messages, tickets and follow-up as the program composes them, over the small city. */
export const composeMessages = (parts: TestWorld, telephony: Parameters<typeof createMessages>[0]['telephony']) => {
  const { deps, db, clock, actor } = parts
  const triage = keywordTriage()
  const outbox = createOutbox(deps)
  const citizens = createCitizens(deps)
  const texting = createTexting({ ...deps, telephony, outbox })
  const notices = createNotices({ textCitizen: texting.textCitizen, timeZone: deps.config.timeZone })
  const ask = { ...deps, notices, ...texting.asking }
  const tickets = createTickets({
    ...deps,
    notices,
    counting,
    triage: { ...triage },
    startFollowUp: startFollowUp(ask),
    endFollowUps: endFollowUps(ask),
  })
  const contacts = createContacts({ ...deps, citizens, tickets, triage, notices, deskNotices: createDeskNotices(deps) })
  const followUps = createFollowUp({ ...ask, counting, act: tickets.act, settings: tickets.deps.settings })
  const messages = createMessages({
    ...deps,
    telephony,
    outbox,
    triage,
    findOrCreateCitizenIn: citizens.findOrCreateCitizenIn,
    tickets: tickets.act,
    contacts,
    followUp: followUps,
    files: createFolderFiles(deps.config.dataDir),
    notices,
    textLost: texting.textLost,
  })
  texting.onLost(followUps.textLost)
  const app = createFrame({ ids: deps.ids, log: deps.log, metrics: createMetrics(), carrier: frameCarrier })
  const metrics = createMetrics()
  app.use('/twilio/*', verifyWebhook({ config: deps.config, clock: deps.clock, log: deps.log, metrics }))
  app.route('/twilio/messages', messagesRoutes(messages))

  let texts = 0
  const incoming = (body: string, over: Partial<IncomingText> = {}): IncomingText => ({
    ref: `SM${String(++texts).padStart(32, 'a')}`,
    deliveryToken: null,
    from: citizenNumber,
    to: hotlineNumber,
    body,
    media: [],
    optOut: null,
    ...over,
  })
  const tables = {
    tickets: async () => inOrder(await db.q.select().from(db.t.ticket)),
    messages: async () => inOrder(await db.q.select().from(db.t.message)),
    contacts: async () => inOrder(await db.q.select().from(db.t.contact)),
    optOuts: () => db.q.select().from(db.t.optOut).execute(),
    dialogues: () => db.q.select().from(db.t.dialogue).execute(),
    attachments: async () => inOrder(await db.q.select().from(db.t.attachment)),
    live: () => db.q.select().from(db.t.liveEvent).execute(),
    timeline: async (ticketId: string) =>
      inOrder(await db.q.select().from(db.t.timelineEntry)).filter((row) => row.ticketId === ticketId),
  }
  /** Texts the hotline and answers what it wrote back (newest, after this text). */
  const text = async (body: string, over: Partial<IncomingText> = {}): Promise<string> => {
    // What a follow-up asked has been sent and read by then.
    const asked = (await tables.messages()).some(
      ({ status, notice }) => status === 'pending' && notice?.startsWith('followUp.') === true,
    )
    if (asked) await outbox.runDue()
    clock.advance(5_000)
    const at = clock.now()
    await messages.receive(incoming(body, over))
    const { message } = db.t
    const fresh = await db.q
      .select({ body: message.body })
      .from(message)
      .where(and(eq(message.createdAt, at), eq(message.direction, 'out')))
      .orderBy(asc(message.id))
    return fresh.map((row) => row.body).join('\n')
  }
  const act = (ticketId: string, by: WorldStaff, action: TicketAction, input: unknown = {}) =>
    tickets.act.act(actor(by), { ticketId, action, input })
  /** Takes a confident ticket through its unit to the follow-up. */
  const toFollowUp = async (ticketId: string) => {
    await act(ticketId, 'dispatcher1', 'dispatch')
    await act(ticketId, 'water-bureau-1', 'sign')
    await act(ticketId, 'water-bureau-1', 'answer', { text: '水管已抢修完毕。', result: '已抢修。' })
    await act(ticketId, 'reviewer1', 'passReview')
  }
  const { messages: messages_, contacts: contacts_, tickets: tickets_, ...others } = tables
  return {
    ...parts,
    ...others,
    messages_,
    contacts_,
    tickets_,
    contacts,
    outbox,
    texting,
    tickets,
    followUps,
    messages,
    jobs: messagesJobs(messages),
    app,
    metrics,
    incoming,
    text,
    act,
    toFollowUp,
  }
}

export const createMessageWorld = async (engine: Engine, config: Partial<Config> = {}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'yixian-messages-'))
  const parts = await createTestWorld(engine, { dataDir, ...config })
  const carrier = scriptedCarrier()
  const close = async () => {
    await parts.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { ...composeMessages(parts, carrier), carrier, close }
}
export type MessageWorld = Awaited<ReturnType<typeof createMessageWorld>>
