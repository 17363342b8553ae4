import { createHash } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { retention } from '../../../api/retention/retention.table.ts'
import { createFolderFiles } from '../../../api/platform/files/folder-files.ts'
import { engines } from '../../support/databases.ts'
import { attachmentRow, callRow, messageRow, recordingRow } from './old-rows.ts'
import { day, retentionScene } from './retention.scene.ts'

describe.each(engines)('what is erased on %s', (engine) => {
  let s: Awaited<ReturnType<typeof retentionScene>>
  beforeEach(async () => {
    s = await retentionScene(engine)
  })
  afterEach(() => s.app.close())

  const ticketRow = async (id: string) => (await s.db.q.select().from(s.db.t.ticket)).find((row) => row.id === id)
  const withdraw = (ticket: { id: string }) => s.lives.act(ticket, 'agent1', 'withdraw', { reason: '市民自行解决' })

  /** A ticket that was answered and given a reason, with a call, a contact, a text and a file. */
  const wholeTicket = async () => {
    const ticket = await s.lives.reviewed()
    const { id: ticketId, citizenId } = ticket
    await s.db.tx(async (tx) => {
      const { t, q } = tx
      await q.insert(t.call).values(callRow('call-1', s.now(), { ticketId, citizenId }))
      await q.insert(t.recording).values(recordingRow('rec-1', s.now(), 'sound', 'call-1'))
      await q
        .insert(t.callTurn)
        .values({ id: 'turn-1', callId: 'call-1', speaker: 'citizen', text: '楼下垃圾堆了三天', at: s.now() })
      await q.insert(t.contact).values({
        id: 'cnt-1',
        channel: 'call',
        citizenId,
        callId: 'call-1',
        ticketId,
        state: 'filed',
        text: '楼下垃圾堆了三天',
        startedAt: s.now(),
      })
      await q.insert(t.message).values(messageRow('msg-1', s.now(), { ticketId, citizenId }))
      await q.insert(t.attachment).values(attachmentRow('att-1', s.now(), 'file', { ticketId }))
      await q.update(t.followUp).set({ reason: '没人来过', grade: 2 }).returning({ id: t.followUp.id })
    })
    return ticket
  }
  /** As if the ticket had been closed now. */
  const end = (id: string) =>
    s.db.tx(async (tx) => {
      const { ticket } = tx.t
      await tx.q.update(ticket).set({ state: 'closed', closedAt: s.now() }).returning({ id: ticket.id })
      return id
    })

  it('is nothing that belongs to an open ticket, whatever its age', async () => {
    await wholeTicket()
    await s.look()
    s.clock.advance(4_000 * day)
    const of = ({
      ticket,
      call,
      recording,
      callTurn,
      message,
      attachment,
      citizen,
      answer,
      contact,
    }: typeof s.db.t) => [ticket, call, recording, callTurn, message, attachment, citizen, answer, contact]
    const rows = () => Promise.all(of(s.db.t).map((table) => s.db.q.select().from(table)))
    const before = await rows()
    await s.toTheEnd()
    expect(await rows()).toEqual(before)
  })

  it('are the words of a ticket that is over, never its figures', async () => {
    const ticket = await wholeTicket()
    await end(ticket.id)
    const closedAt = s.now()
    await s.look()
    s.clock.advance(retention.tickets.days * day - 60_000)
    await s.toTheEnd()
    expect((await ticketRow(ticket.id))?.erasedAt).toBeNull()
    s.clock.advance(day)
    await s.toTheEnd()
    const { clock: limit, citizenId, number, kind, matterCode, leadUnitId, streetId, createdAt } = ticket
    expect(await ticketRow(ticket.id)).toMatchObject({
      title: '—',
      request: '',
      searchText: '',
      place: null,
      lat: null,
      lon: null,
      proposal: null,
      outcome: null,
      number,
      kind,
      matterCode,
      leadUnitId,
      streetId,
      createdAt,
      closedAt,
      citizenId,
      state: 'closed',
      clock: limit,
      erasedAt: s.now(),
    })
    const { t, q } = s.db
    for (const table of [t.timelineEntry, t.attachment, t.trainingExample, t.message, t.recording, t.callTurn])
      expect(await q.select().from(table)).toEqual([])
    expect(await q.select().from(t.answer)).toMatchObject([{ text: '', result: '', state: 'passed' }])
    expect(await q.select().from(t.followUp)).toMatchObject([{ reason: null, grade: 2 }])
    expect(await q.select().from(t.contact)).toMatchObject([{ text: '', state: 'filed', channel: 'call' }])
    expect(await q.select().from(t.call)).toMatchObject([{ fromNumber: '', toNumber: '', state: 'ended' }])
  })

  it.each(['first', 'further'] as const)(
    'is not the number of a call that brought another ticket, until that one is erased as well: the %s ends first',
    async (early) => {
      const first = await wholeTicket()
      const further = await s.lives.open({ citizenId: first.citizenId })
      await s.db.tx((tx) =>
        tx.q.insert(tx.t.contact).values({
          id: 'cnt-2',
          channel: 'call',
          citizenId: first.citizenId,
          callId: 'call-1',
          ticketId: further.id,
          state: 'filed',
          text: '还有一件',
          startedAt: s.now(),
        }),
      )
      const [before, after] = early === 'first' ? [first, further] : [further, first]
      const close = ({ id }: { id: string }) =>
        s.db.tx((tx) =>
          tx.q
            .update(tx.t.ticket)
            .set({ state: 'closed', closedAt: s.now() })
            .where(eq(tx.t.ticket.id, id))
            .returning({ id: tx.t.ticket.id }),
        )
      const numbers = async () => (await s.db.q.select().from(s.db.t.call)).map(({ fromNumber }) => fromNumber)
      const kept = await numbers()
      await close(before)
      await s.look()
      s.clock.advance((retention.tickets.days + 1) * day)
      await s.toTheEnd()
      expect((await ticketRow(before.id))?.erasedAt).not.toBeNull()
      expect(await numbers()).toEqual(kept)
      await close(after)
      s.clock.advance((retention.tickets.days + 1) * day)
      await s.toTheEnd()
      expect((await ticketRow(after.id))?.erasedAt).not.toBeNull()
      expect(await numbers()).toEqual([''])
    },
  )

  it('is shown as erased, and nobody does anything on it', async () => {
    const ticket = await wholeTicket()
    await end(ticket.id)
    await s.look()
    s.clock.advance((retention.tickets.days + 1) * day)
    await s.toTheEnd()
    const lead = await s.app.signIn('supervisor1')
    const read = await lead('GET', `/api/tickets/${ticket.id}`)
    expect(read.body).toMatchObject({
      erasedAt: s.now().toISOString(),
      actions: [],
      request: '',
      answers: [{ text: '' }],
    })
    const { version } = read.body as { version: number }
    const act = { action: 'note', version, input: { text: '再记一笔' } }
    const noted = await lead('POST', `/api/tickets/${ticket.id}/actions`, act)
    expect([noted.status, (noted.body as { code?: string }).code]).toEqual([409, 'ticket.erased'])
    expect((await lead('GET', '/api/tickets')).status).toBe(200)
    expect((await lead('GET', `/api/tickets/${ticket.id}/timeline`)).status).toBe(200)
  })

  it('waits, where a ticket was merged into another, for the end of that one', async () => {
    const main = await s.lives.handling()
    const child = await s.lives.open()
    await s.lives.act(child, 'dispatcher1', 'merge', { mainTicketId: main.id })
    await s.look()
    s.clock.advance(2 * retention.tickets.days * day)
    await s.toTheEnd()
    expect((await ticketRow(child.id))?.erasedAt).toBeNull()
    await s.db.tx(async (tx) => {
      await tx.q.update(tx.t.ticket).set({ closedAt: s.now(), state: 'closed' }).returning({ id: tx.t.ticket.id })
    })
    s.clock.advance((retention.tickets.days + 1) * day)
    await s.toTheEnd()
    expect((await ticketRow(child.id))?.erasedAt).toEqual(s.now())
  })

  it('makes of a citizen one whom nobody can ring or text, and of the same number a new one', async () => {
    const citizen = await s.lives.citizen('+8613912345678')
    const ticket = await s.lives.open({ citizenId: citizen.id })
    await s.db.tx(async (tx) => {
      const { t, q } = tx
      await q.update(t.citizen).set({ name: '王芳', note: '常来电' }).returning({ id: t.citizen.id })
      await q.insert(t.call).values(callRow('call-1', s.now(), { citizenId: citizen.id, fromNumber: citizen.phone }))
      await q.insert(t.optOut).values({
        id: 'opt-1',
        phone: citizen.phone,
        channel: 'sms',
        state: 'stopped',
        source: 'text',
        at: s.now(),
      })
    })
    await withdraw(ticket)
    await s.look()
    s.clock.advance((retention.citizens.days + 1) * day)
    await s.toTheEnd()
    const { t, q } = s.db
    const left = [t.citizen, t.ticket, t.call, t.contact, t.message, t.timelineEntry, t.outbox, t.liveEvent]
    const everything = JSON.stringify(await Promise.all(left.map((table) => q.select().from(table))))
    expect(everything).not.toMatch(/13912345678|王芳|常来电|垃圾/)
    expect(await q.select().from(t.citizen)).toMatchObject([
      { id: citizen.id, phone: `anonymous:${citizen.id}`, name: null, note: null, contactCount: 1 },
    ])
    expect(await q.select().from(t.ticket)).toMatchObject([{ citizenId: citizen.id, state: 'withdrawn' }])
    expect(await q.select().from(t.optOut), 'a wish holds').toHaveLength(1)
    expect((await s.lives.citizen('+8613912345678')).id).not.toBe(citizen.id)
    expect(JSON.stringify(await s.auditOf('citizens'))).not.toContain(citizen.id)
  })

  it('leaves a citizen with an open ticket, an open contact, or a ticket that ended late', async () => {
    const [open, waiting, late] = [await s.lives.citizen(), await s.lives.citizen(), await s.lives.citizen()]
    await s.lives.open({ citizenId: open.id })
    const ticket = await s.lives.open({ citizenId: late.id })
    await s.db.tx((tx) =>
      tx.q.insert(tx.t.contact).values({
        id: 'cnt-1',
        channel: 'sms',
        citizenId: waiting.id,
        state: 'open',
        text: '喂',
        startedAt: s.now(),
      }),
    )
    await s.look()
    s.clock.advance((retention.citizens.days - 1) * day)
    await withdraw(ticket)
    s.clock.advance(10 * day)
    await s.toTheEnd()
    const left = async () => {
      const rows = await s.db.q.select().from(s.db.t.citizen)
      return rows.filter(({ erasedAt }) => erasedAt === null).map(({ id }) => id)
    }
    expect(new Set(await left())).toEqual(new Set([open.id, waiting.id, late.id]))
    s.clock.advance(retention.citizens.days * day)
    await s.toTheEnd()
    expect(new Set(await left())).toEqual(new Set([open.id, waiting.id]))
  })

  describe('of files', () => {
    const bytes = Buffer.from('a picture')
    const name = createHash('sha256').update(bytes).digest('hex')
    const files = () => createFolderFiles(s.app.deps.config.dataDir)
    const isThere = async () => (await files().get(name)) !== null
    const path = () => join(s.app.deps.config.dataDir, 'attachments', name.slice(0, 2), name)
    /** Written when the clock of the test says. */
    const store = async (at = s.now()) => {
      await files().put(bytes)
      await utimes(path(), at, at)
    }

    it('goes one that two rows share with the last of them, whatever they are', async () => {
      await s.pastFirstWeek()
      await s.toTheEnd()
      await store()
      await s.db.tx(async (tx) => {
        await tx.q.insert(tx.t.attachment).values(attachmentRow('att-1', s.now(), name))
        await tx.q.insert(tx.t.message).values(messageRow('msg-1', s.now()))
        await tx.q.insert(tx.t.attachment).values(attachmentRow('att-2', s.now(), name, { messageId: 'msg-1' }))
        await tx.q.insert(tx.t.recording).values(recordingRow('rec-1', s.now(), name))
      })
      s.clock.advance(3 * day)
      await s.toTheEnd()
      expect(await s.whole('uploads')).toEqual(['att-2'])
      expect(await isThere()).toBe(true)
      s.clock.advance(retention.recordings.days * day)
      await s.toTheEnd()
      expect(await s.whole('recordings')).toEqual([])
      expect(await isThere()).toBe(true)
      s.clock.advance((retention.texts.days - retention.recordings.days) * day)
      await s.toTheEnd()
      expect(await s.whole('uploads')).toEqual([])
      expect(await isThere()).toBe(false)
      expect(await s.auditOf('files')).toMatchObject([{ after: { count: 1 } }])
    })

    it('goes one that was stored and never named, but not within an hour', async () => {
      await s.pastFirstWeek()
      await store(new Date(s.now().getTime() - 59 * 60_000))
      await s.toTheEnd()
      expect(await isThere()).toBe(true)
      s.clock.advance(day)
      await s.toTheEnd()
      expect(await isThere()).toBe(false)
    })

    it('stays one that is named between the look and the removal', async () => {
      await store(s.ago(2))
      const at = s.ago(1)
      expect(await files().remove(name, at, async () => true)).toBe(false)
      expect(await isThere()).toBe(true)
      await store()
      expect(await files().remove(name, at, async () => false), 'it was stored again').toBe(false)
      expect(await isThere()).toBe(true)
      await utimes(path(), s.ago(2), s.ago(2))
      expect(await files().remove(name, at, async () => false)).toBe(true)
      expect(await files().remove(name, at, async () => false)).toBe(false)
      expect(await isThere()).toBe(false)
    })
  })
})
