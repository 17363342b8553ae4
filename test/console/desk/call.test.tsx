import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { deskServer, sitDown } from './desk.scene.tsx'
import { at, sampleCall, sampleDraft, sampleTurn } from './desk.sample.ts'

const open = async (call: Parameters<typeof sampleCall>[0] = {}, answers: Parameters<typeof deskServer>[0] = {}) => {
  const server = deskServer(answers)
  server.kept.call = sampleCall(call)
  server.kept.draft = sampleDraft({ contactId: 'contact-1' }, { contactId: 'contact-1' })
  const desk = await sitDown(server, { open: 'call:call-1' })
  return {
    ...desk,
    /** The server changes the call and says so. */
    becomes: (over: Parameters<typeof sampleCall>[0]) => {
      server.kept.call = { ...server.kept.call, ...over }
      desk.hear('call', 'call-1')
    },
  }
}

describe('a call on the desk', () => {
  it('shows before the talk what one should know, and then the form, with the cursor in it', async () => {
    const { t, becomes, request } = await open({
      state: 'ringing',
      draftId: null,
      answeredAt: null,
      openTickets: [{ id: 't7', number: '7', title: '路灯不亮', state: 'handling', dueAt: null }],
      earlier: [
        { id: 'e2', channel: 'sms', text: '  ', startedAt: at, state: 'closed', ticket: null },
        { id: 'e1', channel: 'call', text: '上次说过噪音', startedAt: at, state: 'closed', ticket: null },
      ],
    })
    const ticket = await screen.findByRole('link', { name: /路灯不亮/ })
    expect(ticket.textContent).toContain(t('state.handling'))
    expect(screen.getByText('上次说过噪音'), 'the last one that said anything').toBeDefined()
    expect(screen.queryByRole('form', { name: t('desk.form') })).toBeNull()
    becomes({ state: 'talking', draftId: 'draft-1', answeredAt: at })
    const field = await request()
    await waitFor(() => expect(document.activeElement).toBe(field))
    expect(screen.queryByText('上次说过噪音')).toBeNull()
  })

  it('says of somebody new that nothing is known', async () => {
    const { t } = await open({ state: 'ringing', draftId: null })
    await screen.findByText(t('desk.firstContact'))
  })

  it('writes into the form what the citizen says, until a person writes; then a line is taken over by hand', async () => {
    const agent = sampleTurn('请问在哪里', { speaker: 'agent' })
    const { t, becomes, request, user } = await open({ transcript: [sampleTurn('井盖坏了')] })
    const field = await request()
    await waitFor(() => expect(field.value).toBe('井盖坏了'))
    becomes({ transcript: [sampleTurn('井盖坏了'), agent, sampleTurn('大渡河路')] })
    await waitFor(() => expect(field.value, 'the citizen’s words only').toBe('井盖坏了\n大渡河路'))
    const talk = within(screen.getByRole('region', { name: t('desk.transcript') }))
    expect(talk.queryByRole('button', { name: t('desk.insertTurn') })).toBeNull()
    expect(talk.getAllByRole('listitem').map((line) => line.firstChild?.textContent)).toEqual([
      t('desk.speaker.citizen'),
      t('desk.speaker.agent'),
      t('desk.speaker.citizen'),
    ])
    await user.clear(field)
    await user.type(field, '井盖破损')
    becomes({ transcript: [agent, sampleTurn('有人绊倒')] })
    await talk.findByText('有人绊倒')
    expect(field.value, 'no word of a person’s is overwritten').toBe('井盖破损')
    await user.click(talk.getByRole('button', { name: t('desk.insertTurn') }))
    expect(field.value).toBe('井盖破损\n有人绊倒')
  })

  it('begins an empty form where the draft cannot be read', async () => {
    const { request, user } = await open(
      {},
      { 'GET /api/drafts/draft-1': () => refused(404, { code: 'draft.not-found' }) },
    )
    await user.type(await request(), '井盖')
  })

  it('shows what became of one that is filed, and no form', async () => {
    const { t } = await open({ state: 'ended', endedAt: at, ticketId: 't1', draftId: null })
    await screen.findByText(t('desk.filed'))
    await screen.findByText('2026 0601 0001')
    expect(screen.queryByRole('form', { name: t('desk.form') })).toBeNull()
    expect(screen.getByRole('link', { name: t('desk.openTicket') }).getAttribute('href')).toBe('/tickets/t1')
  })

  it('says of a ticket that cannot be read why, and reads it again when asked', async () => {
    const one = 'GET /api/tickets/t1'
    const { t, server, user } = await open(
      { state: 'ended', endedAt: at, ticketId: 't1', draftId: null },
      { [one]: () => refused(403, { code: 'auth.forbidden' }) },
    )
    await screen.findByText(t('problem.auth.forbidden'))
    expect(screen.getByRole('heading', { name: /李女士/ }), 'the call stays').toBeDefined()
    server.answers[one] = () => ({ id: 't1', number: '202606010001', title: '井盖', state: 'handling' })
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    await screen.findByText('2026 0601 0001')
  })
})
