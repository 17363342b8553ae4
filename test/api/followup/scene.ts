import type { CitizenActor } from '../../../api/vocabulary/actor.ts'
import type { TicketWorld } from '../tickets/support.ts'

type World = Pick<TicketWorld, 'actor' | 'cannotText' | 'citizen' | 'clock' | 'db' | 'followUps' | 'reviewed' | 'rows'>

/** A citizen texts, five seconds after what was before; null where nothing is asked of them. */
export const textIn = (w: World, citizen: CitizenActor, body: string) => {
  w.clock.advance(5_000)
  return w.db.tx(async (tx) => {
    const asking = await w.followUps.askingIn(tx, citizen.id)
    return asking ? w.followUps.recordReplyIn(tx, citizen, asking, body, w.clock.now()) : null
  })
}

/** The newest follow-up of a ticket. */
export const newestFollowUp = async (w: World, ticketId: string) => {
  const row = (await w.rows.followUps(ticketId)).at(-1)
  if (!row) throw new Error('nobody is asked')
  return row
}

/** Somebody on the call list, whom the follow-up desk has taken. */
export const listedIn = async (w: World) => {
  const citizen = await w.citizen()
  w.cannotText.add(citizen.id)
  const ticket = await w.reviewed({ citizenId: citizen.id })
  const { id } = await newestFollowUp(w, ticket.id)
  return { ticket, citizen, id, read: () => w.followUps.read(w.actor('followup1'), id) }
}
