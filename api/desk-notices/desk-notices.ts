import { z } from 'zod'
import type { Db, Tx } from '../../db/db.ts'
import { handledNote } from '../audit/keep-notices.ts'
import { record, type LiveNote, type RecordDeps } from '../audit/record.ts'
import { openPage, type Page } from '../platform/page.ts'
import { idPattern } from '../platform/ids.ts'
import { demand } from '../platform/demand.ts'
import { isParty } from '../vocabulary/accused.ts'
import { isHotline, type StaffActor } from '../vocabulary/actor.ts'
import { toDeskNoticeDto, type DeskNoticeDto } from './desk-notices.dto.ts'
import { deskNoticeProblem } from './desk-notices.errors.ts'
import {
  acknowledge,
  closeDangers,
  countUnread,
  dangersAbout,
  dangersOf,
  findNotice,
  knownIds,
  markRead,
  markSeen,
  noticesOf,
  openDangers,
  seenUpTo,
  sweepDeskNotices,
  wasTold,
  type DeskNotice,
} from './desk-notices.store.ts'

/** How far unread notices are counted: what is shown beyond it says no more. */
const unreadBound = 100
/** Dangers that are shown as open at most. */
const mostOpen = 50
/** How long a danger stays beside the citizen it was told of, ms. */
const dangerDay = 24 * 3_600_000

/** What the audit calls the thing that told of a danger, by its id. */
const entities: Readonly<Record<string, string>> = { tkt: 'ticket', cal: 'call', drf: 'draft' }

/** What somebody has read: single notices, or everything up to a moment. */
export const ReadNotices = z
  .strictObject({
    ids: z
      .array(z.string().regex(idPattern('deskNotice')))
      .max(100)
      .optional(),
    upTo: z.iso.datetime().optional(),
  })
  .refine(({ ids = [], upTo }) => ids.length > 0 || upTo !== undefined, {
    path: ['ids'],
    message: 'notices, or a moment up to which all were read',
  })
  .meta({ id: 'ReadNoticesBody', samples: [{ upTo: '2026-06-01T02:00:00.000Z' }] })

/** What stands at the bell. */
export interface Bell {
  unread: number
  bound: number
  /** Dangers that nobody has handled yet. */
  open: DeskNoticeDto[]
}

/** Whose notices a person reads: their roles', their unit's and their own. */
const hearersOf = (actor: StaffActor): string[] => [
  `staff:${actor.id}`,
  ...actor.roles.map((role) => `role:${role}`),
  `unit:${actor.unitId}`,
]

/** Whether a person may be told: never of a report on their own unit (JN 32). */
const mayHear =
  (actor: StaffActor) =>
  ({ accused }: Pick<DeskNotice, 'accused'>): boolean =>
    accused === null || !isParty(actor, { unitId: accused.unitId, since: new Date(accused.since) })

/** A danger goes from hand to hand: whoever works for the hotline may see it and take it in hand. */
const findDanger = async (tx: Tx, id: string) => {
  const found = await findNotice(tx, id, 'all')
  return found?.subject.startsWith('danger:') === true ? found : undefined
}

/** A person's own consoles are told that they have read something. */
const readNote = (actor: StaffActor): LiveNote => ({
  topic: 'alert',
  type: 'read',
  entityId: actor.id,
  audience: { staffIds: [actor.id] },
  payload: {},
})

/** A person has read notices; their other consoles hear of it. */
const readNotices =
  (deps: RecordDeps & { db: Db }) =>
  (actor: StaffActor, { ids = [], upTo }: z.output<typeof ReadNotices>): Promise<void> =>
    deps.db.tx(async (tx) => {
      await markRead(tx, actor.id, ids.length === 0 ? [] : await knownIds(tx, ids, hearersOf(actor)))
      const now = deps.clock.now()
      // what is told after this moment is unread, whatever clock the console goes by
      if (upTo !== undefined) await markSeen(tx, actor.id, new Date(Math.min(Date.parse(upTo), now.getTime())))
      await record(tx, deps, actor, { audit: [], live: [readNote(actor)] })
    })

/**
 * Notices to desks as people read them. They are written where the events are recorded (`audit/keep-notices.ts`); here they are listed, read, and
 * a danger is acknowledged with name and time.
 */
