import type { Read, Tx } from '../../../db/db.ts'
import { findCitizen } from '../messages.store.ts'
import type { TextingDeps } from '../messages.types.ts'
import { hasOptedOut } from './opt-out.store.ts'
import { sendText } from './send-text.ts'
import { isTextable } from './sender.rules.ts'
import { sendEffect, textCitizen } from './text-citizen.ts'

/**
 * The writing half of messages, made before tickets and follow-up, which use it. Registers the sender of promised texts
 * (`sms.send`, not repeatable); `textsPerSecond` is what the carrier's contract allows.
 */
export const createTexting = (deps: TextingDeps, options: { textsPerSecond?: number } = {}) => {
  deps.outbox.on(
    sendEffect,
    sendText(deps),
    options.textsPerSecond === undefined ? {} : { perSecond: options.textsPerSecond },
  )
  return {
    textCitizen: textCitizen(deps),
    /** Whether a citizen can and may be sent a text: a number that takes texts, and no opt-out. */
    mayText: async (db: Read | Tx, citizenId: string): Promise<boolean> => {
      const citizen = await findCitizen(db, citizenId)
      return citizen !== null && isTextable(citizen.phone) && !(await hasOptedOut(db, citizen.phone))
    },
  }
}
