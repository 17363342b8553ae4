import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../../../console/i18n/formatters.ts'
import { refused } from '../../support/fake-server.ts'
import { sampleTicket } from '../tickets/ticket.sample.ts'
import { page } from '../tickets/ticket.server.ts'
import { followUpOf, openDesk } from './followup.scene.tsx'

const rows = [
  followUpOf(),
  followUpOf({
    id: 'f2',
    ticket: sampleTicket([], { id: 't2', title: '井盖破损' }),
    claimedBy: { id: 'staff-1', name: '孙文静' },
    attempts: 2,
  }),
  followUpOf({
    id: 'f3',
    ticket: sampleTicket([], { id: 't3', title: '噪音扰民' }),
    claimedBy: { id: 'staff-2', name: '王强' },
  }),
]

describe('the list of whom to call', () => {
  const open = async (over: Parameters<typeof openDesk>[0] = {}) => {
    const desk = await openDesk({ rows, ...over })
    const cards = async (view: 'calling' | 'done' = 'calling') => {
      const list = await screen.findByRole('list', { name: desk.t(`followUp.view.${view}`) })
      return within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent ?? '')
    }
    const titles = async () => (await cards()).map((card) => rows.find(({ ticket }) => card.includes(ticket.title))?.id)
    return { ...desk, cards, titles }
  }

  it.each(['zh-CN', 'en'] as const)(
    'says of each whom to call, until when, how often it was tried and who has it (%s)',
    async (locale) => {
      const { t, cards } = await open({ locale })
      const [free, mine, others] = await cards()
      expect(free).toContain(`李女士 · 138****0001 · ${locale === 'en' ? 'Putuo' : '普陀区'}`)
      expect(free).toContain(t('followUp.until', { at: createFormatters(locale).due('2026-06-08T02:00:00.000Z') }))
      expect(free).not.toContain(t('followUp.attempts', { count: 0 }))
      expect(mine).toContain(t('followUp.attempts', { count: 2 }))
      expect(mine).toContain(t('followUp.claimedByMe'))
      expect(others).toContain(t('followUp.claimedBy', { name: '王强' }))
    },
  )

  it('shows of what is done what came of it, and when', async () => {
    const doneAt = '2026-06-03T02:00:00.000Z'
    const done = followUpOf({ state: 'answered', grade: 5, doneAt })
    const { t, cards, server } = await open({ rows: [done], path: '/follow-up?view=done' })
    const [card] = await cards('done')
    expect(card).toContain(t('grade.5'))
    expect(card).toContain(createFormatters('zh-CN').moment(doneAt))
    expect(server.questions('GET /api/follow-ups')).toEqual([{ view: 'done' }])
    expect(screen.queryByRole('group', { name: t('followUp.whose') })).toBeNull()
  })

  it('numbers the lists of what is to be done, and remembers the chosen one in the address', async () => {
    const { user, t, path, server } = await open({ path: '/follow-up?id=f1' })
    const tab = (view: 'calling' | 'dissatisfied' | 'done') =>
      screen.findByRole('tab', { name: new RegExp(`^${t(`followUp.view.${view}`)}`) })
    await waitFor(async () => expect((await tab('calling')).textContent).toBe(`${t('followUp.view.calling')}4`))
    expect((await tab('done')).textContent).toBe(t('followUp.view.done'))
    await user.click(await tab('dissatisfied'))
    expect(path()).toBe('/follow-up?view=dissatisfied')
    await waitFor(() => expect(server.questions('GET /api/follow-ups').at(-1)).toEqual({ view: 'dissatisfied' }))
  })

  it('can be narrowed to what one took, or what nobody did', async () => {
    const { user, t, titles, path } = await open()
    expect(await titles()).toEqual(['f1', 'f2', 'f3'])
    await user.click(screen.getByRole('radio', { name: t('followUp.whose.mine') }))
    expect(await titles()).toEqual(['f2'])
    expect(path()).toBe('/follow-up?whose=mine')
    await user.click(screen.getByRole('radio', { name: t('followUp.whose.free') }))
    expect(await titles()).toEqual(['f1'])
  })

  it('is walked by j and k, and opens what Enter chooses beside it', async () => {
    const { user, titles, path } = await open()
    await titles()
    expect(await screen.findByRole('heading', { name: rows[0]?.ticket.title ?? '' }), 'the first is open').toBeTruthy()
    await user.keyboard('jjk{Enter}')
    expect(path()).toBe('/follow-up?id=f2')
    await user.keyboard('k{Enter}')
    expect(path()).toBe('/follow-up?id=f1')
    await user.keyboard('j{Enter}')
    expect(path()).toBe('/follow-up?id=f2')
    expect(await screen.findByRole('heading', { name: '井盖破损' })).toBeTruthy()
    expect(screen.getByRole('button', { current: true }).textContent).toContain('井盖破损')
  })

  it('opens nothing by itself where the list fills the screen', async () => {
    const { titles } = await open({ width: 390 })
    await titles()
    expect(screen.queryByRole('button', { current: true })).toBeNull()
  })

  it('opens the chosen one by Enter from a tab that was pressed before, and the first of the list behind it', async () => {
    const { user, titles, path, t } = await open()
    await titles()
    await user.click(screen.getByRole('tab', { name: new RegExp(`^${t('followUp.view.open')}`) }))
    expect(await screen.findByRole('heading', { name: rows[0]?.ticket.title ?? '' })).toBeTruthy()
    await user.keyboard('j{Enter}')
    expect(path()).toBe('/follow-up?view=open&id=f2')
  })

  it('says that nobody is to be called; and of a list that did not come, that it failed', async () => {
    const { t, server, press } = await open({ rows: [] })
    expect(await screen.findByText(t('followUp.empty.calling'))).toBeTruthy()
    expect(screen.queryByText(t('followUp.choose')), 'there is none to choose').toBeNull()
    server.answers['GET /api/follow-ups'] = () => refused(403, { code: 'auth.forbidden' })
    await press(t('followUp.view.done'), 'tab')
    expect(await screen.findByText(t('problem.auth.forbidden'))).toBeTruthy()
    expect(screen.queryByText(t('followUp.empty.done'))).toBeNull()
    server.answers['GET /api/follow-ups'] = () => page([])
    await press(t('ui.retry'))
    expect(await screen.findByText(t('followUp.empty.done'))).toBeTruthy()
  })
})
