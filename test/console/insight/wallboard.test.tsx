import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { WallboardDto } from '../../../api/insight/insight.dto.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { WallboardPage } from '../../../console/insight/wallboard.page.tsx'
import { fakeServer, FakeEventSource, refused } from '../../support/fake-server.ts'
import { show } from '../../support/screen.tsx'

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const boardOf = (
  over: Partial<WallboardDto['calls']> = {},
  tickets: Partial<WallboardDto['tickets']> = {},
): WallboardDto => ({
  at: '2026-06-01T02:00:07.000Z',
  calls: {
    connected: { count: 186, of: 200, value: 0.93, formula: 'connected', target: 0.95 },
    answeredIn15s: { count: 200, of: 200, value: 1, formula: 'answeredIn15s' },
    queues: [
      { lineId: 'l1', waiting: 1, oldestAt: ago(5_000) },
      { lineId: 'l2', waiting: 3, oldestAt: ago(200_000) },
    ],
    ...over,
  },
  agents: {},
  tickets: { byState: { handling: 1200, dispatched: 34, closed: 9 }, overdue: 2, dueToday: 5, danger: 0, ...tickets },
  intake: [
    { hour: '2026-06-01T01:00:00.000Z', count: 12 },
    { hour: '2026-06-01T02:00:00.000Z', count: 30 },
  ],
})
const agent = (id: string, name: string, state: string, since: string) => ({
  staff: { id, name },
  state,
  since,
  callId: null,
})

