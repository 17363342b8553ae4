import type { Tx } from '../../db/db.ts'
import type { Actor } from '../vocabulary/actor.ts'
import type { Audience } from '../../db/schema/platform.ts'
import type { OutboxNote } from '../platform/effect.ts'
import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import type { LiveEvent } from '../vocabulary/live-events.ts'
import { keepNotices } from './keep-notices.ts'
import { isHolding, writeAudit, writeLive, writeOutbox, writeTimeline } from './record.store.ts'

/** A line of a ticket's timeline. `citizen` is visible to everybody, `unit` to units and hotline, `hotline` to the hotline alone. */
export interface TimelineNote {
  ticketId: string
  type: string
  visibility: 'citizen' | 'unit' | 'hotline'
  text?: string | null
  unitId?: string | null
  data?: Record<string, unknown>
  /** Whose line it is, where it is not the actor's own: what the program writes because somebody acted. */
  by?: Actor
}

/** What the audit keeps of a change: only the fields that changed, secrets left out by the caller. */
export interface AuditNote {
  action: string
  entity: string
  entityId: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  reason?: string | null
}

type Note<Event> = Event extends LiveEvent
  ? { topic: Event['topic']; type: Event['type']; entityId: string; audience: Audience; payload: Event['payload'] }
  : never
/** A live event as a verb records it, and who hears it; its number and moment come with the record. */
export type LiveNote = Note<LiveEvent>

/** What a verb tells of itself: to the people of the ticket, to the audit, to open consoles, and what must be done outside. */
export interface Happening {
  timeline?: TimelineNote[]
  audit: AuditNote[]
  live?: LiveNote[]
  outbox?: OutboxNote[]
}

/** What recording needs; every verb has it. */
export interface RecordDeps {
  clock: Clock
  ids: Ids
  /** Wakes the outbox worker and the live hub after the commit. */
  wake: { outbox(): void; live(): void }
}

/**
 * The last step of every verb: timeline, audit, live events with what they leave behind for desks, and outbox rows in the verb's own transaction.
 * Live events come last, for on PostgreSQL they hold the stream's lock until the commit.
 */
export const record = async (tx: Tx, deps: RecordDeps, actor: Actor, happening: Happening) => {
  const at = deps.clock.now()
  const requestId = actor.kind === 'staff' ? actor.requestId : null
  const whoIs = ({ kind, id, name }: Actor) => ({ actorKind: kind, actorId: id, actorName: name })
  const who = whoIs(actor)
  await writeTimeline(
    tx,
    (happening.timeline ?? []).map((note) => ({
      id: deps.ids.next('timeline'),
      at,
      ...(note.by ? whoIs(note.by) : who),
      ticketId: note.ticketId,
      type: note.type,
      visibility: note.visibility,
      text: note.text ?? null,
      unitId: note.unitId ?? null,
      data: note.data ?? {},
    })),
  )
  await writeAudit(
    tx,
    happening.audit.map((note) => ({
      id: deps.ids.next('audit'),
      at,
      ...who,
      action: note.action,
      entity: note.entity,
      entityId: note.entityId,
      before: note.before ?? null,
      after: note.after ?? null,
      reason: note.reason ?? null,
      requestId,
    })),
  )
  if (happening.outbox && happening.outbox.length > 0) {
    const careful =
      actor.kind === 'system' && happening.outbox.some((note) => note.reachesCitizen) && (await isHolding(tx))
    await writeOutbox(
      tx,
      happening.outbox.map((note) => ({
        id: deps.ids.next('outbox'),
        topic: note.topic,
        key: note.key,
        payload: note.payload,
        state: careful && note.reachesCitizen ? 'held' : 'pending',
        attempts: 0,
        runAt: note.runAt ?? at,
        createdAt: at,
      })),
    )
    tx.afterCommit(deps.wake.outbox)
  }
  if (happening.live && happening.live.length > 0) {
    const told = await keepNotices(tx, deps, actor, happening.live)
    await writeLive(
      tx,
      [...happening.live, ...told].map((note) => ({
        at,
        topic: note.topic,
        type: note.type,
        entityId: note.entityId,
        audience: note.audience,
        payload: note.payload,
      })),
    )
    tx.afterCommit(deps.wake.live)
  }
}
