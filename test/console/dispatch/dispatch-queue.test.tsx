import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import { commandGroups } from '../../../console/app/commands.ts'
import { activeShortcuts } from '../../../console/shared/create-shortcuts.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { refused } from '../../support/fake-server.ts'
import type { LeavingDto } from '../../../api/tickets/ticket.dto.ts'
import { changfeng, offer, putuo } from '../tickets/ticket.sample.ts'
import { openDispatch, planOf, undispatched } from './dispatch.scene.tsx'

const acts = [offer('dispatch', { tone: 'primary', tells: ['leadUnit'] }), offer('reclassify')]
const first = undispatched('t1', { actions: acts, createdAt: '2026-06-01T01:00:00.000Z' })
const second = undispatched('t2', { actions: acts, createdAt: '2026-06-01T02:00:00.000Z' })

describe('what waits for a unit', () => {
  it.each<Locale>(['zh-CN', 'en'])(
    'shows where the catalogue sends it, why, until when and on what basis (%s)',
    async (locale) => {
      const { t, isOpen, beside } = await openDispatch([first], { locale })
      await isOpen('工单 t1')
      const plan = within(await screen.findByRole('region', { name: t('plan.title') }))
      await waitFor(() => expect(plan.getByText(t('why.districtOfPlace'))).toBeTruthy())
      const words = plan.getByText(t('plan.lead')).closest('dl')?.textContent ?? ''
      const due = t('plan.due', { at: createFormatters(locale).due('2026-06-08T15:59:59.999Z') })
      expect(words).toContain(locale === 'en' ? 'Putuo' : '普陀区')
      expect(words).toContain(locale === 'en' ? 'Changfeng' : '长风新村街道')
      expect(words).toContain(`${t('limitUnit.wd', { count: 5 })} · ${due}`)
      expect(words).toContain(locale === 'en' ? 'Measures, art. 20' : '《办法》第二十条')
      expect(words).toContain(t('plan.new'))
      expect(beside().textContent).toContain(t('act.tells', { who: t('tells.leadUnit') }))
    },
  )

  it('goes by Enter where the catalogue says, for the version that was seen; the next one opens', async () => {
    const { user, t, server, queue, isOpen } = await openDispatch([first, second])
    await isOpen('工单 t1')
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    server.onAct('t1', () => ({ ...first, state: 'dispatched', version: 5 }))
    await user.keyboard('{Enter}')
    await isOpen('工单 t2')
    expect(server.acts('t1')).toEqual([{ action: 'dispatch', version: 4, input: {} }])
    expect((await queue(t('dispatch.queue'))).getAllByRole('listitem')).toHaveLength(1)
  })

  it('goes by Enter, too, when its row was clicked before', async () => {
    const { user, t, server, queue, isOpen } = await openDispatch([first, second])
    await isOpen('工单 t1')
    await user.click((await queue(t('dispatch.queue'))).getByRole('button', { name: /工单 t2/ }))
    await isOpen('工单 t2')
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(server.acts('t2')).toHaveLength(1))
  })

  it('stays when it was refused, with the reason', async () => {
    const { user, t, server, isOpen } = await openDispatch([first])
    await isOpen('工单 t1')
    server.onAct('t1', () => refused(422, { code: 'ticket.illegal-transition' }))
    await user.click(await screen.findByRole('button', { name: t('dispatch.confirm') }))
    expect(await screen.findByText(t('problem.ticket.illegal-transition'))).toBeTruthy()
    await isOpen('工单 t1')
  })

  it('is a person’s to choose where the catalogue names no unit: Enter sends nothing', async () => {
    const plans = [planOf('t1', { lead: null, limit: null, copies: [], problems: ['ticket.unit-unresolved'] })]
    const { user, t, server, queue, isOpen } = await openDispatch([first], { plans })
    await isOpen('工单 t1')
    await waitFor(async () =>
      expect((await queue(t('dispatch.queue'))).getByRole('button').textContent).toContain(t('dispatch.needsChoice')),
    )
    expect(screen.getByText(t('plan.unresolved'))).toBeTruthy()
    expect(screen.queryByRole('button', { name: t('dispatch.confirm') })).toBeNull()
    await user.keyboard('{Enter}')
    expect(server.acts('t1')).toEqual([])
    expect(screen.getByRole('button', { name: t('action.dispatch') })).toBeTruthy()
  })

  it('can be adjusted first: while the form is open, Enter outside its fields does not send it by the catalogue', async () => {
    const { user, t, server, isOpen } = await openDispatch([first, second])
    await isOpen('工单 t1')
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    await user.keyboard('d')
    const form = within(await screen.findByRole('form', { name: t('action.dispatch') }))
    await user.type(form.getByRole('textbox', { name: new RegExp(t('form.dispatch.instruction')) }), '今晚前到场')
    await user.click(screen.getByText('门口路灯坏了三天'))
    await user.keyboard('{Enter}')
    expect(server.acts('t1')).toEqual([])
    server.onAct('t1', () => ({ ...first, state: 'dispatched', version: 5 }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await isOpen('工单 t2')
    expect(server.acts('t1')).toEqual([{ action: 'dispatch', version: 4, input: { instruction: '今晚前到场' } }])
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(server.acts('t2')).toHaveLength(1))
  })

  it('says how sure the machine is, and by which words; or that a person chose the matter', async () => {
    const matter = { code: 'x', path: ['路灯不亮'], pathEn: ['Out'] }
    const plans = [planOf('t1', { guess: { matter, confidence: 0.934, why: ['路灯', '不亮'] } }), planOf('t2')]
    const byHand = { ...second, decidedBy: 'person' }
    const { user, t, queue, isOpen } = await openDispatch([first, byHand], { plans })
    await isOpen('工单 t1')
    expect(await screen.findByText(new RegExp(t('plan.guess', { share: '93%' })))).toBeTruthy()
    expect(screen.getByText(new RegExp(t('plan.guessWhy', { words: '路灯、不亮' })))).toBeTruthy()
    const row = (await queue(t('dispatch.queue'))).getByRole('button', { name: /工单 t1/ })
    expect(row.textContent).toContain(t('dispatch.confidence', { share: '93%' }))
    await user.keyboard('j')
    await isOpen('工单 t2')
    expect(await screen.findByText(t('dispatch.decidedByHand'))).toBeTruthy()
  })

  it('asks once for the plans of the whole queue, whatever its order', async () => {
    const { server, isOpen } = await openDispatch([second, first])
    await isOpen('工单 t1')
    expect(server.bodies('POST /api/tickets/plans')).toEqual([{ items: [{ ticketId: 't1' }, { ticketId: 't2' }] }])
  })
})

