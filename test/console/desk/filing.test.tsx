import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { filedTicket, deskServer, file, sitDown } from './desk.scene.tsx'
import { sampleDraft, sampleTurn } from './desk.sample.ts'

const post = 'POST /api/tickets'
const put = 'PUT /api/drafts/draft-1'

/** The desk with a call on it, and the cursor in its form. */
const inCall = async () => {
  const server = deskServer()
  server.kept.draft = sampleDraft({ contactId: 'contact-1' }, { contactId: 'contact-1' })
  const desk = await sitDown(server, { open: 'call:call-1' })
  const field = await desk.request()
  await waitFor(() => expect(document.activeElement, 'the hands are in the request').toBe(field))
  await desk.user.type(field, '井盖破损')
  return { ...desk, field, press: () => desk.user.keyboard('{Control>}{Enter}{/Control}') }
}
const notice = async (t: (key: 'desk.filed') => string) => {
  const words = await screen.findAllByText(t('desk.filed'))
  expect(words, 'it is said once').toHaveLength(1)
  return words[0]?.closest('[role=status]')
}

describe('filing a form', () => {
  it('leads the focus to what became of it, and leaves it there while everything is read again', async () => {
    const { press, t, server, hear } = await inCall()
    await press()
    const shown = await notice(t)
    await waitFor(() => expect(document.activeElement).toBe(shown))
    await waitFor(() => expect(server.bodies('GET /api/calls/call-1').length).toBeGreaterThan(1))
    hear('ticket', 't1')
    hear('call', 'call-1')
    await waitFor(() => expect(server.bodies('GET /api/tickets/t1').length).toBeGreaterThan(1))
    await waitFor(() => expect(server.bodies('GET /api/calls/call-1').length).toBeGreaterThan(2))
    expect(await notice(t), 'the same notice stays').toBe(shown)
    expect(document.activeElement).toBe(shown)
    expect(shown?.textContent).toContain('2026 0601 0001')
    expect(shown?.textContent).toContain(t('state.awaitingDispatch'))
  })

  it('keeps the call and what is said in sight while the ticket is on its way', async () => {
    const { press, t, server, hear } = await inCall()
    server.hold(post)
    server.hold('GET /api/tickets/t1')
    await press()
    file(server.kept)
    hear('call', 'call-1')
    await notice(t)
    expect(screen.getByRole('region', { name: t('desk.transcript') })).toBeDefined()
    expect(screen.getByRole('heading', { name: /李女士/ })).toBeDefined()
  })

  it('asks for no draft that is gone when the news come before the answer', async () => {
    const { press, t, server, hear } = await inCall()
    const filing = server.hold(post)
    await press()
    await waitFor(() => expect(filing).toHaveLength(1))
    file(server.kept)
    hear('call', 'call-1')
    const shown = await notice(t)
    await waitFor(() => expect(document.activeElement).toBe(shown))
    filing[0]?.answer(filedTicket)
    await waitFor(() => expect(server.bodies('GET /api/drafts').length).toBeGreaterThan(1))
    expect(document.activeElement).toBe(shown)
    expect(server.bodies(put), 'nothing was saved into the void').toHaveLength(0)
    expect(server.bodies('GET /api/drafts/draft-1'), 'nothing was read from it').toHaveLength(1)
    expect(localStorage, 'nothing is left on the device').toHaveLength(0)
  })

  it('waits for a save that is on its way, and the draft leaves the list for good', async () => {
    const server = deskServer()
    server.kept.draft = sampleDraft({ text: '井盖破损' })
    const { request, user, t, save } = await sitDown(server)
    const list = await screen.findByRole('region', { name: t('desk.drafts') })
    expect(within(list).getByRole('button', { name: /井盖破损/ })).toBeDefined()
    await user.type(await request(), '，绊倒人')
    const saving = server.hold(put)
    const filing = server.hold(post)
    save()
    await waitFor(() => expect(saving).toHaveLength(1))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(filing, 'the save arrives first').toHaveLength(0)
    saving[0]?.answer(sampleDraft({ text: '井盖破损，绊倒人' }, { version: 4 }))
    await waitFor(() => expect(filing).toHaveLength(1))
    expect(filing[0]?.body).toMatchObject({ draftId: 'draft-1', text: '井盖破损，绊倒人' })
    const lists = server.hold('GET /api/drafts')
    filing[0]?.answer(file(server.kept))
    await notice(t)
    const gone = () => expect(screen.queryByRole('region', { name: t('desk.drafts') })).toBeNull()
    await waitFor(gone)
    await waitFor(() => expect(lists).toHaveLength(1))
    lists[0]?.answer({ items: [] })
    save()
    await waitFor(gone)
    expect(server.bodies(put), 'and is not saved again').toHaveLength(1)
  })

  it('goes on saving what was typed when it is refused', async () => {
    const { press, t, server, user, field, save } = await inCall()
    server.answers[post] = () => refused(503, { code: 'internal' })
    await press()
    await screen.findByText(t('problem.internal'))
    await user.type(field, '，请尽快')
    save()
    await waitFor(() => expect(server.bodies(put)).toHaveLength(1))
    expect(server.bodies(put)[0]).toMatchObject({ version: 3, content: { text: '井盖破损，请尽快' } })
    expect(field.value).toBe('井盖破损，请尽快')
  })
})

