import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCallByRef } from '../../../../api/calls/call/calls.store.ts'
import { sweepRecordings, sweepTurns } from '../../../../api/calls/old-calls.store.ts'
import {
  findRecordingFor,
  recordingsOfTicket,
  transcriptOfTicket,
} from '../../../../api/calls/recordings/recordings.store.ts'
import { TicketDto } from '../../../../api/tickets/ticket.dto.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { recordingRow } from '../../retention/old-rows.ts'

describe.each(engines)('a call that brings several tickets, %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  let calls = 0
  const codeOf = (answer: { status: number; body: unknown }) => [
    answer.status,
    Reflect.get(Object(answer.body), 'code'),
  ]
  /** A call with a recording and a line of transcript, filed; and a blank form for a further request. */
  const filedCall = async () => {
    const agent = await app.signIn('agent1')
    const ref = `CA${String(++calls).padStart(32, '0')}`
    const from = `+86138000300${String(calls).padStart(2, '0')}`
    await app.services.calls.answer({ kind: 'incoming', call: ref, from, to: '+862155512345' })
    const call = await findCallByRef(app.db, ref)
    if (!call) throw new Error('no call')
    const { contactId, citizenId, id: callId } = call
    const at = app.clock.now()
    await app.db.tx(async (tx) => {
      await tx.q.insert(tx.t.recording).values({ ...recordingRow(`rec-${ref}`, at, `${ref}-sound`), callId })
      await tx.q.insert(tx.t.callTurn).values({ id: `turn-${ref}`, callId, speaker: 'citizen', text: '两件事', at })
    })
    const file = (form: object) => agent('POST', '/api/tickets', { channel: 'call', ...form })
    const draft = async () => {
      const made = await agent('POST', '/api/drafts', { content: { citizenId, channel: 'call', furtherOf: contactId } })
      return String(Reflect.get(Object(made.body), 'id'))
    }
    const first = TicketDto.parse((await file({ contactId, text: '楼下路灯坏了' })).body)
    return { call, contactId, citizenId, callId, file, draft, first, recordingId: `rec-${ref}` }
  }
  const further = async (c: Awaited<ReturnType<typeof filedCall>>, form: object = {}) =>
    TicketDto.parse(
      (await c.file({ furtherOf: c.contactId, draftId: await c.draft(), text: '井盖也坏了', ...form })).body,
    )
  const contactOf = async (id: string | null) =>
    (await app.db.q.select().from(app.db.t.contact)).find((row) => row.id === id)

  it('has a contact for each: same citizen, line and call, filed, and the first stays as it was', async () => {
    const c = await filedCall()
    const before = await contactOf(c.contactId)
    const second = await further(c)
    expect(second.id).not.toBe(c.first.id)
    expect(second.contactId).not.toBe(c.contactId)
    expect(await contactOf(second.contactId)).toMatchObject({
      channel: 'call',
      citizenId: c.citizenId,
      callId: c.callId,
      lineId: before?.lineId,
      ticketId: second.id,
      state: 'filed',
      text: '井盖也坏了',
    })
    expect(await contactOf(c.contactId)).toEqual(before)
    const third = await further(c, { text: '还有噪音' })
    expect(new Set([c.first.number, second.number, third.number]).size).toBe(3)
  })

  it('files each form once, and only what is a further request', async () => {
    const c = await filedCall()
    const draftId = await c.draft()
    const form = { furtherOf: c.contactId, draftId, text: '井盖也坏了' }
    expect((await c.file(form)).status).toBe(200)
    const tickets = await app.db.q.$count(app.db.t.ticket)
    const contacts = await app.db.q.$count(app.db.t.contact)
    expect(codeOf(await c.file(form))).toEqual([404, 'draft.not-found'])
    expect(codeOf(await c.file({ furtherOf: c.contactId, text: '无草稿' }))).toEqual([422, 'request.invalid'])
    expect(codeOf(await c.file({ ...form, contactId: c.contactId }))).toEqual([422, 'request.invalid'])
    const nobody = { ...form, draftId: await c.draft(), furtherOf: `cnt_${'0'.repeat(20)}` }
    expect((await c.file(nobody)).status).toBe(422)
    expect(codeOf(await c.file({ contactId: c.contactId, text: '重复' })), 'the first is filed once').toEqual([
      409,
      'ticket.contact-filed',
    ])
    expect(await app.db.q.$count(app.db.t.ticket)).toBe(tickets)
    expect(await app.db.q.$count(app.db.t.contact)).toBe(contacts)
  })

  it.each(['violationReport', undefined])(
    'is heard and read at each, but by nobody of a unit that one reports on: %s',
    async (kind) => {
      const c = await filedCall()
      const unitId = app.world.units['water-bureau']
      const second = await further(c, { ...(kind && { kind }), respondentUnitId: unitId })
      const other = await filedCall()
      const actor = app.actor('agent1')
      const theirs = { ...actor, unitId, unitPath: app.directory.unitByCode('water-bureau')?.path ?? '' }
      for (const ticketId of [c.first.id, second.id]) {
        expect((await recordingsOfTicket(app.db, actor, ticketId)).map(({ id }) => id)).toEqual([c.recordingId])
        expect((await transcriptOfTicket(app.db, actor, ticketId)).map(({ text }) => text)).toEqual(['两件事'])
        expect(await recordingsOfTicket(app.db, theirs, ticketId)).toEqual([])
        expect(await transcriptOfTicket(app.db, theirs, ticketId)).toEqual([])
      }
      expect((await findRecordingFor(app.db, actor, c.recordingId))?.id).toBe(c.recordingId)
      expect(await findRecordingFor(app.db, theirs, c.recordingId)).toBeUndefined()
      expect((await findRecordingFor(app.db, theirs, other.recordingId))?.id, 'of another call').toBe(other.recordingId)
    },
  )

  it('keeps what was said until the last of them is over', async () => {
    const c = await filedCall()
    const second = await further(c)
    const close = (id: string) =>
      app.db.tx(async (tx) => {
        const { ticket } = tx.t
        await tx.q
          .update(ticket)
          .set({ closedAt: app.clock.now() })
          .where(eq(ticket.id, id))
          .returning({ id: ticket.id })
      })
    const sweep = () =>
      app.db.tx(async (tx) => {
        const page = { before: new Date(app.clock.now().getTime() + 1), after: null, limit: 100, now: app.clock.now() }
        await sweepRecordings(tx, page)
        await sweepTurns(tx, page)
      })
    const left = async () => [
      (await recordingsOfTicket(app.db, app.actor('agent1'), second.id)).length,
      (await transcriptOfTicket(app.db, app.actor('agent1'), second.id)).length,
    ]
    await close(c.first.id)
    await sweep()
    expect(await left()).toEqual([1, 1])
    await close(second.id)
    await sweep()
    expect(await left()).toEqual([0, 0])
  })
})
