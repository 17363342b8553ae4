import { systemActor } from '../../vocabulary/actor.ts'
import { arrivalIn } from '../../vocabulary/message.ts'
import { record } from '../../audit/record.ts'
import type { TextNews } from '../../telephony/text-events.types.ts'
import { claimIn } from '../../telephony/inbox/claim.ts'
import { advanceMessage, findByCarrierRef, findMessage, setCarrierRef } from '../messages.store.ts'
import type { SendingDeps } from '../messages.types.ts'
import { noteStopped } from './note-stopped.ts'
import { judgeStatus, rankOf } from './status.rules.ts'
import { messageNote } from './text-citizen.ts'

const actor = systemActor('carrier')

/**
 * Notes a status once. A status never moves back, in whatever order callbacks arrive; two contradicting final ones are logged and the
 * first stays. An unknown message or status is logged and answered like any other: the carrier can do nothing about it.
 */
export const noteStatus = (deps: SendingDeps) => {
  const claim = claimIn(deps)
  return (event: TextNews): Promise<void> =>
    deps.db.tx(async (tx) => {
      if (!(await claim(tx, [`${event.ref}:${event.said}`, event.deliveryToken], 'messages.status'))) return
      const { status } = event
      const now = deps.clock.now()
      const changed =
        status === null
          ? null
          : await advanceMessage(
              tx,
              { id: event.messageId, carrierRef: event.ref },
              {
                status,
                statusRank: rankOf(status),
                updatedAt: now,
                carrierRef: event.ref,
                ...(event.errorCode === null ? {} : { errorCode: event.errorCode }),
              },
            )
      if (changed) {
        if (event.reason === 'stoppedByReceiver') await noteStopped(tx, deps, changed)
        if (arrivalIn[changed.status] === 'failed') await deps.textLost(tx, changed)
        return record(tx, deps, actor, { audit: [], live: [messageNote('status', changed)] })
      }
      const stored =
        (await findByCarrierRef(tx, event.ref)) ??
        (event.messageId === null ? null : await findMessage(tx, event.messageId))
      if (!stored) return deps.log.warn({ messageRef: event.ref, status: event.said }, 'status of an unknown message')
      if (stored.carrierRef === null) await setCarrierRef(tx, stored.id, event.ref)
      const verdict = status === null ? 'unknown' : judgeStatus(stored, status)
      if (verdict === 'conflict' || verdict === 'unknown')
        deps.log.warn(
          { messageRef: event.ref, stored: stored.status, status: event.said, verdict },
          'message status not applied',
        )
    })
}
