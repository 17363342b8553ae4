import { removeMessagesOf, sweepMessages } from './old-messages.store.ts'
import type { Job } from '../platform/jobs.ts'
import { fetchAttachment, fetchEffect } from './media/fetch-attachment.ts'
import { fileMessages, textsByIds } from './messages.store.ts'
import type { MessagesDeps } from './messages.types.ts'
import { noteStatus } from './sending/note-status.ts'
import { reconcileTextsJob } from './sending/reconcile-texts.ts'
import { readTemplates } from './templates/read-templates.ts'
import { readMessages, readThreads } from './threads/read-threads.ts'
import { receiveText } from './intake/receive-text.ts'
import { sendStaffText, settleThread } from './sending/send-staff-text.ts'
import { dialogueJob } from './dialogue/settle-question.ts'
import { createStrays } from './strays/strays.ts'
import { sweepStrays } from './strays/strays.store.ts'
import { silentTextsJob } from './sending/silent-texts.ts'

/** The reading half of messages: texts that come in, what becomes of those that went out, and the desks' threads. Registers `media.fetch`, and what is filed with a contact. */
export const createMessages = (deps: MessagesDeps) => {
  deps.outbox.on(fetchEffect, fetchAttachment(deps))
  deps.contacts.onFiled({
    filed: (tx, _actor, { contactId, ticketId }) => fileMessages(tx, contactId, ticketId, deps.clock.now()),
  })
  const receive = receiveText(deps)
  return {
    deps,
    /** Takes in one verified text. */
    receive,
    /** Texts to numbers that are no line, for administrators. */
    strays: createStrays(deps, receive),
    noteStatus: noteStatus(deps),
    threads: readThreads(deps),
    messagesOf: readMessages(deps),
    templates: readTemplates(deps),
    sendStaffText: sendStaffText(deps),
    settleThread: settleThread(deps),
    sweeps: { texts: sweepMessages, strayTexts: sweepStrays },
    /** For retention: all texts of a citizen. */
    removeOf: removeMessagesOf,
    /** Receiver and words of texts that were promised, by their ids. */
    textsByIds: (ids: readonly string[]) => textsByIds(deps.db, ids),
  }
}
export type Messages = ReturnType<typeof createMessages>

/** Questions that expire, texts without a word, texts whose callbacks did not come. */
export const messagesJobs = (messages: Messages): Job[] => [
  dialogueJob(messages.deps),
  silentTextsJob(messages.deps),
  reconcileTextsJob(messages.deps),
]
