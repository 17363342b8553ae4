import type { Read, Tx } from '../../../db/db.ts'
import { claimIn } from '../../telephony/inbox/claim.ts'
import { findQuestion } from '../dialogue/dialogue.store.ts'
import { findCitizen, newestNotice } from '../messages.store.ts'
import { arrivalIn, type TextArrival } from '../../vocabulary/message.ts'
import type { LostTextListener, SendingDeps, TextingDeps } from '../messages.types.ts'
import { hasOptedOut } from './opt-out.store.ts'
import { sendText } from './send-text.ts'
import { isTextable } from './sender.rules.ts'
import { sendEffect, textCitizen } from './text-citizen.ts'

/**
 * The writing half of messages, made before tickets and follow-up, which use it. Registers the sender of promised texts
 * (`sms.send`, not repeatable); `textsPerSecond` is what the carrier's contract allows.
 */
export const createTexting = (given: TextingDeps, options: { textsPerSecond?: number } = {}) => {
  const listeners: LostTextListener[] = []
  const textLost: LostTextListener = async (tx, message) => {
    // What was taken for lost is told once, whatever the carrier says of it later: by then the citizen may have answered.
    if (!(await claimIn(given)(tx, [`lost:${message.id}`], 'messages.lost'))) return
    for (const hear of listeners) await hear(tx, message)
  }
  const deps: SendingDeps = { ...given, textLost }
  deps.outbox.on(
    sendEffect,
    sendText(deps),
    options.textsPerSecond === undefined ? {} : { perSecond: options.textsPerSecond },
  )
  return {
    textCitizen: textCitizen(deps),
    textLost,
    /** For whoever must know that a text did not arrive. */
    onLost: (listener: LostTextListener) => void listeners.push(listener),
    /** What asking citizens by text must know of them and of its own texts. */
    asking: {
      /** Whether a citizen can and may be sent a text: a number that takes texts, and no opt-out. */
      mayText: async (db: Read | Tx, citizenId: string): Promise<boolean> => {
        const citizen = await findCitizen(db, citizenId)
        return citizen !== null && isTextable(citizen.phone) && !(await hasOptedOut(db, citizen.phone))
      },
      /** Whether a numbered question of a dialogue waits for the citizen's answer. */
      hasQuestion: async (db: Read | Tx, citizenId: string): Promise<boolean> => {
        const open = await findQuestion(db, citizenId)
        return open !== null && open.question.question !== 'describeNew' && open.expiresAt > deps.clock.now()
      },
      /** How far the newest text has come that tells one of some notices about a ticket; null: there is none. */
      arrivalOf: async (
        db: Read | Tx,
        asked: { ticketId: string; notices: readonly string[]; since: Date | null },
      ): Promise<TextArrival | null> => {
        const text = await newestNotice(db, asked)
        return text && arrivalIn[text.status]
      },
    },
  }
}
