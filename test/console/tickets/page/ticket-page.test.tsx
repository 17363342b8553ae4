import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { TicketDto, TimelineEntryDto } from '../../../../api/tickets/ticket.dto.ts'
import type { Permission } from '../../../../api/vocabulary/permissions.ts'
import { createFormatters } from '../../../../console/i18n/formatters.ts'
import type { Locale } from '../../../../console/i18n/i18n.types.ts'
import { TicketPage } from '../../../../console/tickets/ticket.page.tsx'
import { FakeEventSource, refused } from '../../../support/fake-server.ts'
import { show, someone } from '../../../support/screen.tsx'
import { changfeng, offer, putuo, sampleClock, sampleTicket } from '../ticket.sample.ts'
import { deskServer, page } from '../ticket.server.ts'

const entry = (id: string, over: Partial<TimelineEntryDto>): TimelineEntryDto => ({
  id,
  at: '2026-06-01T04:00:00.000Z',
  type: 'note',
  actor: { kind: 'staff', id: 's1', name: '叶家豪' },
  unit: null,
  visibility: 'unit',
  text: null,
  data: {},
  arrival: null,
  ...over,
})

describe('the page of a ticket', () => {
  const open = async (
    over: Partial<TicketDto> = {},
    {
      locale = 'zh-CN',
      permissions = ['ticket.read'],
      timeline = [],
    }: { locale?: Locale; permissions?: Permission[]; timeline?: readonly TimelineEntryDto[] } = {},
  ) => {
    const ticket = sampleTicket([], over)
    const server = deskServer([ticket], { 'GET /api/tickets/t1/timeline': () => page(timeline) })
    const shown = await show(() => <TicketPage />, {
      path: '/tickets/t1',
      route: '/tickets/:id',
      locale,
      session: someone({ permissions }),
      width: 1440,
    })
    await screen.findByRole('heading', { level: 1, name: ticket.title })
    const panel = (name: string) => within(screen.getByRole('region', { name }))
    const press = async (name: string) => shown.user.click(await screen.findByRole('button', { name }))
    return { ...shown, ticket, server, panel, press }
  }

  it.each<Locale>(['zh-CN', 'en'])(
    'says at its head which one it is, how it stands, and what sets it apart (%s)',
    async (locale) => {
      const { t } = await open(
        { danger: 'fire', urgency: 'urgent', supervised: true, urgeCount: 2, clock: sampleClock() },
        { locale },
      )
      const head = screen.getByRole('heading', { level: 1 }).closest('header')?.textContent ?? ''
      const amount = `${t('clock.workingDays', { count: 1 })} ${t('clock.hours', { count: 4 })}`
      for (const words of [
        '2026 0601 0001',
        t('state.handling'),
        t('danger.fire'),
        t('urgency.urgent'),
        t('tickets.mark.supervised'),
        t('tickets.mark.urged', { count: 2 }),
        t('clock.left', { amount }),
        t('clock.dueAt', { at: createFormatters(locale).due('2026-06-03T15:59:59.999Z') }),
      ])
        expect(head).toContain(words)
    },
  )

  it('explains on request how its limit was computed, and marks a basis that nobody has verified', async () => {
    const skipped = [
      { date: '2026-06-06', name: null, nameEn: null },
      { date: '2026-06-19', name: '端午节', nameEn: 'Dragon Boat' },
    ]
    const clock = sampleClock({ grade: 'B', pauseReason: 'appraisal', state: 'paused' })
    const { t, press } = await open({
      clock: { ...clock, explain: { ...clock.explain, skipped, unpublishedYear: 2027 } },
    })
    await press(t('clock.how'))
    const words = (await screen.findByRole('dialog', { name: t('clock.how') })).textContent ?? ''
    const format = createFormatters('zh-CN')
    expect(words).toContain('《办法》第二十条')
    expect(words).toContain(t('clock.unverified'))
    expect(words).toContain(`${format.day('2026-06-19T04:00:00Z')} 端午节、${t('clock.skippedWeekends', { count: 1 })}`)
    expect(words).toContain(t('pauseReason.appraisal'))
    expect(words).toContain(t('clock.provisional', { year: '2027' }))
  })

  it('shows the next right act as a button with its key, the others in the menu, the dangerous last', async () => {
    const { user, t, press } = await open({
      actions: [
        offer('terminate', { tone: 'danger' }),
        offer('answer', { tone: 'primary' }),
        offer('note'),
        offer('pause'),
      ],
    })
    const primary = screen.getByRole('button', { name: t('action.answer') })
    expect(primary.getAttribute('aria-keyshortcuts')).toBe('A')
    expect(screen.getByRole('button', { name: t('action.note') })).toBeTruthy()
    await press(t('act.menu'))
    const items = await screen.findAllByRole('menuitem')
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(t('action.pause')),
      expect.stringContaining(t('action.terminate')),
    ])
    await user.click(items[0] ?? primary)
    expect(await screen.findByRole('form', { name: t('action.pause') })).toBeTruthy()
    expect(screen.getByText('门口路灯坏了三天'), 'what is acted on stays in sight').toBeTruthy()
  })

  it('keeps a note: its words and who may read them', async () => {
    const { user, t, server } = await open({ actions: [offer('note')] })
    await user.keyboard('n')
    const form = within(await screen.findByRole('form', { name: t('action.note') }))
    await user.type(form.getByRole('textbox', { name: new RegExp(t('form.note.text')) }), '市民要求匿名')
    await user.click(form.getByRole('radio', { name: t('visibility.hotline') }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(server.acts('t1')).toEqual([
        { action: 'note', version: 4, input: { text: '市民要求匿名', visibility: 'hotline' } },
      ]),
    )
    await waitFor(() => expect(server.bodies('GET /api/tickets/t1/timeline').length).toBeGreaterThan(1))
  })

  it('tells who did what, from where, and what followed from it', async () => {
    const { t } = await open(
      {},
      {
        timeline: [
          entry('e1', { type: 'created', actor: { kind: 'citizen', id: 'c1', name: '李女士' }, text: '灯坏了' }),
          entry('e2', {
            type: 'dispatch',
            data: { leadUnitId: putuo.id, copyUnitIds: [changfeng.id], limit: { value: 5, unit: 'wd' } },
          }),
          entry('e3', { type: 'sign', unit: putuo, actor: { kind: 'staff', id: 's2', name: '陈工' } }),
          entry('e4', { type: 'note', visibility: 'hotline', text: '内部备注' }),
          entry('e5', { type: 'warned', actor: { kind: 'system', id: 'clock', name: 'clock' }, data: { kind: 'red' } }),
        ],
      },
    )
    const rows = within(await screen.findByRole('list', { name: t('ticket.timeline') }))
      .getAllByRole('listitem')
      .filter((row) => row.querySelector('time') !== null)
    await waitFor(() => expect(rows[1]?.textContent).toContain(t('timeline.lead', { units: '普陀区' })))
    const says = rows.map(({ textContent }) => textContent ?? '')
    expect(says[0]).toContain(`${t('timeline.side.citizen')} · 李女士`)
    expect(says[1]).toContain(t('timeline.copied', { units: '长风新村街道' }))
    expect(says[1]).toContain(t('limitUnit.wd', { count: 5 }))
    expect(says[2]).toContain('普陀区 · 陈工')
    expect(says[3]).toContain(t('timeline.only.hotline'))
    expect(says[4]).toContain(t('timeline.warned.red'))
    expect(says[4], 'a machine has no name').not.toContain('clock')
  })

  it('never shows what the program calls a unit whose name is unknown', async () => {
    const { t } = await open(
      {},
      { timeline: [entry('e1', { type: 'dispatch', data: { leadUnitId: 'unt_0t1z2svrep9yx0ck0ve2' } })] },
    )
    const list = await screen.findByRole('list', { name: t('ticket.timeline') })
    await waitFor(() => expect(list.textContent).toContain(t('timeline.lead', { units: t('timeline.otherUnit') })))
    expect(list.textContent).not.toContain('unt_')
  })

  it('says to a unit that lost it why the citizen is not shown, and nothing of a limit that it is not told', async () => {
    const { t } = await open({ lostAt: '2026-06-01T02:00:00.000Z', clock: null, citizen: null })
    expect(await screen.findByText(t('ticket.citizen.lost'))).toBeTruthy()
    expect(screen.queryByText(t('ticket.citizen.hidden'))).toBeNull()
    expect(screen.queryByText(t('tickets.noClock'))).toBeNull()
  })

  it('shows of the timeline the talk, or the acts, alone', async () => {
    const { user, t } = await open(
      {},
      { timeline: [entry('e1', { type: 'messageIn', text: '还没修' }), entry('e2', { type: 'sign', text: '签收了' })] },
    )
    await screen.findByText('还没修')
    await user.click(screen.getByRole('radio', { name: t('timeline.filter.acts') }))
    expect(screen.queryByText('还没修')).toBeNull()
    expect(screen.getByText('签收了')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: t('timeline.filter.talk') }))
    expect(screen.queryByText('签收了')).toBeNull()
  })

  it('shows the full number for a reason only, which goes to the server with the question', async () => {
    const citizen = { id: 'c1', name: '李女士', phone: '138****0001', locale: 'zh-CN', contactCount: 3 }
    const { user, t, server, panel, press } = await open(
      { citizen },
      { permissions: ['ticket.read', 'citizen.reveal'] },
    )
    server.answers['POST /api/citizens/c1/reveal'] = () => ({ phone: '+8613800010001' })
    expect(panel(t('ticket.citizen')).getByText('138****0001')).toBeTruthy()
    await press(t('ticket.reveal'))
    const reason = await screen.findByRole('textbox', { name: new RegExp(t('ticket.reveal.reason')) })
    await press(t('ticket.reveal.submit'))
    expect(screen.getByText(t('act.missing', { field: t('ticket.reveal.reason') }))).toBeTruthy()
    await user.type(reason, ' 需回电核实 {Enter}')
    expect(await panel(t('ticket.citizen')).findByText('138 0001 0001')).toBeTruthy()
    expect(server.bodies('POST /api/citizens/c1/reveal')).toEqual([{ reason: '需回电核实' }])
  })

  it('offers the full number to nobody who may not see it', async () => {
    const citizen = { id: 'c1', name: null, phone: '138****0001', locale: 'zh-CN', contactCount: 1 }
    const { t, panel } = await open({ citizen })
    expect(panel(t('ticket.citizen')).getByText('138****0001')).toBeTruthy()
    expect(screen.queryByRole('button', { name: t('ticket.reveal') })).toBeNull()
  })

  it('says of a citizen who is kept from the reader that it is so', async () => {
    const { t, panel } = await open({ citizen: null, confidential: true })
    expect(panel(t('ticket.citizen')).getByText(t('ticket.citizen.hidden'))).toBeTruthy()
  })

  it('follows what others do meanwhile', async () => {
    const { t, server, ticket } = await open()
    server.answers['GET /api/tickets/t1'] = () => ({ ...ticket, state: 'answered', version: 5 })
    FakeEventSource.opened.at(-1)?.say('message', { seq: 1, topic: 'ticket', type: 'answer', id: 't1', payload: {} })
    const head = screen.getByRole('heading', { level: 1 }).closest('header')
    await waitFor(() => expect(head?.textContent).toContain(t('state.answered')))
  })
})

describe('a ticket that cannot be shown', () => {
  it('says so in its place, and is read again on request', async () => {
    const server = deskServer([])
    server.answers['GET /api/tickets/t1'] = () => refused(403, { code: 'auth.forbidden' })
    const { user, t } = await show(() => <TicketPage />, { path: '/tickets/t1', route: '/tickets/:id' })
    expect(await screen.findByText(t('problem.auth.forbidden'))).toBeTruthy()
    server.answers['GET /api/tickets/t1'] = () => sampleTicket([])
    server.answers['GET /api/tickets/t1/timeline'] = () => page([])
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(await screen.findByRole('heading', { level: 1, name: '路灯不亮' })).toBeTruthy()
  })
})
