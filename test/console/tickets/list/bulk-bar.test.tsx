import { screen, waitFor, within } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import type { TicketListItem } from '../../../../api/tickets/ticket.dto.ts'
import { BulkBar } from '../../../../console/tickets/list/BulkBar.tsx'
import { fakeServer, refused } from '../../../support/fake-server.ts'
import { show, someone } from '../../../support/screen.tsx'
import { sampleTicket } from '../ticket.sample.ts'

const path = (id: string) => `POST /api/tickets/${id}/actions`
const ticket = (id: string, version = 1): TicketListItem =>
  sampleTicket([], { id, version, title: `工单 ${id}`, number: `20260601000${id.slice(1)}` })

describe('the bar of what is selected', () => {
  const open = async (permissions: string[] = ['dispatch.desk']) => {
    const [tickets, setTickets] = createSignal<readonly TicketListItem[]>(['t1', 't2', 't3'].map((id) => ticket(id)))
    const [isOpen, setOpen] = createSignal(true)
    const busy: boolean[] = []
    const server = fakeServer({
      [path('t1')]: () => tickets()[0],
      [path('t2')]: () => tickets()[1],
      [path('t3')]: () => tickets()[2],
    })
    const shown = await show(
      () => (
        <Show when={isOpen()}>
          <BulkBar tickets={tickets()} onClear={() => setOpen(false)} onBusy={(now) => busy.push(now)} />
        </Show>
      ),
      { session: someone({ permissions }) },
    )
    const sent = () => ['t1', 't2', 't3'].flatMap((id) => server.bodies(path(id)))
    const press = (name: string) => shown.user.click(screen.getByRole('button', { name }))
    return { ...shown, server, sent, press, setTickets, isOpen, busy }
  }

  it('offers what the reader’s desk does', async () => {
    const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent)
    const { t } = await open(['ticket.read'])
    expect(names()).toEqual([t('action.note'), t('bulk.clear')])
  })

  it('makes one act on each, with the words written, and closes when all went well', async () => {
    const { user, t, sent, press, isOpen, busy } = await open()
    await press(t('action.urge'))
    const box = await screen.findByRole('textbox', { name: t('bulk.urge') })
    await waitFor(() => expect(document.activeElement).toBe(box))
    await user.keyboard(' 请尽快 ')
    await press(t('bulk.start', { count: 3 }))
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(sent()).toEqual(Array.from({ length: 3 }, () => ({ action: 'urge', version: 1, input: { text: '请尽快' } })))
    expect(await screen.findByText(t('bulk.finished', { action: t('action.urge'), done: 3, failed: 0 }))).toBeTruthy()
    expect(busy).toEqual([true, false])
  })

  it('dispatches at once, by the catalogue', async () => {
    const { t, sent, press, isOpen } = await open()
    await press(t('bulk.dispatch'))
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(sent()[0]).toEqual({ action: 'dispatch', version: 1, input: {} })
  })

  it('does not note nothing', async () => {
    const { user, t, sent, press } = await open()
    await press(t('action.note'))
    const start = screen.getByRole<HTMLButtonElement>('button', { name: t('bulk.start', { count: 3 }) })
    expect(start.disabled).toBe(true)
    await user.type(await screen.findByRole('textbox', { name: t('bulk.note') }), '  {Enter}')
    expect(sent()).toEqual([])
  })

  it('lists what failed with its reason, and tries only that again, on the version the list has by now', async () => {
    const { t, server, press, setTickets, isOpen } = await open()
    server.answers[path('t2')] = () => refused(409, { code: 'ticket.conflict' })
    await press(t('bulk.dispatch'))
    const [failure] = await screen.findAllByRole('listitem')
    const line = within(failure ?? document.body)
    expect(line.getByText('工单 t2')).toBeTruthy()
    expect(line.getByText(t('problem.ticket.conflict'))).toBeTruthy()
    const said = t('bulk.finished', { action: t('bulk.dispatch'), done: 2, failed: 1 })
    expect(await screen.findByText(said)).toBeTruthy()
    setTickets([ticket('t2', 8)])
    server.answers[path('t2')] = () => ticket('t2', 9)
    await press(t('bulk.retry'))
    await waitFor(() => expect(isOpen()).toBe(false))
    expect(server.bodies(path('t1'))).toHaveLength(1)
    expect(server.bodies(path('t2')).at(-1)).toMatchObject({ version: 8 })
  })

  it('can be stopped: what has not begun is left undone', async () => {
    const { t, server, press, setTickets } = await open()
    setTickets(Array.from({ length: 6 }, (_, at) => ticket(`t${at + 1}`)))
    const going: ((after: TicketListItem) => void)[] = []
    for (let at = 1; at <= 6; at += 1)
      server.answers[path(`t${at}`)] = () => new Promise((resolve) => going.push(resolve))
    await press(t('bulk.dispatch'))
    await waitFor(() => expect(going).toHaveLength(3))
    await press(t('bulk.stop'))
    for (const go of going.splice(0)) go(ticket('t1'))
    expect(await screen.findByText(t('bulk.finished', { action: t('bulk.dispatch'), done: 3, failed: 0 }))).toBeTruthy()
    expect(going).toHaveLength(0)
  })
})
