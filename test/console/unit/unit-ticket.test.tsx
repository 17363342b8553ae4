import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import type { Submission } from '../../../console/unit/unit.models.ts'
import { refused } from '../../support/fake-server.ts'
import { offer, sampleAnswer, sampleAssignment } from '../tickets/ticket.sample.ts'
import { openUnit, ticketOf } from './unit.scene.tsx'

const path = '/unit?tab=handling&id=t1'
const signedAt = '2026-06-01T03:00:00.000Z'
const handling = (over: Partial<TicketDto> = {}) =>
  ticketOf('t1', {
    actions: [offer('answer', { tone: 'primary', tells: ['reviewers'] }), offer('firstContact'), offer('returnTicket')],
    assignments: [sampleAssignment({ signedAt })],
    ...over,
  })
/** Where this officer's browser keeps what was not sent. */
const kept = 'yixian.draft.unit.staff-1'
const offline = () => Promise.reject(new TypeError('fetch failed'))

describe('a ticket on the unit’s desk', () => {
  const open = async (ticket: TicketDto = handling(), over: Parameters<typeof openUnit>[1] = {}) => {
    const desk = await openUnit([ticket], { path, ...over })
    await desk.isOpen('工单 t1')
    const form = async (act: 'answer' | 'returnTicket' | 'firstContact') =>
      within(await screen.findByRole('form', { name: desk.t(`action.${act}`) }))
    const box = (
      of: Awaited<ReturnType<typeof form>>,
      field: 'answer.text' | 'answer.result' | 'returnTicket.reason' | 'returnTicket.basis',
    ) => of.getByRole<HTMLTextAreaElement>('textbox', { name: new RegExp(`^${desk.t(`form.${field}`)}`) })
    const fill = async () => {
      const answer = await form('answer')
      await desk.user.type(box(answer, 'answer.text'), '灯已修好')
      await desk.user.type(box(answer, 'answer.result'), '更换灯泡')
    }
    return { ...desk, form, box, fill }
  }

  it('is signed by one key, for the version that is shown', async () => {
    const ticket = handling({ state: 'dispatched', actions: [offer('sign', { tone: 'primary' })] })
    const { user, t, server } = await open(ticket)
    await user.keyboard('s')
    expect(await screen.findByText(t('act.done', { action: t('action.sign') }))).toBeTruthy()
    expect(server.acts('t1')).toEqual([{ action: 'sign', version: 4, input: {} }])
  })

  it('is answered with a phrase to finish, which goes below what is written and keeps the cursor in the text', async () => {
    const { user, t, server, form, box, press } = await open()
    await user.keyboard('a')
    const answer = await form('answer')
    await user.type(box(answer, 'answer.result'), '已派人')
    await press(t('unit.phrases', { field: t('form.answer.result') }))
    await user.click(
      await screen.findByRole('menuitem', { name: new RegExp(t('unit.phrase.answer.result.open.name')) }),
    )
    await waitFor(() => expect(document.activeElement).toBe(box(answer, 'answer.result')))
    expect(box(answer, 'answer.result').value).toBe(`已派人\n${t('unit.phrase.answer.result.open')}`)
    await user.type(box(answer, 'answer.text'), '明日完成')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(server.acts('t1')).toHaveLength(1))
    expect(server.acts('t1')[0]).toMatchObject({
      action: 'answer',
      input: { text: '明日完成', result: `已派人\n${t('unit.phrase.answer.result.open')}` },
    })
  })

  it('is returned with reason and basis only', async () => {
    const { user, t, server, form, box } = await open()
    await user.keyboard('r')
    const sheet = await form('returnTicket')
    await user.type(box(sheet, 'returnTicket.reason'), '不在辖区')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(sheet.getByText(t('act.missing', { field: t('form.returnTicket.basis') }))).toBeTruthy()
    expect(server.acts('t1')).toEqual([])
    await user.type(box(sheet, 'returnTicket.basis'), '道路清单')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() =>
      expect(server.acts('t1')).toEqual([
        { action: 'returnTicket', version: 4, input: { reason: '不在辖区', basis: '道路清单' } },
      ]),
    )
  })

  it.each<Locale>(['zh-CN', 'en'])(
    'says until when the citizen must be contacted, and leads to the form (%s)',
    async (locale) => {
      const contactBy = '2099-06-02T09:00:00.000Z'
      const { t, press, form } = await open(handling({ assignments: [sampleAssignment({ signedAt, contactBy })] }), {
        locale,
      })
      expect(screen.getByText(t('unit.contactBy', { at: createFormatters(locale).due(contactBy) }))).toBeTruthy()
      await press(t('unit.recordContact'))
      await form('firstContact')
      expect(screen.queryByRole('button', { name: t('unit.recordContact') })).toBeNull()
    },
  )

  it('says that the time for the first contact has passed', async () => {
    const contactBy = '2026-06-02T09:00:00.000Z'
    const { t } = await open(handling({ assignments: [sampleAssignment({ signedAt, contactBy })] }))
    expect(screen.getByText(t('unit.contactLate', { at: createFormatters('zh-CN').due(contactBy) }))).toBeTruthy()
  })

  it('speaks of no number to look at where the citizen is not shown, and says who passes a word on', async () => {
    const { t } = await open(handling({ citizen: null, confidential: true }))
    expect(screen.getByText(t('unit.callNoteHidden'))).toBeTruthy()
    expect(screen.queryByText(t('unit.callNote'))).toBeNull()
  })

  describe('without a line', () => {
    it('keeps the answer on the device, says so, and sends it once the line is back', async () => {
      const { user, t, server, fill, press } = await open()
      server.onAct('t1', offline)
      await user.keyboard('a')
      await fill()
      await user.keyboard('{Control>}{Enter}{/Control}')
      expect(await screen.findByText(t('unit.thisWaits', { action: t('action.answer') }))).toBeTruthy()
      expect(screen.queryByRole('form', { name: t('action.answer') })).toBeNull()
      server.onAct('t1', () => handling({ state: 'answered', version: 5 }))
      await press(t('unit.sendNow'))
      expect(await screen.findByText(t('unit.sent', { action: t('action.answer') }))).toBeTruthy()
      await waitFor(() => expect(screen.queryByText(t('unit.waitingToSend', { count: 1 }))).toBeNull())
      expect(server.acts('t1').at(-1)).toEqual({
        action: 'answer',
        version: 4,
        input: { text: '灯已修好', result: '更换灯泡' },
      })
      await waitFor(() => expect(localStorage.getItem(kept)).toBeNull())
    })

    it('sends after a restart what was left on the device', async () => {
      const input = { text: '灯已修好', result: '更换灯泡' }
      const left: Submission = {
        id: 'x1',
        ticketId: 't1',
        title: '工单 t1',
        action: 'answer',
        version: 3,
        input,
        values: input,
      }
      localStorage.setItem(kept, JSON.stringify([left]))
      const { t, server } = await open()
      expect(await screen.findByText(t('unit.sent', { action: t('action.answer') }))).toBeTruthy()
      expect(server.acts('t1')).toEqual([{ action: 'answer', version: 3, input }])
    })

    it('gives back into its form what the server then refuses', async () => {
      const { user, t, server, fill, press, form, box } = await open()
      server.onAct('t1', offline)
      await user.keyboard('a')
      await fill()
      await user.keyboard('{Control>}{Enter}{/Control}')
      await screen.findByText(t('unit.waitingToSend', { count: 1 }))
      server.onAct('t1', () => refused(422, { code: 'ticket.illegal-transition' }))
      await press(t('unit.sendNow'))
      const told = t('unit.notSent', { action: t('action.answer'), title: '工单 t1' })
      expect(await screen.findByText(told)).toBeTruthy()
      await waitFor(() => expect(screen.queryByText(t('unit.waitingToSend', { count: 1 }))).toBeNull())
      await user.keyboard('a')
      expect(box(await form('answer'), 'answer.text').value).toBe('灯已修好')
    })

    it('counts as sent what the server had taken before the line broke', async () => {
      const { user, t, server, fill, press } = await open()
      server.onAct('t1', offline)
      await user.keyboard('a')
      await fill()
      await user.keyboard('{Control>}{Enter}{/Control}')
      await screen.findByText(t('unit.waitingToSend', { count: 1 }))
      server.onAct('t1', () => refused(409, { code: 'ticket.conflict' }))
      const taken = sampleAnswer({ text: '灯已修好', result: '更换灯泡' })
      server.answers['GET /api/tickets/t1'] = () => handling({ state: 'answered', version: 5, answers: [taken] })
      await press(t('unit.sendNow'))
      await waitFor(() => expect(screen.queryByText(t('unit.waitingToSend', { count: 1 }))).toBeNull())
      expect(screen.queryByText(t('unit.notSent', { action: t('action.answer'), title: '工单 t1' }))).toBeNull()
    })
  })
})
