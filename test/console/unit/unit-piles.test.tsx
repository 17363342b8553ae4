import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { refused } from '../../support/fake-server.ts'
import { changfeng, putuo, sampleClock } from '../tickets/ticket.sample.ts'
import { page, units } from '../tickets/ticket.server.ts'
import { openUnit, ticketOf } from './unit.scene.tsx'

const dispatched = (id: string) => ticketOf(id, { state: 'dispatched' })
const other = { id: 'u9', code: 'xuhui', name: '徐汇区', nameEn: 'Xuhui', level: 'district' } as const

describe('the piles of a unit', () => {
  it('are counted by their states, over all pages, and asked for by the unit', async () => {
    const { t, server, tab } = await openUnit([dispatched('t1')])
    const asked = () => server.questions('GET /api/tickets')
    await waitFor(() => expect(tab('toSign').textContent).toBe(`${t('unit.tab.toSign')}1`))
    expect(tab('handling').textContent).toBe(`${t('unit.tab.handling')}0`)
    expect(tab('done').textContent).toBe(t('unit.tab.done'))
    expect(asked()).toContainEqual({ view: 'all', state: 'dispatched', unit: putuo.id, sort: 'clock' })
  })

  it('carry no number rather than a wrong one where there are too many to count', async () => {
    const { t, server, tab, pile } = await openUnit([], {
      answers: { 'GET /api/tickets': () => ({ items: [dispatched('t1')], next: 'more' }) },
    })
    await pile('toSign')
    const counted = () => server.questions('GET /api/tickets').filter(({ size }) => size === '100')
    await waitFor(() => expect(counted()).toHaveLength(4))
    expect(tab('toSign').textContent).toBe(t('unit.tab.toSign'))
  })

  it('show of a ticket that another leads the limit of the own part, and who leads', async () => {
    const helping = ticketOf('t1', {
      leadUnit: other,
      clock: sampleClock({ state: 'overdue', remaining: { workingDays: 0, hours: 5, ms: -18_000_000 } }),
      partClock: sampleClock(),
    })
    const { t, pile } = await openUnit([helping], { path: '/unit?tab=beside' })
    const card = (await pile('beside')).getByRole('button').textContent ?? ''
    const amount = `${t('clock.workingDays', { count: 1 })} ${t('clock.hours', { count: 4 })}`
    expect(card).toContain(t('clock.left', { amount }))
    expect(card).toContain(t('unit.partLimit'))
    expect(card).toContain('徐汇区')
    expect(card).not.toContain(t('clock.over', { amount: t('clock.hours', { count: 5 }) }))
  })

  it('has beside it what others lead only, reading on until something is found', async () => {
    const own = [ticketOf('t1'), ticketOf('t2', { leadUnit: changfeng })]
    const helping = ticketOf('t3', { leadUnit: other })
    const { pile } = await openUnit([], {
      path: '/unit?tab=beside',
      answers: {
        'GET /api/tickets': (_body, { cursor, view }) =>
          view !== 'open' ? page([]) : cursor === 'next' ? page([helping]) : { items: own, next: 'next' },
      },
    })
    const cards = (await pile('beside')).getAllByRole('button')
    expect(cards.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('工单 t3')])
  })

  it('say that the units could not be read where what others lead cannot be told apart, and try again', async () => {
    const { t, server, press, pile } = await openUnit([ticketOf('t3', { leadUnit: other })], {
      path: '/unit?tab=beside',
      answers: { 'GET /api/units': () => refused(403, { code: 'auth.forbidden' }) },
    })
    expect(await screen.findByText(t('problem.auth.forbidden'))).toBeTruthy()
    server.answers['GET /api/units'] = () => page(units)
    await press(t('ui.retry'))
    expect((await pile('beside')).getByText('工单 t3')).toBeTruthy()
  })

  it('stand in the address, and what was open closes with its pile', async () => {
    const { user, tab, path, isOpen } = await openUnit([dispatched('t1')], { path: '/unit?id=t1' })
    await isOpen('工单 t1')
    await user.click(tab('handling'))
    expect(path()).toBe('/unit?tab=handling')
    await waitFor(() => expect(screen.queryByRole('heading', { name: '工单 t1' })).toBeNull())
  })
})

describe('signing for many at once', () => {
  const tickets = ['t1', 't2', 't3'].map((id) => dispatched(id))

  it('chooses by j and x, signs each by its own act, and says how many', async () => {
    const { user, t, server, pile } = await openUnit(tickets)
    await pile('toSign')
    await user.keyboard('xjx')
    expect(screen.getByText(t('ui.selectedCount', { count: 2 }))).toBeTruthy()
    server.list([tickets[2] ?? dispatched('t3')])
    await user.keyboard('{Shift>}s{/Shift}')
    expect(await screen.findByText(t('unit.signed', { count: 2 }))).toBeTruthy()
    const signed = [{ action: 'sign', version: 4, input: {} }]
    expect(['t1', 't2', 't3'].map((id) => server.acts(id))).toEqual([signed, signed, []])
    expect(screen.queryByRole('button', { name: t('unit.signChosen') })).toBeNull()
  })

  it('keeps chosen what failed, with the reason', async () => {
    const { user, t, server, pile, press } = await openUnit(tickets)
    const list = await pile('toSign')
    server.onAct('t2', () => refused(409, { code: 'ticket.conflict' }))
    for (const id of ['t1', 't2'])
      await user.click(list.getByRole('checkbox', { name: t('ui.selectRow', { name: `工单 ${id}` }) }))
    await press(t('unit.signChosen'))
    expect(await screen.findByText(t('unit.signedSome', { done: 1, failed: 1 }))).toBeTruthy()
    expect(screen.getByText(t('problem.ticket.conflict'))).toBeTruthy()
    expect(screen.getByText(t('ui.selectedCount', { count: 1 }))).toBeTruthy()
  })

  it('is for what is to be signed only', async () => {
    const { user, t, pile } = await openUnit([ticketOf('t1')], { path: '/unit?tab=handling' })
    await pile('handling')
    expect(screen.queryByRole('checkbox')).toBeNull()
    await user.keyboard('jx')
    expect(screen.queryByRole('button', { name: t('unit.signChosen') })).toBeNull()
  })
})
