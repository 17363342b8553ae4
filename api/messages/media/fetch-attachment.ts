import { z } from 'zod'
import { defineEffect } from '../../platform/effect.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { sniffType } from '../../platform/sniff-type.ts'
import { fileTypes, kindOfType, type FileType } from '../../vocabulary/file.ts'
import { lockKey } from '../../../db/dialect/lock/lock-key.ts'
import type { Handler } from '../../platform/outbox.ts'
import { record } from '../../audit/record.ts'
import { findAttachment, settleAttachment, type NewAttachment } from './attachments.store.ts'
import { tellRefused } from './tell-refused.ts'
import type { MessagesDeps } from '../messages.types.ts'
import type { TextIntake } from '../intake/text-intake.types.ts'

const actor = systemActor('media')

/** After so many tries the carrier's file is given up. */
const lastAttempt = 6

/** The rows of a text's files, to be fetched after the commit. Ten at most, as the carrier has it. */
export const attachmentsOf = (
  deps: Pick<MessagesDeps, 'ids'>,
  { incoming, messageId, now }: TextIntake,
  ticketId: string | null,
): NewAttachment[] =>
  incoming.media.slice(0, 10).map(({ url, contentType }, index) => ({
    id: deps.ids.next('attachment'),
    ticketId,
    messageId,
    name: `${kindOfType(contentType)}-${index + 1}`,
    contentType,
    size: 0,
    sha256: '',
    state: 'pending',
    sourceUrl: url,
    createdAt: now,
    attachedAt: ticketId === null ? null : now,
  }))

/** Fetches one file of a text from the carrier. */
export const fetchEffect = defineEffect('media.fetch', { attachmentId: z.string() }, { repeatable: true })

/** The promise to fetch each of them. */
export const fetchNotes = (attachments: NewAttachment[]) =>
  attachments.map(({ id }) => fetchEffect.promise(`media:${id}`, { attachmentId: id }))

/** `video-2` and what its bytes say: `picture-2.jpg`. */
const nameOf = (name: string, type: FileType) => {
  const [kind, ending] = fileTypes[type]
  return `${kind}${/-\d+$/.exec(name)?.[0] ?? ''}.${ending}`
}

/**
 * Fetches one file from the carrier and stores it by its SHA-256. What it is is read from its first bytes; a file from another host, too large, or of a
 * type that staff could not upload either is marked refused and not kept. When the last of a text's files is settled, its sender hears what was not taken.
 */
export const fetchAttachment =
  (deps: MessagesDeps): Handler<{ attachmentId: string }> =>
  async ({ attachmentId }, job) => {
    const attachment = await findAttachment(deps.db, attachmentId)
    if (attachment?.state !== 'pending' || attachment.sourceUrl === null) return { state: 'done' }
    const { id, name, messageId, ticketId } = attachment
    const settle = (change: Partial<NewAttachment> & { state: 'stored' | 'refused' }) =>
      deps.db.tx(async (tx) => {
        if (messageId !== null) await lockKey(tx, `media:${messageId}`)
        await settleAttachment(tx, id, change)
        if (messageId !== null) await tellRefused(deps)(tx, messageId)
        await record(tx, deps, actor, {
          audit: [],
          live: [
            {
              topic: 'message',
              type: 'attachment',
              entityId: messageId ?? id,
              audience: { roles: ['agent', 'followUp', 'supervisor'] },
              payload: { attachmentId: id, ticketId, state: change.state },
            },
          ],
        })
      })
    const fetched = await deps.telephony.fetchMedia(attachment.sourceUrl)
    if ('later' in fetched) {
      if (job.attempts >= lastAttempt) await settle({ state: 'refused' })
      return { state: 'retry', error: fetched.message }
    }
    const contentType = 'refused' in fetched ? null : sniffType(fetched.bytes)
    if ('refused' in fetched || contentType === null) {
      await settle({ state: 'refused' })
      return { state: 'failed', error: 'refused' in fetched ? fetched.refused : 'type' }
    }
    const sha256 = await deps.files.put(fetched.bytes)
    await settle({
      state: 'stored',
      sha256,
      size: fetched.bytes.length,
      contentType,
      name: nameOf(name, contentType),
    })
    return { state: 'done' }
  }
