import { offerEffect } from './call.effects.ts'
import { telephonyProblem } from '../../telephony/telephony.errors.ts'
import { citizenProblem } from '../../citizens/citizens.errors.ts'
import { callProblem } from '../calls.errors.ts'
import { ticketProblem } from '../../tickets/tickets.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { isWithheld } from '../../platform/phone.rules.ts'
import { callNow, moveCall, playScene, tellInCall, tellPresence, type Scene } from './call.scene.ts'
import { findCallback, saveCallback } from '../callbacks/callbacks.store.ts'
import { offerMs, priorities } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall, insertCall, type Call } from './calls.store.ts'
import { openContact } from '../../contacts/open-contact.ts'
import { findCaller, findTicketOf } from '../board.store.ts'
import { insertOffer } from '../queue/offers.store.ts'
import { nextPresence } from '../agent/presence.machine.ts'
import { lockPresence, savePresence } from '../agent/presence.store.ts'

/** Whom to ring: a promised call-back, somebody to be asked afterwards, the citizen of a ticket, or a citizen. */
export type DialInput = { callbackId: string } | { followUpId: string } | { ticketId: string } | { citizenId: string }

interface Target {
  citizenId: string
  lineId: string | null
  ticketId: string | null
  followUpId?: string
}

const targetOf = async (deps: CallsDeps, scene: Scene, actor: StaffActor, input: DialInput): Promise<Target> => {
  const { tx } = scene
  if ('followUpId' in input)
    return { ...(await deps.followUpTarget(tx, actor, input.followUpId)), followUpId: input.followUpId }
  if ('citizenId' in input) return { citizenId: input.citizenId, lineId: null, ticketId: null }
  if ('ticketId' in input) {
    const ticket = await findTicketOf(tx, input.ticketId)
    if (!ticket) throw ticketProblem('ticket.not-found')
    return { citizenId: ticket.citizenId, lineId: ticket.lineId, ticketId: ticket.id }
  }
  const callback = await findCallback(tx, input.callbackId)
  if (!callback) throw callProblem('callback.not-found')
  if (callback.state === 'done' || (callback.claimedBy !== null && callback.claimedBy !== actor.id))
    throw callProblem('callback.taken')
  const saved = await saveCallback(tx, callback, {
    state: 'claimed',
    claimedBy: actor.id,
    attempts: callback.attempts + 1,
  })
  if (!saved) throw callProblem('callback.taken')
  return {
    citizenId: callback.citizenId,
    lineId: callback.lineId,
    ticketId: (await findCall(tx, callback.callId))?.ticketId ?? null,
  }
}

/**
 * An agent rings a citizen from the line that was called: first the agent's own softphone (which takes the call by itself), then the citizen.
 * A call-back is claimed by it. Afterwards the agent does again what they did before: takes calls, is on a break, or away. Throws `auth.forbidden`, `call.presence` (not while a call occupies the agent), `citizen.not-found`, `ticket.not-found`,
 * `callback.not-found`, `callback.taken`, `follow-up.not-found`, `follow-up.settled`, `follow-up.claimed`, `call.number-withheld`, `carrier.unknown-number` (the city has no line to ring from).
 */
export const dialCitizen =
  (deps: CallsDeps) =>
  async (actor: StaffActor, input: DialInput): Promise<Call> => {
    demand(actor, 'call.take')
    return playScene(deps)(actor, async (scene) => {
      const { tx, now } = scene
      const target = await targetOf(deps, scene, actor, input)
      const citizen = await findCaller(tx, target.citizenId)
      if (!citizen) throw citizenProblem('citizen.not-found')
      if (isWithheld(citizen.phone)) throw callProblem('call.number-withheld')
      const line =
        (target.lineId ? deps.directory.lineById(target.lineId) : undefined) ??
        deps.directory.lines().find(({ active }) => active)
      if (!line) throw telephonyProblem('carrier.unknown-number')

      const id = deps.ids.next('call')
      const contactId = deps.ids.next('contact')
      const call = await insertCall(tx, {
        id,
        carrierRef: `pending:${id}`,
        direction: 'out',
        fromNumber: line.number,
        toNumber: citizen.phone,
        lineId: line.id,
        citizenId: citizen.id,
        contactId,
        state: 'queued',
        room: deps.ids.next('room'),
        priority: priorities.normal,
        ticketId: target.ticketId,
        followUpId: target.followUpId ?? null,
        muted: false,
        startedAt: now,
        heldMs: 0,
        version: 1,
      })
      if (!call) throw new Error('a new call is there already')
      await openContact(tx, {
        id: contactId,
        channel: 'call',
        citizenId: citizen.id,
        lineId: line.id,
        callId: id,
        ticketId: target.ticketId,
        state: 'open',
        text: '',
        startedAt: now,
        handledBy: actor.id,
      })

      const before = await lockPresence(tx, actor.id, now)
      const state = nextPresence(before.state, 'dial')
      if (!state) throw callProblem('call.presence', undefined, { state: before.state })
      const presence = await savePresence(tx, before, {
        state,
        since: now,
        callId: id,
        heartbeatAt: now,
        returnTo: before.state,
      })
      const offerId = deps.ids.next('offer')
      const expiresAt = new Date(now.getTime() + offerMs)
      await insertOffer(tx, {
        id: offerId,
        callId: id,
        staffId: actor.id,
        room: call.room,
        offeredAt: now,
        expiresAt,
        result: 'pending',
      })
      const ringing = await moveCall(scene, call, 'offer', { agentId: actor.id })
      tellPresence(scene, presence, 'dial')
      tellInCall(scene, ringing, {
        type: 'offered',
        payload: { ...callNow(ringing), offerId, expiresAt: expiresAt.toISOString(), direction: 'out' },
      })
      scene.notes.outbox.push(offerEffect.promise(`call.offer:${offerId}`, { offerId }))
      return ringing
    })
  }