describe('another list of the desk', () => {
  it('leaves the keys of the queue behind: Enter there sends nothing that is not in sight', async () => {
    const { user, t, server, isOpen } = await openDispatch([first])
    await isOpen('工单 t1')
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    await user.click(screen.getByRole('tab', { name: new RegExp(t('dispatch.tab.returns')) }))
    await screen.findByText(t('dispatch.noReturns'))
    expect(activeShortcuts().map(({ scope }) => scope)).toEqual([t('dispatch.tab.returns')])
    expect(commandGroups()).toEqual([])
    await user.click(screen.getByText(t('dispatch.noReturns')))
    await user.keyboard('{Enter}')
    expect(server.acts('t1')).toEqual([])
  })
})

describe('a ticket that was sent', () => {
  const leavesAt = () => new Date(Date.now() + 8_000).toISOString()
  const onItsWay = (of: typeof first, over: Partial<LeavingDto> = {}) => ({
    ...of,
    version: of.version + 1,
    leaving: {
      action: 'dispatch' as const,
      unit: putuo,
      limit: { value: 5, unit: 'wd' as const, dueAt: '2026-06-08T15:59:59.999Z' },
      by: '李派单',
      leavesAt: leavesAt(),
      ...over,
    },
  })

  it.each<Locale>(['zh-CN', 'en'])(
    'names its unit, limit and the moment it leaves, and comes back by Z as the one that is open (%s)',
    async (locale) => {
      const { user, t, server, isOpen } = await openDispatch([first, second], {
        locale,
        answers: { 'DELETE /api/tickets/t1/leaving': () => ({ ...first, version: 6 }) },
      })
      await isOpen('工单 t1')
      await screen.findByRole('button', { name: t('dispatch.confirm') })
      const sent = onItsWay(first)
      server.onAct('t1', () => sent)
      server.list([sent, second])
      await user.keyboard('{Enter}')
      await isOpen('工单 t2')
      const unit = locale === 'en' ? 'Putuo' : '普陀区'
      const toast = await screen.findByText(t('leaving.to', { unit, limit: t('limitUnit.wd', { count: 5 }) }))
      const words = toast.closest('[role=status]')?.textContent ?? ''
      const format = createFormatters(locale)
      expect(words).toContain(t('leaving.at', { at: format.timeWithSeconds(sent.leaving.leavesAt) }))
      expect(words).toContain(t('plan.due', { at: format.due('2026-06-08T15:59:59.999Z') }))
      expect(screen.queryByRole('list', { name: t('dispatch.leaving') }), 'the toast says it already').toBeNull()

      server.list([{ ...first, version: 6 }, second])
      await user.keyboard('z')
      await isOpen('工单 t1')
      expect(await screen.findByText(t('leaving.takenBack'))).toBeTruthy()
      expect(server.bodies('DELETE /api/tickets/t1/leaving')).toHaveLength(1)
    },
  )

  it('is not lost by a reload: it stands below the queue, is no work, and can be taken back there', async () => {
    const { user, t, server, queue, isOpen } = await openDispatch([onItsWay(first), second], {
      answers: { 'DELETE /api/tickets/t1/leaving': () => ({ ...first, version: 6 }) },
    })
    await isOpen('工单 t2')
    expect((await queue(t('dispatch.queue'))).getAllByRole('listitem')).toHaveLength(1)
    const below = await queue(t('dispatch.leaving'))
    expect(below.getByText('工单 t1')).toBeTruthy()
    expect(below.getByText(/李派单/)).toBeTruthy()
    server.list([{ ...first, version: 6 }, second])
    await user.keyboard('z')
    expect(server.bodies('DELETE /api/tickets/t1/leaving'), 'somebody else sent it').toEqual([])
    await user.click(below.getByRole('button', { name: t('leaving.undo') }))
    await isOpen('工单 t1')
    await waitFor(() => expect(screen.queryByRole('list', { name: t('dispatch.leaving') })).toBeNull())
  })

  it('comes back by Z after a reload, too, by whoever sent it', async () => {
    const { user, t, server, queue, isOpen } = await openDispatch([onItsWay(first, { by: '孙文静' }), second], {
      answers: { 'DELETE /api/tickets/t1/leaving': () => ({ ...first, version: 6 }) },
    })
    await queue(t('dispatch.leaving'))
    server.list([{ ...first, version: 6 }, second])
    await user.keyboard('z')
    await isOpen('工单 t1')
  })

  it('says so when it had left already', async () => {
    const { user, t, queue } = await openDispatch([onItsWay(first), second], {
      answers: { 'DELETE /api/tickets/t1/leaving': () => refused(409, { code: 'ticket.left' }) },
    })
    await user.click((await queue(t('dispatch.leaving'))).getByRole('button', { name: t('leaving.undo') }))
    expect(await screen.findByText(t('problem.ticket.left'))).toBeTruthy()
  })
})