export const createDeskNotices = (deps: RecordDeps & { db: Db }) => ({
  /** A person's notices, newest first. */
  list: async (
    actor: StaffActor,
    asked: { cursor?: string | undefined; size: number },
  ): Promise<Page<DeskNoticeDto>> => {
    const page = openPage('notices', { staffId: actor.id }, asked)
    const upTo = await seenUpTo(deps.db, actor.id)
    const rows = await noticesOf(deps.db, {
      staffId: actor.id,
      hearers: hearersOf(actor),
      after: page.after,
      limit: asked.size + 1,
    })
    const { items, next } = page.cut(rows, ({ at, id }) => ({ at, id }))
    return {
      items: items
        .filter(mayHear(actor))
        .map((row) => toDeskNoticeDto({ ...row, read: row.read || (upTo !== null && row.at <= upTo) })),
      next,
    }
  },
  bell: async (actor: StaffActor): Promise<Bell> => {
    const hearers = hearersOf(actor)
    const open = await openDangers(deps.db, hearers, mostOpen)
    return {
      unread: await countUnread(deps.db, { staffId: actor.id, hearers, bound: unreadBound, may: mayHear(actor) }),
      bound: unreadBound,
      open: open.filter(mayHear(actor)).map((row) => toDeskNoticeDto({ ...row, read: false })),
    }
  },
  /**
   * Dangers of a citizen that are open, or were told within a day: what lies on the desk of whoever has to do with them now, also when it came
   * there from another. Needs `citizen.read`.
   */
  dangers: async (actor: StaffActor, citizenId: string): Promise<DeskNoticeDto[]> => {
    demand(actor, 'citizen.read')
    if (!isHotline(actor)) return []
    const since = new Date(deps.clock.now().getTime() - dangerDay)
    const rows = await dangersAbout(deps.db, citizenId, since, mostOpen)
    // one whose place another notice has taken says nothing more
    return rows
      .filter((row) => mayHear(actor)(row) && (row.open || row.handledBy !== null))
      .map((row) => toDeskNoticeDto({ ...row, read: true }))
  },
  read: readNotices(deps),
  /**
   * Somebody has a danger in hand, and says so by name; where somebody did before, that stays. Throws `notice.not-found`, `notice.no-danger`.
   */
  acknowledge: (actor: StaffActor, id: string): Promise<DeskNoticeDto> =>
    deps.db.tx(async (tx) => {
      const found =
        (await findNotice(tx, id, hearersOf(actor))) ?? (isHotline(actor) ? await findDanger(tx, id) : undefined)
      if (!found || !mayHear(actor)(found)) throw deskNoticeProblem('notice.not-found')
      if (!found.open && found.handledBy === null) throw deskNoticeProblem('notice.no-danger')
      const now = deps.clock.now()
      const row = await acknowledge(tx, id, actor, now)
      if (!row) return toDeskNoticeDto({ ...((await findDanger(tx, id)) ?? found), read: true })
      await markRead(tx, actor.id, [id])
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'danger.acknowledged',
            entity: entities[found.entityId.slice(0, 3)] ?? 'call',
            entityId: found.entityId,
            after: { danger: found.payload['danger'] ?? null },
          },
        ],
        live: [handledNote(id, actor.name), readNote(actor)],
      })
      return toDeskNoticeDto({ ...row, read: true })
    }),
  /** Whether a danger of this kind was told of a call or draft before. */
  wasTold: (tx: Tx, entityId: string, danger: string): Promise<boolean> => wasTold(tx, `danger:${entityId}:${danger}`),
  /**
   * What was told of a call or draft is told of its ticket from now on: whoever had the danger in hand has it still, one that nobody had is open
   * with the ticket.
   */
  carryOver: async (tx: Tx, from: readonly string[], ticketId: string): Promise<void> => {
    const [ticket] = await dangersOf(tx, [ticketId])
    const before = await dangersOf(tx, from)
    if (!ticket) return
    await closeDangers(
      tx,
      before.map(({ id }) => id),
      null,
    )
    const hand = before.find(({ handledBy }) => handledBy !== null)
    if (hand) {
      const { handledBy, handledName, handledAt, handledHow } = hand
      await closeDangers(tx, [ticket.id], { handledBy, handledName, handledAt, handledHow })
    }
  },
  sweeps: { deskNotices: sweepDeskNotices },
})
export type DeskNotices = ReturnType<typeof createDeskNotices>
