import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { sampleAssignment } from '../tickets/ticket.sample.ts'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { openUnit, ticketOf } from './unit.scene.tsx'

type State = TicketDto['state']
const offered = (action: 'sign' | 'answer'): TicketDto['actions'] => [{ action, tone: 'primary', needs: [], tells: [] }]
const toSign = (id: string) => ticketOf(id, { state: 'dispatched', actions: offered('sign') })
const inHand = (id: string) =>
  ticketOf(id, {
    state: 'handling',
    actions: offered('answer'),
    assignments: [sampleAssignment({ signedAt: '2026-06-01T02:00:00.000Z' })],
  })
const after = (ticket: TicketDto, state: State) => () => ({ ...ticket, state, version: 5, actions: [] })

describe('after an act on the unit’s desk', () => {
  it.each([
    ['t1', 't2'],
    ['t2', 't3'],
    ['t3', 't2'],
  ])('that takes %s out of its pile, %s opens', async (id, next) => {
    const tickets = ['t1', 't2', 't3'].map(toSign)
    const { user, server, isOpen, path, pile } = await openUnit(tickets, { path: `/unit?id=${id}` })
    await isOpen(`工单 ${id}`)
    await pile('toSign')
    server.onAct(id, after(toSign(id), 'handling'))
    await user.keyboard('s')
    await isOpen(`工单 ${next}`)
    expect(path()).toBe(`/unit?id=${next}`)
    expect(server.acts(id)).toEqual([{ action: 'sign', version: 4, input: {} }])
  })

  it('an answer that is written and sent leads on to the next one', async () => {
    const tickets = ['t1', 't2'].map(inHand)
    const { user, t, server, isOpen, pile } = await openUnit(tickets, { path: '/unit?tab=handling&id=t1' })
    await isOpen('工单 t1')
    await pile('handling')
    server.onAct('t1', after(inHand('t1'), 'answered'))
    await user.keyboard('a')
    const form = within(await screen.findByRole('form', { name: t('action.answer') }))
    await user.type(form.getByRole('textbox', { name: new RegExp(`^${t('form.answer.text')}`) }), '灯已修好')
    await user.type(form.getByRole('textbox', { name: new RegExp(`^${t('form.answer.result')}`) }), '更换灯泡')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await isOpen('工单 t2')
    expect(screen.queryByRole('form', { name: t('action.answer') })).toBeNull()
  })

  it('that leaves the ticket in its pile, it stays open', async () => {
    const tickets = ['t1', 't2'].map(toSign)
    const { user, t, server, isOpen, path, pile } = await openUnit(tickets, { path: '/unit?id=t1' })
    await isOpen('工单 t1')
    await pile('toSign')
    server.onAct('t1', after(toSign('t1'), 'dispatched'))
    await user.keyboard('s')
    await screen.findByText(t('act.done', { action: t('action.sign') }))
    expect(path()).toBe('/unit?id=t1')
  })

  it('the last one of the pile stays open', async () => {
    const { user, t, server, isOpen, path, pile } = await openUnit([toSign('t1')], { path: '/unit?id=t1' })
    await isOpen('工单 t1')
    await pile('toSign')
    server.onAct('t1', after(toSign('t1'), 'handling'))
    await user.keyboard('s')
    await screen.findByText(t('act.done', { action: t('action.sign') }))
    await waitFor(() => expect(path()).toBe('/unit?id=t1'))
  })
})
