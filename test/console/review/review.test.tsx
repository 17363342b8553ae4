import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { ReviewPage } from '../../../console/review/review.page.tsx'
import { FakeEventSource, refused } from '../../support/fake-server.ts'
import { show } from '../../support/screen.tsx'
import { offer, sampleAnswer, sampleClock, sampleTicket } from '../tickets/ticket.sample.ts'
import { deskServer } from '../tickets/ticket.server.ts'

const waiting = (id: string, over: Partial<TicketDto> = {}) =>
  sampleTicket([offer('passReview', { tone: 'primary', tells: ['citizen', 'leadUnit'] }), offer('sendBack')], {
    id,
    number: `20260601000${id.slice(1)}`,
    title: `工单 ${id}`,
    state: 'answered',
    request: `诉求 ${id}`,
    answers: [sampleAnswer({ text: `答复 ${id}` })],
    ...over,
  })
const later = waiting('t1', { clock: sampleClock({ dueAt: '2026-06-09T15:59:59.999Z' }) })
const sooner = waiting('t2', { clock: sampleClock() })
const danger = waiting('t3', { danger: 'fire' })

describe('the reviewer’s desk', () => {
  const open = async (
    tickets: readonly TicketDto[] = [later, sooner, danger],
    { locale = 'zh-CN', width = 1440 }: { locale?: Locale; width?: number } = {},
  ) => {
    const server = deskServer(tickets)
    const shown = await show(() => <ReviewPage />, { path: '/review', locale, width })
    const queue = async () => within(await screen.findByRole('list', { name: shown.t('review.queue') }))
    const names = async () =>
      (await queue()).getAllByRole('button').map((row) => row.getAttribute('aria-label')?.slice(-5))
    const beside = () => screen.getByRole('region', { name: shown.t('ticket.current') })
    /** Waits until this ticket is the one beside the queue. */
    const isOpen = (id: string) => waitFor(() => expect(beside().textContent).toContain(`诉求 ${id}`))
    return { ...shown, server, queue, names, beside, isOpen }
  }

  it('has the most pressing first and open, with its request beside the answer that waits', async () => {
    const { t, names, beside, isOpen, server } = await open()
    expect(await names()).toEqual(['工单 t3', '工单 t2', '工单 t1'])
    await isOpen('t3')
    const answer = within(beside()).getByRole('region', { name: t('review.answer') })
    expect(answer.textContent).toContain('答复 t3')
    expect(server.questions('GET /api/tickets')[0]).toMatchObject({ view: 'review' })
  })

  it('keeps earlier answers, with what the reviewer said of them, apart from the one to judge', async () => {
    const first = sampleAnswer({ id: 'a0', text: '初次答复', state: 'sentBack', note: '缺照片', reviewedBy: '周审核' })
    const { t, beside, isOpen } = await open([waiting('t1', { answers: [first, sampleAnswer({ text: '补充答复' })] })])
    await isOpen('t1')
    const panel = (name: string) => within(beside()).getByRole('region', { name }).textContent ?? ''
    expect(panel(t('review.answer'))).toContain('补充答复')
    expect(panel(t('review.answer'))).not.toContain('初次答复')
    expect(panel(t('review.previous'))).toMatch(/初次答复.*周审核.*缺照片/s)
  })

  it.each<Locale>(['zh-CN', 'en'])('says beforehand whom passing tells (%s)', async (locale) => {
    const { t, beside, isOpen } = await open([later], { locale })
    await isOpen('t1')
    const who = [t('tells.citizen'), t('tells.leadUnit')].join(locale === 'en' ? ', ' : '、')
    expect(beside().textContent).toContain(t('act.tellsAfter', { act: t('review.pass'), who }))
  })

  it('passes by p the version that is shown; it leaves, and the next one opens by itself', async () => {
    const { user, t, server, names, isOpen } = await open()
    await isOpen('t3')
    server.onAct('t3', () => ({ ...danger, state: 'awaitingFollowUp', version: 5 }))
    await user.keyboard('p')
    await isOpen('t2')
    expect(server.acts('t3')).toEqual([{ action: 'passReview', version: 4, input: {} }])
    expect(await names()).toEqual(['工单 t2', '工单 t1'])
    expect(await screen.findByText(t('act.done', { action: t('action.passReview') }))).toBeTruthy()
  })

  it('keeps what could not be passed, and says what the server said', async () => {
    const { user, t, server, names, isOpen } = await open()
    await isOpen('t3')
    server.onAct('t3', () => refused(409, { code: 'ticket.conflict' }))
    await user.keyboard('p')
    expect(await screen.findByText(t('problem.ticket.conflict'))).toBeTruthy()
    expect(await names()).toContain('工单 t3')
    await isOpen('t3')
    await waitFor(() => expect(server.bodies('GET /api/tickets/t3').length).toBeGreaterThan(1))
  })

  it('sends back by b, with what is missing; p passes nothing while that is being written', async () => {
    const { user, t, server, isOpen } = await open()
    await isOpen('t3')
    await user.keyboard('b')
    const form = within(await screen.findByRole('form', { name: t('action.sendBack') }))
    const note = form.getByRole('textbox', { name: new RegExp(t('form.sendBack.note')) })
    note.blur()
    await user.keyboard('p')
    expect(server.acts('t3')).toEqual([])
    await user.click(form.getByRole('button', { name: new RegExp(t('action.sendBack')) }))
    expect(form.getByText(t('act.missing', { field: t('form.sendBack.note') }))).toBeTruthy()
    server.onAct('t3', () => ({ ...danger, state: 'handling', version: 5 }))
    await user.type(note, ' 请附现场照片 ')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await isOpen('t2')
    expect(server.acts('t3')).toEqual([{ action: 'sendBack', version: 4, input: { note: '请附现场照片' } }])
  })

  it('is walked by j and k, also past a row that was clicked', async () => {
    const { user, queue, isOpen } = await open()
    await user.click((await queue()).getByRole('button', { name: /工单 t2/ }))
    await isOpen('t2')
    await user.keyboard('j')
    await isOpen('t1')
    await user.keyboard('jkk')
    await isOpen('t3')
    expect((await queue()).getByRole('button', { current: true }).getAttribute('aria-label')).toMatch(/工单 t3$/)
  })

  it('offers no passing to whom the server offers none', async () => {
    const { user, t, server, isOpen } = await open([{ ...later, actions: [offer('note')] }])
    await isOpen('t1')
    expect(screen.queryByRole('button', { name: t('review.pass') })).toBeNull()
    await user.keyboard('p')
    expect(server.acts('t1')).toEqual([])
  })

  it('lets what comes in meanwhile wait above, so that no row moves under the pointer', async () => {
    const { user, t, server, names, isOpen } = await open([later])
    await isOpen('t1')
    server.list([danger, later])
    server.answers['GET /api/tickets/t3'] = () => danger
    FakeEventSource.opened.at(-1)?.say('message', { seq: 1, topic: 'ticket', type: 'answer', id: 't3', payload: {} })
    const news = await screen.findByRole('button', { name: t('ui.newRows', { count: 1 }) })
    expect(await names()).toEqual(['工单 t1'])
    await user.click(news)
    expect(await names()).toEqual(['工单 t3', '工单 t1'])
    await isOpen('t1')
  })

  it('leads to the ticket’s own page where there is no room beside the queue', async () => {
    const { user, names, path } = await open([later, sooner], { width: 900 })
    expect(await names()).toEqual(['工单 t2', '工单 t1'])
    expect(screen.queryByText('诉求 t2')).toBeNull()
    await user.keyboard('j{Enter}')
    expect(path()).toBe('/tickets/t1')
  })

  it.each<Locale>(['zh-CN', 'en'])('says that nothing waits, and what will appear (%s)', async (locale) => {
    const { t } = await open([], { locale })
    expect(await screen.findByText(t('review.empty'))).toBeTruthy()
    expect(screen.getByText(t('review.emptyHint'))).toBeTruthy()
  })
})
