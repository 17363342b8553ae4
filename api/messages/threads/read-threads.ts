import { citizenProblem } from '../../citizens/citizens.errors.ts'
import type { Db } from '../../../db/db.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { maskPhone } from '../../platform/phone.rules.ts'
import { countFiles } from '../../vocabulary/file.ts'
import { openPage, type Page } from '../../platform/page.ts'
import { waitingTexts } from '../../contacts/read-contacts.ts'
import { findCitizen } from '../messages.store.ts'
import { MessageDto, ThreadDto, toIso } from './threads.dto.ts'
import { attachmentsOfMessages, listMessages, listThreads } from './threads.store.ts'

/** The inbox of text threads, newest first. Needs `desk.use`. */
export const readThreads =
  (deps: { db: Db }) =>
  async (
    actor: StaffActor,
    asked: { cursor?: string | undefined; size: number; needsAnswer: boolean },
  ): Promise<Page<ThreadDto>> => {
    demand(actor, 'desk.use')
    const asking = openPage('threads', { needsAnswer: asked.needsAnswer }, asked)
    const rows = await listThreads(deps.db, {
      after: asking.after,
      needsAnswer: asked.needsAnswer,
      limit: asked.size + 1,
    })
    const page = asking.cut(rows, (row) => ({ at: row.createdAt, id: row.id }))
    const waiting = await waitingTexts(
      deps.db,
      page.items.map(({ citizenId }) => citizenId),
      'sms',
    )
    const files = await attachmentsOfMessages(
      deps.db,
      page.items.map(({ id }) => id),
    )
    const typesOf = (id: string) => files.filter(({ messageId }) => messageId === id).map((file) => file.contentType)
    return {
      next: page.next,
      items: page.items.map((row) =>
        ThreadDto.parse({
          ...row,
          phone: maskPhone(row.phone),
          waiting: waiting.get(row.citizenId) ?? null,
          last: { ...row, files: countFiles(typesOf(row.id)), createdAt: toIso(row.createdAt) },
        }),
      ),
    }
  }

/** One citizen's texts, newest first. Needs `desk.use`. Throws `citizen.not-found`. */
export const readMessages =
  (deps: { db: Db }) =>
  async (
    actor: StaffActor,
    citizenId: string,
    asked: { cursor?: string | undefined; size: number },
  ): Promise<Page<MessageDto>> => {
    demand(actor, 'desk.use')
    if (!(await findCitizen(deps.db, citizenId))) throw citizenProblem('citizen.not-found')
    const asking = openPage('messages', { citizenId }, asked)
    const rows = await listMessages(deps.db, citizenId, asking.after, asked.size + 1)
    const page = asking.cut(rows, ({ message }) => ({ at: message.createdAt, id: message.id }))
    const pictures = await attachmentsOfMessages(
      deps.db,
      page.items.map(({ message }) => message.id),
    )
    return {
      next: page.next,
      items: page.items.map(({ message, ticketNumber }) =>
        MessageDto.parse({
          ...message,
          ticketNumber,
          createdAt: toIso(message.createdAt),
          attachments: pictures.filter(({ messageId }) => messageId === message.id),
        }),
      ),
    }
  }
