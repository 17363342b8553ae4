import { givenPhone, withheldPhone } from '../../platform/phone.rules.ts'
import { telephonyProblem } from '../../telephony/telephony.errors.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { playScene, tellCall } from '../call/call.scene.ts'
import { priorities } from '../calls.limits.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByRef, insertCall, type Call } from '../call/calls.store.ts'
import { openContact } from '../../contacts/open-contact.ts'
import { dangerSince } from '../../contacts/read-contacts.ts'
import { lineIsOpen } from './line-hours.rules.ts'
import { anybodyPresent } from '../agent/presence.store.ts'

/** A citizen who reported a danger and rings within the hour is served first. */
const dangerMs = 3_600_000

/**
 * A call reaches one of the hotline's numbers: it becomes a contact and a call that is being greeted, or, where the line is
 * closed or nobody is signed in, one that is asked to leave a message. The same call asked for again is the call that is there.
 * `from` may be withheld (any text that is no number). Throws `carrier.unknown-number`.
 */
export const takeIncoming =
  (deps: CallsDeps) =>
  async (input: { call: string; from: string; to: string }): Promise<Call> => {
    const known = await findCallByRef(deps.db, input.call)
    if (known) return known
    const line = deps.directory.lineByNumber(input.to)
    if (!line) throw telephonyProblem('carrier.unknown-number')
    return playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      const twin = await findCallByRef(tx, input.call)
      if (twin) return twin
      const id = deps.ids.next('call')
      const from = givenPhone(input.from) ?? withheldPhone(id)
      const citizen = await deps.findOrCreateCitizenIn(tx, from, 'zh-CN')
      const contactId = deps.ids.next('contact')
      const open = lineIsOpen(line.hours, now, deps.calendar)
      const served = open && (await anybodyPresent(tx))
      const call = await insertCall(tx, {
        id,
        carrierRef: input.call,
        direction: 'in',
        fromNumber: from,
        toNumber: line.number,
        lineId: line.id,
        citizenId: citizen.id,
        contactId,
        state: served ? 'greeting' : 'voicemail',
        room: deps.ids.next('room'),
        priority: (await dangerSince(tx, citizen.id, new Date(now.getTime() - dangerMs)))
          ? priorities.danger
          : priorities.normal,
        muted: false,
        startedAt: now,
        heldMs: 0,
        endReason: open ? null : 'closed',
        version: 1,
      })
      if (!call) {
        // Two deliveries of one call at once: the other transaction has committed, and its row is the call.
        const other = await findCallByRef(tx, input.call)
        if (!other) throw new Error('a call is neither there nor new')
        return other
      }
      await openContact(tx, {
        id: contactId,
        channel: 'call',
        citizenId: citizen.id,
        lineId: line.id,
        callId: id,
        state: 'open',
        text: '',
        startedAt: now,
      })
      scene.notes.audit.push({
        action: 'call.arrive',
        entity: 'call',
        entityId: id,
        after: { state: call.state, lineId: line.id },
      })
      tellCall(scene, call, 'arrive')
      return call
    })
  }
