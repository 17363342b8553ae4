import { actorKinds } from '../../api/vocabulary/actor.ts'
import type { Columns } from '../columns.ts'

/** A promised effect: due or waiting, being done, done, given up, nobody said what became of it, or held after a restore until a person says. */
const outboxStates = ['pending', 'running', 'done', 'failed', 'unknown', 'held'] as const

/** Tables any server needs: audit, outbox, inbox of claimed webhooks, live events, counters, settings. */
export const platformTables = (c: Columns) => ({
  /** Append-only; no foreign keys, so that it outlives what it tells about. */
  audit: c.table(
    'audit',
    {
      id: c.id(),
      at: c.instant().notNull(),
      actorKind: c.listed(actorKinds).notNull(),
      actorId: c.text().notNull(),
      actorName: c.text().notNull(),
      action: c.text().notNull(),
      entity: c.text().notNull(),
      entityId: c.text().notNull(),
      before: c.json<Record<string, unknown>>(),
      after: c.json<Record<string, unknown>>(),
      reason: c.text(),
      requestId: c.text(),
    },
    (t) => [c.index('audit_entity_idx').on(t.entity, t.entityId, t.at), c.index('audit_at_idx').on(t.at)],
  ),
  /** Effects promised in a transaction, done afterwards by the outbox worker. */
  outbox: c.table(
    'outbox',
    {
      id: c.id(),
      topic: c.text().notNull(),
      /** Equal keys mean the same effect: the second insert does nothing. */
      key: c.text().notNull(),
      payload: c.json<Record<string, unknown>>().notNull(),
      /** pending, running, done, failed, unknown (the carrier did not say), held (after a restore). */
      state: c.listed(outboxStates).notNull(),
      attempts: c.int().notNull(),
      runAt: c.instant().notNull(),
      lockedUntil: c.instant(),
      createdAt: c.instant().notNull(),
      doneAt: c.instant(),
      error: c.text(),
    },
    (t) => [
      c.unique('outbox_key_idx').on(t.key),
      c.index('outbox_due_idx').on(t.state, t.topic, t.runAt),
      c.index('outbox_done_idx').on(t.doneAt),
    ],
  ),
  /** Webhook deliveries already taken: provider id or idempotency token → taken once. */
  inbox: c.table(
    'inbox',
    {
      key: c.id(),
      route: c.text().notNull(),
      receivedAt: c.instant().notNull(),
    },
    (t) => [c.index('inbox_received_idx').on(t.receivedAt)],
  ),
  /** What the console's event stream tells; `audience` says who may hear it. */
  liveEvent: c.table(
    'live_event',
    {
      seq: c.serial(),
      at: c.instant().notNull(),
      topic: c.text().notNull(),
      type: c.text().notNull(),
      entityId: c.text().notNull(),
      audience: c.json<Audience>().notNull(),
      payload: c.json<Record<string, unknown>>().notNull(),
    },
    (t) => [c.index('live_event_at_idx').on(t.at)],
  ),
  /** How far the rules of retention have been carried out: a row for each kind of data. */
  retentionRun: c.table('retention_run', {
    kind: c.id(),
    /** When the next run may begin. */
    nextAt: c.instant().notNull(),
    startedAt: c.instant(),
    /** Null while a run is under way, or was broken off. */
    finishedAt: c.instant(),
    /** What is older goes in this run. */
    before: c.instant(),
    /** Where the run goes on: moment and id of the last row it has looked at. */
    afterAt: c.instant(),
    afterId: c.text(),
    /** How many went in this run, or the last. */
    erased: c.int().notNull(),
    erasedEver: c.int().notNull(),
    /** The server that is at it keeps others out until then. */
    lockedUntil: c.instant(),
  }),
  counter: c.table('counter', { name: c.id(), value: c.int().notNull() }),
  setting: c.table('setting', {
    key: c.id(),
    value: c.json<unknown>().notNull(),
    updatedAt: c.instant().notNull(),
    updatedBy: c.text().notNull(),
  }),
})

/** Who hears a live event. Empty lists mean nobody by that way; `all` means every signed-in member of staff. */
export interface Audience {
  all?: boolean
  roles?: string[]
  staffIds?: string[]
  /** Unit paths: staff of these units and of the units above them hear it. */
  unitPaths?: string[]
  /** The unit that a report accuses, and since when (ISO 8601): whoever belongs to it, or did, hears nothing, whatever else they are. */
  accused?: { unitId: string; since: string }
}
