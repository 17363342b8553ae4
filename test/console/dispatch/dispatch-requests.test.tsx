import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { ExtensionDto, ReturnRequestDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import { changfeng, offer, putuo, sampleTicket } from '../tickets/ticket.sample.ts'
import { openDispatch } from './dispatch.scene.tsx'

const asked = {
  ticketId: 't1',
  unit: putuo,
  state: 'pending',
  createdAt: '2026-06-01T05:00:00.000Z',
  createdBy: '陈工',
  decidedAt: null,
  decidedBy: null,
  note: null,
} as const
const objection: ReturnRequestDto = {
  ...asked,
  id: 'r1',
  reason: '该路段不归我区',
  basis: '道路清单第3条',
  suggestedUnit: changfeng,
}
const moreTime: ExtensionDto = {
  ...asked,
  id: 'x1',
  reason: '等待配件',
  workingDays: 3,
  oldDueAt: '2026-06-08T15:59:59.999Z',
  newDueAt: null,
}
const acts = (['rejectReturn', 'designate', 'upholdReturn', 'approveExtension', 'refuseExtension'] as const).map(
  (act) => offer(act),
)
const asking = (id: string, over: Partial<TicketDto>) =>
  sampleTicket(acts, { id, number: `20260601000${id.slice(1)}`, title: `工单 ${id}`, ...over })

describe('what units ask of the dispatcher', () => {
  const returned = asking('t1', { state: 'returnRequested', returns: [objection] })
  const other = asking('t2', { state: 'returnRequested', returns: [{ ...objection, id: 'r2', ticketId: 't2' }] })
  const returns = [
    { ...objection, ticket: returned },
    { ...objection, id: 'r2', ticketId: 't2', ticket: other },
  ]

  it('numbers what waits in each list, and remembers the chosen one in the address', async () => {
    const { user, t, path } = await openDispatch([returned, other], { returns })
    const tab = (name: 'queue' | 'returns' | 'extensions') =>
      screen.getByRole('tab', { name: new RegExp(t(`dispatch.tab.${name}`)) })
    await waitFor(() => expect(tab('returns').textContent).toBe(`${t('dispatch.tab.returns')}2`))
    expect(tab('extensions').textContent).toBe(`${t('dispatch.tab.extensions')}0`)
    await user.click(tab('extensions'))
    expect(path()).toBe('/dispatch?tab=extensions')
    expect(await screen.findByText(t('dispatch.noExtensions'))).toBeTruthy()
  })

  it('counts a queue longer than what was read by the server’s number, less what units want to return', async () => {
    const { t } = await openDispatch([returned], {
      returns,
      answers: {
        'GET /api/tickets': () => ({ items: [returned], next: 'more' }),
        'GET /api/tickets/counts': () => ({ bound: 1000, counts: { dispatch: 152 } }),
      },
    })
    const queue = await screen.findByRole('tab', { name: new RegExp(t('dispatch.tab.queue')) })
    await waitFor(() => expect(queue.textContent).toBe(`${t('dispatch.tab.queue')}150`))
  })

  it('shows an objection with its basis and the unit it names, and rejects it with the note; the next one opens', async () => {
    const { user, t, server, queue, isOpen, beside } = await openDispatch([returned, other], {
      returns,
      path: '/dispatch?tab=returns',
    })
    await isOpen('工单 t1')
    const row = (await queue(t('dispatch.tab.returns'))).getByRole('button', { name: /工单 t1/ })
    expect(row.textContent).toContain('该路段不归我区')
    expect(beside().textContent).toContain(t('ticket.return.basis', { basis: '道路清单第3条' }))
    expect(beside().textContent).toContain(t('ticket.return.suggested', { unit: '长风新村街道' }))
    server.onAct('t1', () => ({
      ...returned,
      version: 5,
      state: 'handling',
      returns: [{ ...objection, state: 'rejected' }],
    }))
    await user.click(within(beside()).getByRole('button', { name: t('action.rejectReturn') }))
    const form = within(await screen.findByRole('form', { name: t('action.rejectReturn') }))
    await user.type(form.getByRole('textbox', { name: new RegExp(t('form.rejectReturn.note')) }), '清单已更新，属你区')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await isOpen('工单 t2')
    expect(server.acts('t1')).toEqual([{ action: 'rejectReturn', version: 4, input: { note: '清单已更新，属你区' } }])
  })

  it('shows for how long a unit asks and what holds now, and keeps it open while another act leaves it undecided', async () => {
    const ticket = asking('t1', { extensions: [moreTime], actions: [...acts, offer('note')] })
    const { user, t, server, queue, isOpen, beside } = await openDispatch([ticket], {
      extensions: [{ ...moreTime, ticket }],
      path: '/dispatch?tab=extensions',
    })
    await isOpen('工单 t1')
    const old = createFormatters('zh-CN').due(moreTime.oldDueAt)
    const row = (await queue(t('dispatch.tab.extensions'))).getByRole('button', { name: /工单 t1/ })
    expect(row.textContent).toContain(t('dispatch.moveTo', { old, days: 3 }))
    expect(beside().textContent).toContain(t('clock.dueNow', { at: old }))
    await user.keyboard('n')
    await user.type(await screen.findByRole('textbox', { name: new RegExp(t('form.note.text')) }), '已电话核实')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.acts('t1')).toHaveLength(1))
    await isOpen('工单 t1')
    expect((await queue(t('dispatch.tab.extensions'))).getAllByRole('listitem')).toHaveLength(1)
  })
})
