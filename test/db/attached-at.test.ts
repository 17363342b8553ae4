import { eq, isNotNull, sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrationsFolder } from '../../db/migrations.ts'
import { engines, openTestDb } from '../support/databases.ts'

describe.each(engines)('files of before on %s', (engine) => {
  it('were attached when the timeline first names them, else when they came', async () => {
    const store = await openTestDb(engine)
    const { db } = store
    const at = (minute: number) => new Date(Date.UTC(2026, 5, 1, 0, minute))
    const file = (id: string, ticketId: string | null) => ({
      id,
      ticketId,
      name: id,
      contentType: 'image/png',
      size: 1,
      sha256: id,
      state: 'stored' as const,
      createdAt: at(1),
    })
    const line = (id: string, minute: number, attachmentIds: string[]) => ({
      id,
      ticketId: 'tkt_1',
      at: at(minute),
      type: 'supplement',
      actorKind: 'staff' as const,
      actorId: 'stf_1',
      actorName: '某',
      visibility: 'unit' as const,
      data: { attachmentIds },
    })
    await db.tx(async (tx) => {
      await tx.q
        .insert(tx.t.attachment)
        .values([file('att_named', 'tkt_1'), file('att_filed', 'tkt_1'), file('att_loose', null)])
      await tx.q
        .insert(tx.t.timelineEntry)
        .values([line('tle_1', 9, ['att_named']), line('tle_2', 5, ['att_other', 'att_named'])])
    })
    const migration = readFileSync(join(migrationsFolder(engine), '0011_who_may_know.sql'), 'utf8')
    // The very expression of the migration, in the update it stands in.
    const [, moment = ''] = /SET .attached_at. = (.*) WHERE .ticket_id. IS NOT NULL;/.exec(migration) ?? []
    await db.tx(({ q, t: { attachment } }) =>
      q
        .update(attachment)
        .set({ attachedAt: sql.raw(moment) })
        .where(isNotNull(attachment.ticketId))
        .returning(),
    )
    const attached = async (id: string) =>
      (await db.q.select().from(db.t.attachment).where(eq(db.t.attachment.id, id)))[0]?.attachedAt ?? null
    expect([await attached('att_named'), await attached('att_filed'), await attached('att_loose')]).toEqual([
      at(5),
      at(1),
      null,
    ])
    await store.drop()
  })
})
