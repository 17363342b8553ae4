import { arrivalIn, type StoredTextStatus } from '../../vocabulary/message.ts'
import type { Handler } from '../../platform/outbox.ts'
import type { Outcome } from '../../platform/outbox.types.ts'
import { record } from '../../audit/record.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import type { RefusalReason } from '../../telephony/outcomes.types.ts'
import { advanceMessage, findMessage, setCarrierRef } from '../messages.store.ts'
import type { Message, SendingDeps } from '../messages.types.ts'
import { noteStopped } from './note-stopped.ts'
import { hasOptedOut } from './opt-out.store.ts'
import { rankOf } from './status.rules.ts'
import { messageNote } from './text-citizen.ts'

const actor = systemActor('texting')

/** After so many tries the outbox gives up; then the message has failed. */
const lastAttempt = 6

/** Moves a message to a status and tells the desks; a receiver who told the carrier to stop also goes to the ledger. */
export const settleMessage = (
  deps: SendingDeps,
  message: Message,
  status: StoredTextStatus,
  more: { carrierRef?: string; errorCode?: string; reason?: RefusalReason } = {},
) =>
  deps.db.tx(async (tx) => {
    const { reason, ...changes } = more
    const now = deps.clock.now()
    const changed = await advanceMessage(
      tx,
      { id: message.id, carrierRef: null },
      { status, statusRank: rankOf(status), updatedAt: now, ...changes },
    )
    // A callback that came before this answer has moved the status on already; the carrier's id is still new.
    if (!changed && more.carrierRef !== undefined) await setCarrierRef(tx, message.id, more.carrierRef)
    if (reason === 'stoppedByReceiver') await noteStopped(tx, deps, message)
    if (!changed) return
    if (arrivalIn[status] === 'failed') await deps.textLost(tx, changed)
    await record(tx, deps, actor, { audit: [], live: [messageNote('status', changed)] })
  })

/**
 * Sends one stored text. The ledger is asked once more, just before: STOP may have come since the promise; advice in a danger goes out whatever it
 * says. A time-out leaves the
 * message `unknown` and is never sent again; its callback, which carries our id, still settles it.
 */
export const sendText =
  (deps: SendingDeps): Handler<{ messageId: string }> =>
  async ({ messageId }, job): Promise<Outcome> => {
    const message = await findMessage(deps.db, messageId)
    if (message?.status !== 'pending') return { state: 'done' }
    if (message.purpose !== 'emergency' && (await hasOptedOut(deps.db, message.toNumber))) {
      await settleMessage(deps, message, 'refused')
      return { state: 'done' }
    }
    const placed = await deps.telephony.sendText({
      from: message.fromNumber,
      to: message.toNumber,
      body: message.body,
      messageId: message.id,
    })
    if ('ref' in placed || 'unknown' in placed) {
      try {
        await ('ref' in placed
          ? settleMessage(deps, message, 'queued', { carrierRef: placed.ref })
          : settleMessage(deps, message, 'unknown'))
      } catch (error) {
        // The text may be on its way: whatever fails from here on must not send it again.
        return { state: 'unknown', error: error instanceof Error ? error.message : String(error) }
      }
      return 'ref' in placed ? { state: 'done' } : { state: 'unknown', error: placed.message }
    }
    if ('later' in placed) {
      if (job.attempts >= lastAttempt) await settleMessage(deps, message, 'failed')
      return { state: 'retry', error: placed.message }
    }
    await settleMessage(deps, message, placed.refused === 'stoppedByReceiver' ? 'refused' : 'failed', {
      errorCode: placed.code,
      reason: placed.refused,
    })
    return { state: 'failed', error: `carrier code ${placed.code}` }
  }
