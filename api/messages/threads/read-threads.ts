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
import { attachmentsOfMessages, listMessages, listThreads, listWaiting, threadsOf } from './threads.store.ts'

/** Texts are answered within three minutes (GB/T 33358-2016, should); half of it is pressing (the project's own, grade D). */
const answerWithinMs = 180_000

const waitingView = (waiting: { text: string; at: Date; since: Date } | undefined) =>
  waiting === undefined
    ? null
    : {
        ...waiting,
        amberAt: new Date(waiting.since.getTime() + answerWithinMs / 2),
        redAt: new Date(waiting.since.getTime() + answerWithinMs),
      }

type Asking = ReturnType<typeof openPage>

const newestPage = async (db: Db, actor: StaffActor, asking: Asking, size: number) =>
  asking.cut(await listThreads(db.lists, actor, { after: asking.after, limit: size + 1 }), ({ createdAt: at, id }) => ({
    at,
    id,
  }))

/** A queue: who has waited longest stands first, and does not lose the place by texting again. */
const waitingPage = async (db: Db, actor: StaffActor, asking: Asking, size: number) => {
  const { items, next } = asking.cut(
    await listWaiting(db.lists, { after: asking.after, limit: size + 1 }),
    ({ at, id }) => ({
      at,
      id,
    }),
  )
  const ids = items.map(({ citizenId }) => citizenId)
  const threads = new Map((await threadsOf(db, actor, ids)).map((row) => [row.citizenId, row]))
  return { next, items: ids.flatMap((id) => threads.get(id) ?? []) }
}

/** The inbox of text threads: all of them, newest first; or those that need an answer, the longest waiting first. Needs `desk.use`. */
export const readThreads =
  (deps: { db: Db }) =>
  async (
    actor: StaffActor,
    asked: { cursor?: string | undefined; size: number; needsAnswer: boolean },
  ): Promise<Page<ThreadDto>> => {
    demand(actor, 'desk.use')
    const asking = openPage('threads', { needsAnswer: asked.needsAnswer }, asked)
    const page = await (asked.needsAnswer ? waitingPage : newestPage)(deps.db, actor, asking, asked.size)
    const waiting = await waitingTexts(
      deps.db,
      actor,
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
          waiting: waitingView(waiting.get(row.citizenId)),
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
    const rows = await listMessages(deps.db, actor, citizenId, asking.after, asked.size + 1)
    const page = asking.cut(rows, ({ message }) => ({ at: message.createdAt, id: message.id }))
    const files = await attachmentsOfMessages(
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
          attachments: files.filter(({ messageId }) => messageId === message.id),
        }),
      ),
    }
  }