describe('the wallboard', () => {
  afterEach(() => vi.useRealTimers())
  const open = async (board = boardOf(), { locale = 'zh-CN' }: { locale?: Locale } = {}) => {
    const server = fakeServer({
      'GET /api/wallboard': () => board,
      'GET /api/presence': () => ({
        all: [
          agent('s1', '王强', 'ready', ago(10_000)),
          agent('s2', '李娜', 'talking', ago(65_000)),
          agent('s3', '周敏', 'offline', ago(10_000)),
          agent('s4', '赵云', 'ready', ago(90_000)),
        ],
      }),
      'GET /api/lines': () => ({
        items: [
          { id: 'l1', code: '12345', name: '12345热线', nameEn: '12345 hotline', active: true },
          { id: 'l2', code: '12329', name: '公积金热线', nameEn: 'Housing fund', active: true },
        ],
      }),
    })
    const shown = await show(() => <WallboardPage />, { path: '/wallboard', locale, width: 1440 })
    const number = (name: 'connected' | 'answeredIn15s' | 'waiting' | 'dueToday' | 'overdue' | 'danger') =>
      screen.findByRole('group', { name: new RegExp(`^${shown.t(`wallboard.${name}`)} `) })
    return { ...shown, server, number }
  }

  it.each<Locale>(['zh-CN', 'en'])(
    'hangs up six numbers, each with what it is made of and its rule (%s)',
    async (locale) => {
      const { t, number } = await open(boardOf(), { locale })
      const says = async (name: Parameters<typeof number>[0]) => (await number(name)).textContent
      expect(await says('connected')).toBe(
        `${t('wallboard.connected')}93.0%${t('wallboard.of', { count: 186, of: 200 })}`,
      )
      expect(await says('answeredIn15s')).toContain('100%')
      expect(await says('waiting')).toMatch(
        new RegExp(`^${t('wallboard.waiting')}4${t('wallboard.longest', { time: '03:2\\d' })}$`),
      )
      expect(await says('overdue')).toBe(`${t('wallboard.overdue')}2${t('wallboard.atUnits', { count: 1234 })}`)
      expect((await number('connected')).getAttribute('aria-description')).toContain(
        t('wallboard.threshold.connected', { target: '95%' }),
      )
    },
  )

  it('tells by colour and sign what has passed its threshold, and leaves quiet what has none', async () => {
    const { number } = await open()
    const tone = async (name: Parameters<typeof number>[0]) => {
      const sign = (await number(name)).querySelector('svg')
      return sign === null ? 'quiet' : (/text-(ok|warn|bad)/.exec(sign.getAttribute('class') ?? '')?.[1] ?? '')
    }
    expect(await tone('connected')).toBe('warn')
    expect(await tone('answeredIn15s')).toBe('quiet')
    expect(await tone('waiting')).toBe('bad')
    expect(await tone('overdue')).toBe('bad')
    expect(await tone('danger')).toBe('ok')
  })

  it('has no share where there is nothing to divide by', async () => {
    const none = { count: 0, of: 0, value: null, formula: 'x' }
    const { t, number } = await open(boardOf({ connected: { ...none, target: 0.95 }, answeredIn15s: none, queues: [] }))
    expect((await number('connected')).textContent).toBe(`${t('wallboard.connected')}—${t('wallboard.noCalls')}`)
    expect((await number('waiting')).textContent).toContain(t('wallboard.longestNone'))
  })

  it('shows who is there, those who talk first and the longest in a state before the others', async () => {
    const { t } = await open()
    const grid = within(await screen.findByRole('region', { name: t('wallboard.agents') }))
    const cells = await grid.findAllByRole('listitem')
    expect(cells.map(({ textContent }) => textContent?.slice(0, 2))).toEqual(['李娜', '赵云', '王强'])
    expect(cells[0]?.textContent).toMatch(/01:0\d$/)
    expect(grid.getByText(t('wallboard.agentCount', { state: t('presence.ready'), count: 2 }))).toBeTruthy()
  })

  it('names each line with who waits, the fullest first; states lead to their tickets', async () => {
    const { user, t, path } = await open()
    const lines = within(await screen.findByRole('region', { name: t('wallboard.queues') }))
    await waitFor(() =>
      expect(lines.getAllByRole('listitem').map((one) => one.getAttribute('aria-label'))).toEqual([
        t('wallboard.queueRow', { line: '公积金热线', count: 3 }),
        t('wallboard.queueRow', { line: '12345热线', count: 1 }),
      ]),
    )
    expect(
      screen.getByRole('img', { name: t('wallboard.intakeLabel', { count: 42, peak: 30, time: '10:00' }) }),
    ).toBeTruthy()
    const states = within(screen.getByRole('region', { name: t('wallboard.states', { count: '1,234' }) }))
    await user.click(states.getByRole('link', { name: new RegExp(t('state.handling')) }))
    expect(path()).toBe('/tickets?state=handling')
  })

  it('is read again when something happens, many events at once only once', async () => {
    const { server, number } = await open()
    await number('overdue')
    const reads = () => server.bodies('GET /api/wallboard').length
    expect(reads()).toBe(1)
    server.answers['GET /api/wallboard'] = () => boardOf({}, { overdue: 7 })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const seq of [1, 2, 3])
      FakeEventSource.opened
        .at(-1)
        ?.say('message', { seq, topic: 'ticket', type: 'warned', id: `t${seq}`, payload: {} })
    await vi.advanceTimersByTimeAsync(1900)
    expect(reads()).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    vi.useRealTimers()
    await waitFor(async () => expect((await number('overdue')).textContent).toContain('7'))
    expect(reads()).toBe(2)
  })

  it('keeps the last numbers when a later reading fails', async () => {
    const { t, server, number } = await open()
    await number('overdue')
    server.answers['GET /api/wallboard'] = () => refused(403, { code: 'auth.forbidden' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    FakeEventSource.opened.at(-1)?.say('message', { seq: 1, topic: 'call', type: 'ended', id: 'c1', payload: {} })
    await vi.advanceTimersByTimeAsync(2100)
    vi.useRealTimers()
    expect((await number('overdue')).textContent).toContain('2')
    expect(screen.queryByText(t('problem.auth.forbidden'))).toBeNull()
  })

  it('is dark unless the address says otherwise, and goes to the whole screen', async () => {
    const { user, t, path } = await open()
    const wall = screen.getByRole('heading', { name: t('wallboard.title') }).closest<HTMLElement>('[data-theme]')
    expect(wall?.dataset['theme']).toBe('dark')
    await user.click(screen.getByRole('button', { name: t('wallboard.theme.light') }))
    expect(wall?.dataset['theme']).toBe('light')
    expect(path()).toBe('/wallboard?theme=light')
    const full = vi.fn(async () => {})
    if (wall) wall.requestFullscreen = full
    fireEvent.click(screen.getByRole('button', { name: t('wallboard.fullScreen') }))
    expect(full).toHaveBeenCalledOnce()
  })
})
