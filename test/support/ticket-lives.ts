import { systemActor, type Actor, type CitizenActor } from '../../api/vocabulary/actor.ts'
import type { NewTicket } from '../../api/tickets/opening/new-ticket.types.ts'
import type { Ticket, Tickets } from '../../api/tickets/tickets.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import type { TestWorld } from './app.ts'
import type { WorldStaff } from './world.ts'

/** Lives of tickets, by the program's own verbs: rubbish in Binjiang street (district Hedong) unless told otherwise. */
export const ticketLives = ({
  db,
  world,
  actor,
  citizens,
  tickets,
}: Pick<TestWorld, 'db' | 'world' | 'actor'> & {
  citizens: Pick<TestWorld['citizens'], 'findOrCreateCitizenIn'>
  tickets: Pick<Tickets, 'act' | 'openTicketIn'>
}) => {
  let phones = 0
  /** A citizen, a new one unless the number (E.164) is known, as they act themselves. */
  const citizen = async (
    phone = `+86138${String(++phones).padStart(8, '0')}`,
  ): Promise<CitizenActor & { phone: string }> => {
    const row = await db.tx((tx) => citizens.findOrCreateCitizenIn(tx, phone, 'zh'))
    return { kind: 'citizen', id: row.id, name: '市民', phone }
  }
  const act = (
    ticket: Pick<Ticket, 'id'>,
    by: WorldStaff | Actor,
    action: TicketAction,
    input: unknown = {},
  ): Promise<Ticket> => tickets.act.act(typeof by === 'string' ? actor(by) : by, { ticketId: ticket.id, action, input })
  const open = async (over: Partial<NewTicket> = {}): Promise<Ticket> => {
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
    act(await handling(over), 'hedong-binjiang-1', 'answer', {
      text: '垃圾已清运，今后每天两次。',
      result: '已协调环卫清运。',
    })
  const reviewed = async (over: Partial<NewTicket> = {}) => act(await answered(over), 'reviewer1', 'passReview')
  return { citizen, act, open, dispatched, handling, answered, reviewed }
}
