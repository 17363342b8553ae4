import { systemActor, type Actor, type CitizenActor } from '../../../api/access/actor.ts'
import type { NewTicket } from '../../../api/tickets/new-ticket.types.ts'
import type { TicketAction } from '../../../api/tickets/ticket.types.ts'
import type { TestApp } from '../../support/app.ts'
import type { WorldStaff } from '../../support/world.ts'

/** Lives of tickets in the whole program, by its own verbs: rubbish in Binjiang street (district Hedong) unless told otherwise. */
export const livesIn = (app: TestApp) => {
  const { services, db, world, actor } = app
  const { tickets } = services
  let phones = 0
  const citizen = async (
    phone = `+86138${String(++phones).padStart(8, '0')}`,
  ): Promise<CitizenActor & { phone: string }> => {
    const row = await db.tx((tx) => services.citizens.findOrCreateCitizenIn(tx, phone, 'zh'))
    return { kind: 'citizen', id: row.id, name: '市民', phone }
  }
  const act = (ticket: { id: string }, by: WorldStaff | Actor, action: TicketAction, input: unknown = {}) =>
    tickets.act.act(typeof by === 'string' ? actor(by) : by, { ticketId: ticket.id, action, input })
  const open = async (over: Partial<NewTicket> = {}) => {
    const citizenId = over.citizenId ?? (await citizen()).id
    const ticket: NewTicket = {
      channel: 'sms',
      lineId: null,
      contactId: null,
      text: '楼下垃圾堆了三天没人清运，臭得很。',
      citizenId,
      matterCode: 'municipal.order.rubbish',
      decidedBy: 'threshold',
      accept: true,
      districtId: world.units.hedong,
      streetId: world.units['hedong-binjiang'],
      ...over,
    }
    return db.tx((tx) => tickets.openTicketIn(tx, systemActor('test'), ticket))
  }
  const dispatched = async (over: Partial<NewTicket> = {}) => act(await open(over), 'dispatcher1', 'dispatch')
  const handling = async (over: Partial<NewTicket> = {}) => act(await dispatched(over), 'hedong-binjiang-1', 'sign')
  const answered = async (over: Partial<NewTicket> = {}) =>
    act(await handling(over), 'hedong-binjiang-1', 'answer', { text: '垃圾已清运。', result: '已协调环卫。' })
  const reviewed = async (over: Partial<NewTicket> = {}) => act(await answered(over), 'reviewer1', 'passReview')
  return { citizen, act, open, dispatched, handling, answered, reviewed }
}

/** How many rows each table has, and how many times any row was written as far as its version says: equal before and after means nothing changed. */
export const contents = async (
  { db }: Pick<TestApp, 'db'>,
  leaveOut: readonly string[] = [],
): Promise<Record<string, unknown>> => {
  const all: Record<string, unknown> = {}
  for (const [name, table] of Object.entries(db.t)) {
    if (leaveOut.includes(name)) continue
    const rows = await db.q.select().from(table)
    all[name] = rows.map((row) => JSON.stringify(row)).toSorted()
  }
  return all
}

/** One value for each path parameter of the program: ids that are well formed and belong to nothing. */
export const nothingAt: Record<string, string> = {
  'units/:id': 'unt_00000000000000000000',
  'staff/:id': 'stf_00000000000000000000',
  'matters/:code': 'no.such.matter',
  'citizens/:id': 'ctz_00000000000000000000',
  'articles/:id': 'art_00000000000000000000',
  'tickets/by-number/:number': '1234567897',
  'tickets/:id': 'tkt_00000000000000000000',
  'drafts/:id': 'drf_00000000000000000000',
  'attachments/:id': 'att_00000000000000000000',
  'threads/:citizenId': 'ctz_00000000000000000000',
  'calls/:id': 'cal_00000000000000000000',
  'recordings/:id': 'rec_00000000000000000000',
  'callbacks/:id': 'cbk_00000000000000000000',
  'follow-ups/:id': 'flw_00000000000000000000',
  'voice/room/:id': 'cal_00000000000000000000',
  'voice/outbound/:id': 'cal_00000000000000000000',
  'voice/queue/:id': 'cal_00000000000000000000',
  'voice/status/:id': 'cal_00000000000000000000',
  'voice/leg/:id': 'ofr_00000000000000000000',
}

/** A route's path with a value for each parameter. Throws for a parameter that has none here: whoever adds a route says what stands in it. */
export const addressOf = (path: string): string => {
  const filled = path.replaceAll(/[^/]+(?:\/[^/:]+)*\/:\w+/g, (part) => {
    const key = Object.keys(nothingAt).find((known) => part === known || part.endsWith(`/${known}`))
    if (key === undefined) throw new Error(`no sample value for ${part} of ${path}: add one to nothingAt`)
    return part.replace(/:\w+$/, nothingAt[key] ?? '')
  })
  if (filled.includes(':')) throw new Error(`no sample value for ${path}`)
  return filled
}

/** The routes of the program that a request can reach: middleware left out, each once. */
export const routesOf = (app: TestApp) => {
  const seen = new Map<string, { method: string; path: string }>()
  for (const { method, path } of app.app.routes)
    if (method !== 'ALL' && !path.includes('*')) seen.set(`${method} ${path}`, { method, path })
  return [...seen.values()]
}
