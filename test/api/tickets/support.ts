import { systemActor } from '../../../api/vocabulary/actor.ts'
import { createDeskNotices } from '../../../api/desk-notices/desk-notices.ts'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import type { Counting } from '../../../api/clocks/clocks.types.ts'
import { createContacts } from '../../../api/contacts/contacts.ts'
import { createFollowUp } from '../../../api/followup/followup.ts'
import { endFollowUps } from '../../../api/followup/end-follow-ups.ts'
import { startFollowUp } from '../../../api/followup/start-follow-up.ts'
import { createTickets } from '../../../api/tickets/tickets.ts'
import type { Triage } from '../../../api/triage/triage.types.ts'
import { createNotices, type Notices } from '../../../api/notices/notices.ts'
import { rowOf, type NoticeName } from '../../../api/notices/notices.table.ts'
import type { TextArrival } from '../../../api/vocabulary/message.ts'
import type { Engine } from '../../../db/db.ts'
import { createTestWorld, type TestWorld } from '../../support/app.ts'
import { ticketLives } from '../../support/ticket-lives.ts'
import { inOrder } from '../../support/in-order.ts'

/** Working hours of the test city. */
export const counting: Counting = {
  calendar: createCalendar(),
  officeHours: { spans: [{ from: '09:00', to: '17:00' }], days: 'working' },
}

/** A classifier that proposes nothing and remembers what it was taught; likeness is the share of common characters. */
const plainTriage = (): Triage & { learnt: string[] } => {
  const learnt: string[] = []
  return {
    learnt,
    propose: (text) => ({
      language: 'zh',
      matters: [],
      kind: null,
      urgency: { value: 'normal', why: [] },
      place: null,
      unit: null,
      confident: false,
      danger: text.includes('煤气泄漏') ? { kind: 'gas', call: '119', words: ['煤气泄漏'] } : null,
    }),
    learn: ({ matterCode }) => void learnt.push(matterCode),
    likeness: (a, b) => {
      const [left, right] = [new Set(a), new Set(b)]
      const common = [...left].filter((one) => right.has(one)).length
      return common / Math.max(1, left.size + right.size - common)
    },
  }
}

interface SentNotice {
  citizenId: string
  ticketId: string | null
  notice: NoticeName
  params: Record<string, unknown>
}

/** Holds what a verb gives against what the text takes: a slip of a name would send a sentence with a hole in it. */
const checkParams = (notice: NoticeName, params: Readonly<Record<string, unknown>>) => {
  const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  const { zh, en } = rowOf(notice)
  for (const text of [zh, en]) {
    const used = named(text)
    const unused = Object.keys(params).filter((name) => name !== 'number' && !used.includes(name))
    const missing = named(text.replaceAll(/\[\[.*?\]\]/g, '')).filter((name) => !params[name])
    if (unused.length + missing.length > 0)
      throw new Error(`${notice}: missing ${missing.join(', ')}; not used: ${unused.join(', ')}`)
  }
}

/** Tickets and follow-up over the small city; texts to citizens are rendered by the real table and kept in `notices`. */
export const createTicketWorld = async (engine: Engine) => overWorld(await createTestWorld(engine))

/** The same over a city that is there already, for tests of routes. */
export const overWorld = <Parts extends TestWorld>(parts: Parts) => {
  const { deps, db, clock } = parts
  const sent: SentNotice[] = []
  const keys = new Set<string>()
  const cannotText = new Set<string>()
  let params: Record<string, unknown> = {}
  let notice: NoticeName = 'ticket.received'
  const real = createNotices({
    timeZone: deps.config.timeZone,
    textCitizen: async (_tx, _actor, { citizenId, ticketId, key, write }) => {
      write('zh')
      if (keys.has(key)) return
      keys.add(key)
      sent.push({ citizenId, ticketId, notice, params })
    },
  })
  const notices: Pick<Notices, 'tell' | 'render'> = {
    render: real.render,
    tell: (tx, actor, given) => {
      notice = given.notice.name
      params = { ...given.notice.params, number: given.to.ticket?.number }
      checkParams(notice, params)
      return real.tell(tx, actor, given)
    },
  }
  const triage = plainTriage()
  const menus = new Set<string>()
  const arrivals = new Map<string, TextArrival>()
  const ask = {
    ...deps,
    notices,
    mayText: async (_: unknown, citizenId: string) => !cannotText.has(citizenId),
    hasQuestion: async (_: unknown, citizenId: string) => menus.has(citizenId),
    arrivalOf: async (_: unknown, { ticketId }: { ticketId: string }) => arrivals.get(ticketId) ?? 'arrived',
  }
  const tickets = createTickets({
    ...deps,
    notices,
    counting,
    triage,
    startFollowUp: startFollowUp(ask),
    endFollowUps: endFollowUps(ask),
  })
  const contacts = createContacts({
    ...deps,
    citizens: parts.citizens,
    tickets,
    triage,
    notices,
    deskNotices: createDeskNotices(deps),
  })
  const followUps = createFollowUp({ ...ask, counting, act: tickets.act, settings: tickets.deps.settings })

  const lives = ticketLives({ ...parts, tickets })
  const rows = {
    ticket: (id: string) => tickets.mustFindTicket(db, systemActor('test'), id),
    timeline: async (ticketId: string) =>
      inOrder(await db.q.select().from(db.t.timelineEntry)).filter((row) => row.ticketId === ticketId),
    assignments: async (ticketId: string) =>
      inOrder(await db.q.select().from(db.t.assignment)).filter((row) => row.ticketId === ticketId),
    followUps: async (ticketId: string) =>
      inOrder(await db.q.select().from(db.t.followUp)).filter((row) => row.ticketId === ticketId),
  }
  return {
    ...parts,
    clock,
    notices: sent,
    cannotText,
    /** Citizens whom another numbered question waits for. */
    menus,
    /** How far the texts about a ticket came; they arrive unless told otherwise. */
    arrivals,
    triage,
    tickets,
    contacts,
    followUps,
    ...lives,
    rows,
  }
}
export type TicketWorld = Awaited<ReturnType<typeof createTicketWorld>>
