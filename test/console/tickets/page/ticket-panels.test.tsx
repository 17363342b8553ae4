import { screen, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { TicketDto } from '../../../../api/tickets/ticket.dto.ts'
import { createFormatters } from '../../../../console/i18n/formatters.ts'
import type { Locale } from '../../../../console/i18n/i18n.types.ts'
import { AnswersPanel } from '../../../../console/tickets/page/AnswersPanel.tsx'
import { RelatedPanel } from '../../../../console/tickets/page/RelatedPanel.tsx'
import { RequestPanel } from '../../../../console/tickets/page/RequestPanel.tsx'
import { UnitsPanel } from '../../../../console/tickets/page/UnitsPanel.tsx'
import { FakeEventSource, fakeServer } from '../../../support/fake-server.ts'
import { show, someone } from '../../../support/screen.tsx'
import { changfeng, putuo, sampleAnswer, sampleAssignment, sampleTicket } from '../ticket.sample.ts'

const file = (id: string, over: Partial<TicketDto['attachments'][number]> = {}): TicketDto['attachments'][number] => ({
  id,
  name: `${id}.jpg`,
  contentType: 'image/jpeg',
  size: 2048,
  state: 'stored',
  createdAt: '2026-06-01T02:00:00.000Z',
  ...over,
})

describe('the answers of a ticket', () => {
  it('stand with the newest first, each with its round, its files and what the reviewer said', async () => {
    const answers = [
      sampleAnswer({
        id: 'a1',
        text: '初次答复',
        state: 'sentBack',
        note: '缺照片',
        reviewedBy: '周审核',
        attachmentIds: ['f1'],
      }),
      sampleAnswer({ id: 'a2', text: '重办答复', round: 1, createdAt: '2026-06-05T02:00:00.000Z' }),
    ]
    const ticket = sampleTicket([], { answers, attachments: [file('f1'), file('f2')] })
    const { t } = await show(() => <AnswersPanel ticket={ticket} />)
    const [newest, first] = screen.getAllByRole('article')
    expect(newest?.textContent).toContain('重办答复')
    expect(newest?.textContent).toContain(t('ticket.answer.round', { round: 2 }))
    expect(newest?.textContent).toContain(t('ticket.answer.submitted'))
    expect(
      within(first ?? document.body)
        .getAllByRole('img')
        .map((one) => one.getAttribute('alt')),
    ).toEqual(['f1.jpg'])
    expect(first?.textContent).toContain(
      t('ticket.said', { label: `${t('ticket.answer.note')} 周审核`, text: '缺照片' }),
    )
  })
})

describe('what came with a request', () => {
  it('is shown as what it is: a picture to look at, sound to play, the rest to open, and what is not there yet as such', async () => {
    const attachments = [
      file('p1'),
      file('s1', { name: '录音.mp3', contentType: 'audio/mpeg' }),
      file('d1', { name: '合同.pdf', contentType: 'application/pdf', size: 3_145_728 }),
      file('w1', { state: 'pending' }),
      file('r1', { state: 'refused' }),
      file('a1'),
    ]
    const ticket = sampleTicket([], { attachments, answers: [sampleAnswer({ attachmentIds: ['a1'] })] })
    const { t } = await show(() => <RequestPanel ticket={ticket} />)
    const files = within(screen.getByRole('list', { name: t('ticket.attachments') }))
    expect(files.getAllByRole('listitem'), 'files of an answer stand with it').toHaveLength(5)
    expect(files.getByRole('img', { name: 'p1.jpg' }).closest('a')?.getAttribute('href')).toBe('/api/attachments/p1')
    expect(files.getByLabelText('录音.mp3').tagName).toBe('AUDIO')
    expect(files.getByText('合同.pdf').closest('a')?.textContent).toContain('3.0 MB')
    const waiting = files.getByText('w1.jpg').closest('a')
    expect(waiting?.textContent).toContain(t('ticket.attachment.pending'))
    expect(waiting?.hasAttribute('href'), 'there is nothing to open yet').toBe(false)
    expect(files.getByText('r1.jpg').closest('a')?.textContent).toContain(t('ticket.attachment.refused'))
  })
})

describe('the units of a ticket', () => {
  it.each<Locale>(['zh-CN', 'en'])(
    'stand with the lead first: what is done, what is to do by when, and what is late (%s)',
    async (locale) => {
      const assignments = [
        sampleAssignment({ id: 'c1', role: 'copied', unit: changfeng }),
        sampleAssignment({ id: 'o1', state: 'ended', unit: { ...putuo, name: '旧单位', nameEn: 'Former' } }),
        sampleAssignment({
          id: 'l1',
          signedAt: '2026-06-01T03:00:00.000Z',
          contactBy: '2026-06-02T02:00:00.000Z',
          returnBy: '2099-06-02T02:00:00.000Z',
          instruction: '今晚到场',
        }),
      ]
      const ticket = sampleTicket([], { assignments, whyUnit: 'chosen', decidedBy: 'person' })
      const { t } = await show(() => <UnitsPanel ticket={ticket} />, { locale })
      const format = createFormatters(locale)
      const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
      expect(rows).toHaveLength(2)
      expect(rows[0]).toContain(t('assignment.lead'))
      expect(rows[0]).toContain(t('ticket.unit.signed', { at: format.moment('2026-06-01T03:00:00.000Z') }))
      const toContact = t('ticket.unit.contactBy', { at: format.due('2026-06-02T02:00:00.000Z') })
      expect(rows[0]).toContain(t('ticket.unit.late', { text: toContact }))
      expect(rows[0]).toContain(t('ticket.unit.returnBy', { at: format.due('2099-06-02T02:00:00.000Z') }))
      expect(rows[1]).toContain(locale === 'en' ? 'Changfeng' : '长风新村街道')
      const panel = screen.getByRole('region', { name: t('ticket.units') }).textContent
      expect(panel).toContain(t('ticket.said', { label: t('ticket.whyUnit'), text: t('why.chosen') }))
      expect(panel).toContain(t('ticket.decidedBy.person'))
      expect(panel).toContain(t('ticket.said', { label: t('ticket.instruction'), text: '今晚到场' }))
    },
  )
})

describe('tickets about the same thing', () => {
  it('are named with how alike they are, and lead to their pages', async () => {
    const alike = sampleTicket([], { id: 't5', title: '路灯又坏了', number: '202606010005' })
    fakeServer({
      'GET /api/tickets/t1/alike': () => ({
        items: [{ ticket: alike, likeness: 0.873, sameCitizen: true, samePlace: true }],
      }),
    })
    const ticket = sampleTicket([], { mainTicket: sampleTicket([], { id: 't9', title: '主工单' }) })
    const { user, t, path } = await show(() => <RelatedPanel ticket={ticket} />)
    const found = within(await screen.findByRole('region', { name: t('ticket.alike') })).getByRole('link')
    expect(found.textContent).toContain(t('ticket.alike.likeness', { share: '87%' }))
    expect(found.textContent).toContain(t('ticket.alike.sameCitizen'))
    expect(found.textContent).toContain(t('ticket.alike.samePlace'))
    expect(within(screen.getByRole('region', { name: t('ticket.main') })).getByText('主工单')).toBeTruthy()
    await user.click(found)
    expect(path()).toBe('/tickets/t5')
  })

  it('are asked for again when one of them has moved', async () => {
    const alike = sampleTicket([], { id: 't5', title: '路灯又坏了', number: '202606010005' })
    let state: TicketDto['state'] = 'handling'
    const server = fakeServer({
      'GET /api/tickets/t1/alike': () => ({
        items: [{ ticket: { ...alike, state }, likeness: 0.5, sameCitizen: false, samePlace: false }],
      }),
    })
    const { t } = await show(() => <RelatedPanel ticket={sampleTicket([])} />)
    const panel = await screen.findByRole('region', { name: t('ticket.alike') })
    await within(panel).findByText(t('state.handling'))
    state = 'closed'
    const moved = { topic: 'ticket', type: 'close', payload: {}, at: '2026-06-01T03:00:00.000Z' }
    FakeEventSource.opened.at(-1)?.say('message', { ...moved, seq: 4, id: 't9' })
    expect(server.questions('GET /api/tickets/t1/alike')).toHaveLength(1)
    FakeEventSource.opened.at(-1)?.say('message', { ...moved, seq: 5, id: 't5' })
    await within(panel).findByText(t('state.closed'))
  })
  it('are not asked for by units, nor of a ticket that is over', async () => {
    const server = fakeServer({ 'GET /api/tickets/t1/alike': () => ({ items: [] }) })
    const unit = someone()
    await show(() => <RelatedPanel ticket={sampleTicket([])} />, {
      session: { ...unit, staff: { ...unit.staff, roles: ['unitStaff'] } },
    })
    await show(() => <RelatedPanel ticket={sampleTicket([], { state: 'closed' })} />)
    expect(server.questions('GET /api/tickets/t1/alike')).toEqual([])
  })
})
