import type { Tx } from '../../../db/db.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { countFiles } from '../../vocabulary/file.ts'
import { lockCitizen } from '../dialogue/dialogue.store.ts'
import { isAnsweredOut } from '../machines/answer-limit.ts'
import { findMessage, findTicketLine } from '../messages.store.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { filesOfMessage } from './attachments.store.ts'

const actor = systemActor('media')

/**
 * Tells the sender of a text which of its files could not be taken, once all of them are settled; whoever is told nothing believes that a film is
 * with the hotline. No machine hears of it, and nobody beyond the limit of answers. The text's files must be locked.
 */
export const tellRefused =
  (deps: Pick<MessagesDeps, 'clock' | 'config' | 'notices'>) =>
  async (tx: Tx, messageId: string): Promise<void> => {
    const files = await filesOfMessage(tx, messageId)
    const refused = files.filter(({ state }) => state === 'refused')
    if (refused.length === 0 || files.some(({ state }) => state === 'pending')) return
    const message = await findMessage(tx, messageId)
    if (!message || message.machine !== null) return
    const { citizenId } = message
    await lockCitizen(tx, citizenId)
    if (await isAnsweredOut(deps, tx, citizenId)) return
    // A file of a merged request lies with the main one, which may be another citizen's.
    const ticketId = refused[0]?.ticketId ?? null
    const own = ticketId === null ? undefined : await findTicketLine(tx, ticketId, citizenId)
    await deps.notices.tell(tx, actor, {
      notice: { name: 'files.refused', params: { files: countFiles(refused.map(({ contentType }) => contentType)) } },
      to: {
        citizenId,
        ticket: own && ticketId !== null ? { id: ticketId, number: own.number, replyWanted: true } : null,
      },
      key: `media:${messageId}`,
      answers: true,
    })
  }
