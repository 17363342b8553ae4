import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TicketQuery } from '../../../../api/tickets/reading/ticket-list.query.ts'
import { createAttachments, type AttachmentDeps } from '../../../../api/tickets/files/attachments.ts'
import { engines } from '../../../support/databases.ts'
import { createTicketWorld, type TicketWorld } from '../support.ts'

describe.each(engines)('a ticket that a unit had and lost, %s', (engine) => {
  let w: TicketWorld
  beforeAll(async () => {
    w = await createTicketWorld(engine)
  })
  afterAll(() => w.close())

  const before = 'hedong-binjiang-1'
  const next = 'hexi-1'
  const read = (who: Parameters<typeof w.actor>[0], id: string) => w.tickets.read.ticket(w.actor(who), id)
  const timeline = async (who: Parameters<typeof w.actor>[0], id: string) =>
    (await w.tickets.read.timeline(w.actor(who), id, { size: 100 })).items.map(({ text }) => text)
  const listed = async (who: Parameters<typeof w.actor>[0], id: string) =>
    (await w.tickets.read.list(w.actor(who), TicketQuery.parse({ view: 'all', size: '100' }))).items.some(
      (one) => one.id === id,
    )
  /** Taken from Binjiang street while it worked on it, and answered by Hexi district. */
  const takenAway = async () => {
    const ticket = await w.handling()
    await w.act(ticket, before, 'note', { text: '已到现场查看。' })
    w.clock.advance(60_000)
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '属河西辖区' })
    w.clock.advance(60_000)
    await w.act(ticket, next, 'sign')
    return w.act(ticket, next, 'answer', { text: '河西已清运。', result: '河西环卫处理。' })
  }

  it('shows the unit its own part as it stood, and nothing of what came later', async () => {
    const ticket = await takenAway()
    const seen = await read(before, ticket.id)
    expect(seen).toMatchObject({
      state: 'handling',
      citizen: null,
      clock: null,
      answers: [],
      followUps: [],
      actions: [],
    })
    expect(seen.lostAt).toBe(seen.updatedAt)
    expect(seen.leadUnit?.code).toBe('hedong-binjiang')
    expect(seen.assignments.map(({ unit, endReason }) => [unit.code, endReason])).toEqual([
      ['hedong-binjiang', 'redispatched'],
    ])
    const lines = await timeline(before, ticket.id)
    expect(lines).toContain('已到现场查看。')
    expect(lines.join()).not.toMatch(/河西/)
    expect(JSON.stringify(seen)).not.toMatch(/河西|hexi/)
    expect((await read(next, ticket.id)).answers).toHaveLength(1)
    expect((await read('dispatcher1', ticket.id)).lostAt).toBeNull()
  })

  it('leaves the unit’s lists, and takes no act of its people', async () => {
    const ticket = await takenAway()
    expect([await listed(before, ticket.id), await listed(next, ticket.id)]).toEqual([false, true])
    await expect(w.act(ticket, before, 'note', { text: '补充' })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(w.act(ticket, 'hedong-binjiang-head', 'note', { text: '补充' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  })

  it('keeps from the unit the files that came later', async () => {
    const files: AttachmentDeps['files'] = {
      put: async () => '',
      get: async () => Buffer.from('x'),
    }
    const { download } = createAttachments({ ...w.deps, files })
    const ticket = await w.handling()
    const file = (name: string) =>
      w.db.tx(async (tx) => {
        const id = w.deps.ids.next('attachment')
        const [row] = await tx.q
          .insert(tx.t.attachment)
          .values({
            id,
            ticketId: ticket.id,
            name,
            contentType: 'image/png',
            size: 1,
            sha256: name,
            state: 'stored',
            uploadedBy: 'staff',
            createdAt: w.clock.now(),
            attachedAt: w.clock.now(),
          })
          .returning()
        return row?.id ?? ''
      })
    const own = await file('own.png')
    w.clock.advance(60_000)
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '属河西辖区' })
    w.clock.advance(60_000)
    const later = await file('later.png')
    expect((await read(before, ticket.id)).attachments.map(({ name }) => name)).toEqual(['own.png'])
    await expect(download(w.actor(before), own)).resolves.toMatchObject({ name: 'own.png' })
    await expect(download(w.actor(before), later)).rejects.toMatchObject({ code: 'attachment.not-found' })
    await expect(download(w.actor(next), later)).resolves.toMatchObject({ name: 'later.png' })
  })

  it('keeps from the unit a file that was there before, and was given to the ticket after', async () => {
    const files: AttachmentDeps['files'] = {
      put: async () => 'sha',
      get: async () => Buffer.from('x'),
    }
    const { upload, download } = createAttachments({ ...w.deps, files })
    const bytes = new TextEncoder().encode('%PDF-1.7')
    const ticket = await w.handling()
    const early = await upload(w.actor('agent1'), { name: 'early.pdf', bytes })
    const before = await upload(w.actor('agent1'), { name: 'before.pdf', bytes })
    await w.act(ticket, 'agent1', 'supplement', { text: '市民发来照片', attachmentIds: [early.id] })
    w.clock.advance(60_000)
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '属河西辖区' })
    w.clock.advance(60_000)
    // What the ticket had already stays what it was, though an act names it again.
    await w.act(ticket, 'agent1', 'supplement', { text: '市民又发来', attachmentIds: [before.id, early.id] })
    const seen = (await read('hedong-binjiang-1', ticket.id)).attachments.map(({ name }) => name)
    expect(seen).toEqual(['early.pdf'])
    await expect(download(w.actor('hedong-binjiang-1'), early.id)).resolves.toBeTruthy()
    await expect(download(w.actor('hedong-binjiang-1'), before.id)).rejects.toMatchObject({
      code: 'attachment.not-found',
    })
    await expect(download(w.actor(next), before.id)).resolves.toMatchObject({ name: 'before.pdf' })
  })

  it('stays with the unit that kept it to its end', async () => {
    const ticket = await w.handling()
    await w.act(ticket, 'agent1', 'withdraw', { reason: '市民来电撤单' })
    expect(await read(before, ticket.id)).toMatchObject({ state: 'withdrawn', lostAt: null })
    expect(await listed(before, ticket.id)).toBe(true)
    await expect(w.act(ticket, before, 'note', { text: '已告知现场人员。' })).resolves.toBeTruthy()
  })

  it('is lost as well when it is done again after its end, by others', async () => {
    const ticket = await w.reviewed({ replyWanted: false })
    expect(await read(before, ticket.id)).toMatchObject({ state: 'closed', lostAt: null })
    await w.act(ticket, 'supervisor1', 'redo', { reason: '市民反映未解决' })
    await w.act(ticket, 'dispatcher1', 'redispatch', { leadUnitId: w.world.units.hexi, reason: '属河西辖区' })
    expect((await read(before, ticket.id)).lostAt).not.toBeNull()
    expect(await listed(before, ticket.id)).toBe(false)
  })

  it('is read in full again by a unit that gets it again', async () => {
    const ticket = await takenAway()
    await w.act(ticket, 'reviewer1', 'sendBack', { note: '请补充' })
    await w.act(ticket, 'dispatcher1', 'redispatch', {
      leadUnitId: w.world.units['hedong-binjiang'],
      reason: '核实后仍属滨江',
    })
    expect(await read(before, ticket.id)).toMatchObject({ state: 'dispatched', lostAt: null })
    expect(await listed(before, ticket.id)).toBe(true)
    expect((await read(next, ticket.id)).lostAt).not.toBeNull()
  })
})
