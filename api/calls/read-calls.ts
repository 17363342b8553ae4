import type { CallbackState } from '../vocabulary/call.ts'
import { callProblem } from './calls.errors.ts'
import { mayKnowOf } from '../vocabulary/accused.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { callersOf, findCaller, ticketNumbers, type CallWithCaller } from './board.store.ts'
import { listCallbacks, type CallbackRow } from './callbacks/callbacks.store.ts'
import { citizenWaits } from './call/call.machine.ts'
import type { CallsDeps, OpenTicket } from './calls.ports.ts'
import { findCall, findCallOfAgent, waitingCalls } from './call/calls.store.ts'
import { draftIdOf } from '../contacts/drafts.ts'
import { contactsBefore, readContact, type Contact } from '../contacts/read-contacts.ts'
import { lastOffer, type Offer } from './queue/offers.store.ts'
import { findPresence, presentStaff, type Presence } from './agent/presence.store.ts'
import { recordingsOf, type Recording } from './recordings/recordings.store.ts'
import { transcriptOf, type TranscriptLine } from './call/transcript.store.ts'

/** What waits, in the order it is served, and what the asking agent has. */
export interface Board {
  waiting: CallWithCaller[]
  mine: CallWithCaller | null
  presence: Presence | null
  agents: Presence[]
}

/** The live board. Throws `auth.forbidden`. */
export const callBoard =
  (deps: Pick<CallsDeps, 'db'>) =>
  async (actor: StaffActor): Promise<Board> => {
    demand(actor, 'call.take')
    const { db } = deps
    const own = await findCallOfAgent(db, actor.id)
    const [mine] = await callersOf(db, own ? [own] : [])
    return {
      // a citizen who is being rung back waits for nobody
      waiting: await callersOf(db, (await waitingCalls(db)).filter(citizenWaits)),
      mine: mine ?? null,
      presence: (await findPresence(db, actor.id)) ?? null,
      agents: await presentStaff(db),
    }
  }

/** All that helps an agent with one call. */
export interface CallDetail extends CallWithCaller {
  contact: Contact
  offer: Offer | null
  transcript: TranscriptLine[]
  openTickets: OpenTicket[]
  earlier: (Contact & { ticketNumber: string | null })[]
  recordings: Recording[]
  draftId: string | null
}

/** The screen-pop: who this is, their open tickets, what they said before, what is being said. Throws `auth.forbidden`, `call.not-found`. */
export const callDetail =
  (deps: Pick<CallsDeps, 'db' | 'openTicketsOf'>) =>
  async (actor: StaffActor, callId: string): Promise<CallDetail> => {
    demand(actor, 'call.take')
    const { db } = deps
    const call = await findCall(db, callId)
    const citizen = call && (await findCaller(db, call.citizenId))
    const contact = call && (await readContact(db, call.contactId))
    if (!call || !citizen || !contact) throw callProblem('call.not-found')
    const earlier = await contactsBefore(db, actor, contact, 10)
    const numbers = await ticketNumbers(
      db,
      earlier.flatMap(({ ticketId }) => (ticketId ? [ticketId] : [])),
    )
    return {
      call,
      citizen,
      contact,
      offer: (await lastOffer(db, call.id)) ?? null,
      transcript: await transcriptOf(db, call.id),
      openTickets: (await deps.openTicketsOf(db, citizen.id)).filter((ticket) => mayKnowOf(actor, ticket)),
      earlier: earlier.map((one) => ({ ...one, ticketNumber: (one.ticketId && numbers.get(one.ticketId)) || null })),
      recordings: await recordingsOf(db, call.id),
      draftId: await draftIdOf(db, contact.id),
    }
  }

/** People to ring back, oldest first. Throws `auth.forbidden`. */
export const callbackList =
  (deps: Pick<CallsDeps, 'db'>) =>
  async (actor: StaffActor, states: CallbackState[]): Promise<CallbackRow[]> => {
    demand(actor, 'call.take')
    return listCallbacks(deps.db, states, 200)
  }

/** Everybody signed in to calls, and the asking member of staff whatever their state. Throws `auth.forbidden`. */
export const presenceList =
  (deps: Pick<CallsDeps, 'db'>) =>
  async (actor: StaffActor): Promise<{ mine: Presence | null; all: Presence[] }> => {
    demand(actor, 'wallboard.read')
    return { mine: (await findPresence(deps.db, actor.id)) ?? null, all: await presentStaff(deps.db) }
  }