describe('typing in a form', () => {
  it('loses no key to what is read again meanwhile', async () => {
    const { server, user, field, hear } = await inCall()
    for (const [times, said] of ['在大渡河路', '108弄', '昨天晚上开始'].entries()) {
      server.kept.call = {
        ...server.kept.call,
        transcript: [...server.kept.call.transcript, sampleTurn(said)],
      }
      hear('call', 'call-1')
      hear('ticket', 't9')
      await user.keyboard('甲')
      await screen.findByText(said)
      await user.keyboard('乙')
      expect(field.value).toBe(`井盖破损${'甲乙'.repeat(times + 1)}`)
      expect(document.activeElement).toBe(field)
    }
  })

  it('is not overwritten by the draft as the server has it when the stream begins anew', async () => {
    const server = deskServer()
    server.kept.draft = sampleDraft({ text: '井盖' })
    const { request, user, reset } = await sitDown(server)
    const field = await request()
    await user.type(field, '破损')
    const before = server.bodies('GET /api/drafts').length
    reset()
    await waitFor(() => expect(server.bodies('GET /api/drafts').length).toBeGreaterThan(before))
    await user.keyboard('了')
    expect(await request(), 'the field is the same').toBe(field)
    expect(field.value).toBe('井盖破损了')
    expect(server.bodies('GET /api/drafts/draft-1'), 'a form is read once').toHaveLength(1)
  })
})

describe('one more request', () => {
  const further = 'POST /api/drafts'
  it.each(['button', 'key'] as const)('of a call that was filed begins on a blank form, by %s', async (how) => {
    const { press, t, user, server } = await inCall()
    await press()
    await notice(t)
    server.answers[further] = (body) => {
      const { content } = Object(body)
      server.kept.draft = sampleDraft(content, { id: 'draft-2' })
      return server.kept.draft
    }
    server.answers['GET /api/drafts/draft-2'] = () => server.kept.draft
    server.answers['PUT /api/drafts/draft-2'] = () => server.kept.draft
    if (how === 'button') await user.click(screen.getByRole('button', { name: new RegExp(t('desk.further')) }))
    else await user.keyboard('{Alt>}j{/Alt}')
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: t('desk.request') })
    expect(field.value, 'nothing of the first').toBe('')
    expect(screen.getByText(t('desk.source.further'))).toBeDefined()
    expect(server.bodies(further)).toEqual([
      {
        content: expect.objectContaining({
          citizenId: 'c1',
          channel: 'call',
          lineId: 'line-1',
          furtherOf: 'contact-1',
        }),
      },
    ])
    await user.type(field, '还有噪音')
    await press()
    await waitFor(() => expect(server.bodies(post)).toHaveLength(2))
    expect(server.bodies(post)[1]).toMatchObject({ furtherOf: 'contact-1', draftId: 'draft-2', text: '还有噪音' })
    expect(server.bodies(post)[1]).not.toHaveProperty('contactId')
    await notice(t)
    await user.keyboard('{Alt>}j{/Alt}')
    await waitFor(() => expect(server.bodies(further)).toHaveLength(2))
    expect(server.bodies(further)[1], 'a third is of the same contact').toMatchObject({
      content: { furtherOf: 'contact-1' },
    })
  })

  it('says that it could not be begun, and can be tried again', async () => {
    const { press, t, user, server } = await inCall()
    await press()
    await notice(t)
    server.answers[further] = () => refused(503, { code: 'internal' })
    await user.keyboard('{Alt>}j{/Alt}')
    await screen.findByText(t('problem.internal'))
    await user.keyboard('{Alt>}j{/Alt}')
    await waitFor(() => expect(server.bodies(further)).toHaveLength(2))
    await notice(t)
  })
})