describe('where one key is not enough', () => {
  it.each(['danger', 'critical', 'differs', 'unsure'] as const)(
    'says why (%s), asks for a second one that names the unit, and sends by that',
    async (doubt) => {
      const plans = [planOf('t1', { doubts: [doubt] }), planOf('t2')]
      const { user, t, server, isOpen } = await openDispatch([first, second], { plans })
      await isOpen('工单 t1')
      expect(await screen.findByText(t(`dispatch.doubt.${doubt}`))).toBeTruthy()
      await user.keyboard('{Enter}')
      const again = t('dispatch.again', { unit: '普陀区' })
      expect(await screen.findByRole('button', { name: again })).toBeTruthy()
      expect(server.acts('t1')).toEqual([])
      server.onAct('t1', () => ({ ...first, state: 'dispatched', version: 5 }))
      await user.keyboard('{Enter}')
      await isOpen('工单 t2')
      expect(server.acts('t1')).toEqual([{ action: 'dispatch', version: 4, input: {} }])
    },
  )

  it('Escape, or going to another ticket, forgets the first key', async () => {
    const plans = [planOf('t1', { doubts: ['danger'] }), planOf('t2', { doubts: ['danger'] })]
    const { user, t, server, isOpen } = await openDispatch([first, second], { plans })
    await isOpen('工单 t1')
    const again = () => screen.queryByRole('button', { name: t('dispatch.again', { unit: '普陀区' }) })
    await screen.findByRole('button', { name: t('dispatch.confirm') })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(again()).toBeTruthy())
    await user.keyboard('{Escape}')
    await waitFor(() => expect(again()).toBeNull())
    await user.keyboard('{Enter}')
    await waitFor(() => expect(again()).toBeTruthy())
    await user.keyboard('j')
    await isOpen('工单 t2')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(again()).toBeTruthy())
    expect([...server.acts('t1'), ...server.acts('t2')]).toEqual([])
  })
})

