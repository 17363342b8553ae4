import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../../console/i18n/i18n.types.ts'
import { TicketListPage } from '../../../../console/tickets/ticket-list.page.tsx'
import { FakeEventSource } from '../../../support/fake-server.ts'
import { withLayout } from '../../../support/layout.ts'
import { show, someone } from '../../../support/screen.tsx'
import { sampleClock, sampleTicket } from '../ticket.sample.ts'
import { deskServer } from '../ticket.server.ts'

const tickets = ['t1', 't2', 't3'].map((id) =>
  sampleTicket([], { id, number: `20260601000${id.slice(1)}`, title: `工单 ${id}`, request: `诉求 ${id}` }),
)

describe('the ticket list', () => {
  withLayout()
  const open = async (
    path = '/tickets',
    { locale = 'zh-CN', rows = tickets }: { locale?: Locale; rows?: typeof tickets } = {},
  ) => {
    const server = deskServer(rows, {
      'GET /api/tickets/counts': () => ({ bound: 1000, counts: { open: 3, overdue: 1 } }),
    })
    const shown = await show(() => <TicketListPage />, {
      path,
      locale,
      width: 1440,
      session: someone({ permissions: ['ticket.read', 'dispatch.desk'] }),
    })
    const grid = screen.getByRole('grid', { name: shown.t('tickets.title') })
    if (rows.length > 0) await within(grid).findByText(rows[0]?.title ?? '')
    const current = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
    const asked = () => server.questions('GET /api/tickets')
    const searched = () => server.bodies('POST /api/tickets/search')
    return { ...shown, server, grid, current, asked, searched }
  }

  it.each<Locale>(['zh-CN', 'en'])(
    'says of each ticket what matters, in the reader’s language (%s)',
    async (locale) => {
      const row = sampleTicket([], { danger: 'fire', urgeCount: 1, clock: sampleClock(), leadUnit: null })
      const { t, grid } = await open('/tickets', { locale, rows: [row] })
      const words = within(grid).getByText(row.title).closest('[role=row]')?.textContent ?? ''
      const amount = `${t('clock.workingDays', { count: 1 })} ${t('clock.hours', { count: 4 })}`
      for (const part of [
        '2026 0601 0001',
        t('danger.fire'),
        t('tickets.mark.urged', { count: 1 }),
        t('state.handling'),
        t('tickets.noUnit'),
        t('clock.left', { amount }),
      ])
        expect(words).toContain(part)
    },
  )

  it('is walked by j and k, previewed by Space, and opened by Enter', async () => {
    const { user, t, path, current } = await open()
    await user.keyboard('jjk')
    expect(current()).toContain('工单 t1')
    await user.keyboard('j ')
    const preview = within(await screen.findByRole('complementary', { name: t('tickets.preview') }))
    expect(await preview.findByText('诉求 t2')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('complementary', { name: t('tickets.preview') })).toBeNull()
    await user.keyboard('{Enter}')
    expect(path()).toBe('/tickets/t2')
  })

  it('selects by x for what is done to several, and forgets the selection with the question', async () => {
    const { user, t, grid, asked } = await open()
    await user.keyboard('jxjx')
    expect(screen.getByText(t('bulk.selected', { count: 2 }))).toBeTruthy()
    await user.click(screen.getByRole('button', { name: new RegExp(`^${t('view.overdue')}`) }))
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ view: 'overdue' }))
    expect(await within(grid).findByText('工单 t1'), 'the same tickets come').toBeTruthy()
    expect(screen.queryByText(t('bulk.selected', { count: 2 }))).toBeNull()
  })

  it('asks for what the address says, and writes into it what is chosen', async () => {
    const { user, t, path, asked, searched } = await open(
      '/tickets?view=overdue&state=handling,answered&from=2026-06-01&q=路灯',
    )
    expect(searched()[0]).toEqual({
      view: 'overdue',
      sort: 'created',
      q: '路灯',
      state: 'handling,answered',
      from: '2026-05-31T16:00:00.000Z',
    })
    expect(
      screen.getByRole('button', { name: new RegExp(`^${t('view.overdue')}`), pressed: true }).textContent,
    ).toMatch(/1$/)
    await user.selectOptions(screen.getByRole('combobox', { name: t('tickets.sort') }), t('sort.created'))
    await user.click(screen.getByRole('button', { name: t('tickets.clearFilters') }))
    expect(path()).toBe('/tickets?view=overdue&sort=created')
    await waitFor(() => expect(asked().at(-1)).toEqual({ view: 'overdue', sort: 'created' }))
  })

  it('is searched from the keyboard, once typing is done', async () => {
    const { user, t, path, searched } = await open()
    await user.keyboard('/')
    const box = screen.getByRole('searchbox', { name: t('tickets.search') })
    expect(document.activeElement).toBe(box)
    await user.keyboard('井盖{Enter}')
    await waitFor(() => expect(decodeURIComponent(path())).toBe('/tickets?q=井盖'))
    await waitFor(() => expect(searched()).toMatchObject([{ q: '井盖' }]))
  })

  it('is searched by a telephone number, which never stands in an address', async () => {
    const { user, t, path, asked, searched } = await open('/tickets?view=all')
    await user.type(screen.getByRole('searchbox', { name: t('tickets.search') }), '138 0013 8000{Enter}')
    await waitFor(() => expect(searched()).toMatchObject([{ view: 'all', q: '138 0013 8000' }]))
    await user.selectOptions(screen.getByRole('combobox', { name: t('tickets.sort') }), t('sort.created'))
    await waitFor(() => expect(searched().at(-1)).toMatchObject({ sort: 'created', q: '138 0013 8000' }))
    expect(path()).toBe('/tickets?view=all&sort=created')
    expect(JSON.stringify(asked())).not.toContain('8000')
  })

  it('offers the way out of filters that nothing fits', async () => {
    const { user, t, path } = await open('/tickets?kind=help', { rows: [] })
    const empty = (await screen.findByText(t('tickets.empty'))).parentElement
    await user.click(within(empty ?? document.body).getByRole('button', { name: t('tickets.clearFilters') }))
    expect(path()).toBe('/tickets')
  })

  it('reads on by the key of the page before, and says how many there are', async () => {
    const { t, server, asked, grid } = await open('/tickets', { rows: [] })
    await screen.findByText(t('tickets.empty'))
    const more = sampleTicket([], { id: 't9', title: '工单 t9' })
    server.answers['GET /api/tickets'] = (_body, { cursor }) =>
      cursor === 'after-3' ? { items: [more], next: null, total: 4 } : { items: tickets, next: 'after-3', total: 4 }
    FakeEventSource.opened.at(-1)?.say('message', { seq: 1, topic: 'ticket', type: 'created', id: 't1', payload: {} })
    expect(await within(grid).findByText('工单 t9')).toBeTruthy()
    expect(asked().at(-1)?.['cursor']).toBe('after-3')
    expect(within(grid).getByText(t('ui.rowCount', { count: 4 }))).toBeTruthy()
  })

  it('keeps rows where they are when others come, and says how many wait', async () => {
    const { user, t, server, grid } = await open()
    server.list([sampleTicket([], { id: 't0', title: '工单 t0' }), ...tickets])
    FakeEventSource.opened.at(-1)?.say('message', { seq: 1, topic: 'ticket', type: 'created', id: 't0', payload: {} })
    const news = await screen.findByRole('button', { name: t('ui.newRows', { count: 1 }) })
    expect(within(grid).queryByText('工单 t0')).toBeNull()
    await user.click(news)
    expect(within(grid).getByText('工单 t0')).toBeTruthy()
  })
})