describe('where the agent and the program chose differently', () => {
  it.each<Locale>(['zh-CN', 'en'])('both stand side by side, with their units and reasons (%s)', async (locale) => {
    const otherChoice = {
      matter: { code: 'y', path: ['环卫', '垃圾清运'], pathEn: ['Cleaning', 'Rubbish'] },
      confidence: 0.81,
      why: ['垃圾', '清运'],
      lead: changfeng,
    }
    const plans = [planOf('t1', { otherChoice, doubts: ['differs'] })]
    const inLocale = (zh: string, en: string) => (locale === 'en' ? en : zh)
    const { t, isOpen } = await openDispatch([{ ...first, decidedBy: 'person' }], { plans, locale })
    await isOpen('工单 t1')
    const [chosen, proposed] = within(await screen.findByRole('list', { name: t('dispatch.choices') })).getAllByRole(
      'listitem',
    )
    expect(chosen?.textContent).toContain(inLocale('市政 › 路灯 › 路灯不亮', 'City › Lamps › Out'))
    expect(chosen?.textContent).toContain(inLocale('普陀区', 'Putuo'))
    expect(chosen?.textContent).toContain(t('dispatch.chosenBy.person'))
    expect(proposed?.textContent).toContain(inLocale('环卫 › 垃圾清运', 'Cleaning › Rubbish'))
    expect(proposed?.textContent).toContain(inLocale('长风新村街道', 'Changfeng'))
    expect(proposed?.textContent).toContain(t('plan.guess', { share: '81%' }))
    expect(proposed?.textContent).toContain(t('plan.guessWhy', { words: inLocale('垃圾、清运', '垃圾, 清运') }))
  })
})

describe('how long it has waited', () => {
  const since = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
  const waiting = (minutes: number, wait: number) => ({
    since: since(minutes),
    amberAt: since(minutes - wait / 2),
    redAt: since(minutes - wait),
  })
  it('is told to the minute and turns by the rule of its urgency: a danger of nine hours is never grey', async () => {
    const danger = { ...first, danger: 'gas' as const, waiting: waiting(9 * 60 + 3, 15) }
    const calm = { ...second, waiting: waiting(59, 120) }
    const { t, queue } = await openDispatch([danger, calm])
    const [red, grey] = (await queue(t('dispatch.queue'))).getAllByRole('listitem')
    const text = t('clock.hoursMinutes', { hours: 9, minutes: 3 })
    const tag = within(red as HTMLElement).getByText(t('waiting.tooLong', { time: text }))
    expect(tag.parentElement?.className).toContain('text-bad')
    expect(
      within(grey as HTMLElement).getByText(t('waiting.for', { time: t('clock.minutes', { count: 59 }) })),
    ).toBeTruthy()
  })
})
