import { screen, waitFor, within } from '@testing-library/dom'
import { afterEach, describe, expect, it } from 'vitest'
import { NotificationBell } from '../../../console/app/NotificationBell.tsx'
import type { DeskNotice } from '../../../console/notices/notices.api.ts'
import { fakeServer, FakeEventSource, refused } from '../../support/fake-server.ts'
import { clearScreen, show, someone } from '../../support/screen.tsx'
import { handledNotice, sampleNotice } from '../notices.sample.ts'

const due = (id: string, over: Partial<DeskNotice> = {}) =>
  sampleNotice({
    id,
    type: 'overdue',
    entityId: 't1',
    ticketId: 't1',
    danger: null,
    call: null,
    words: [],
    open: false,
    level: 3,
    ...over,
  })

/** A server that keeps notices and what is read of them, as for one person. */
const bellServer = (kept: DeskNotice[]) => {
  const bell = () => ({
    unread: kept.filter(({ read }) => !read).length,
    bound: 100,
    open: kept.filter(({ open }) => open),
  })
  const read = (ids: (string | undefined)[]) =>
    kept.forEach((one, at) => {
      if (ids.includes(one.id)) kept[at] = { ...one, read: true }
    })
  return fakeServer({
    'GET /api/notices/bell': bell,
    'GET /api/notices': () => ({ items: kept, next: null }),
    'POST /api/notices/read': (body) => {
      const { ids, upTo } = body as { ids?: string[]; upTo?: string }
      read(ids ?? kept.filter(({ at }) => at <= (upTo ?? '')).map(({ id }) => id))
      return bell()
    },
    'POST /api/notices/ntc-1/acknowledge': () => (kept[0] = handledNotice({ read: true })),
  })
}
let seq = 0
const say = (topic: string, type: string, payload: object = {}) =>
  FakeEventSource.opened
    .at(-1)
    ?.say('message', { seq: ++seq, at: '2026-06-01T02:00:00.000Z', topic, type, id: 'x', payload })

describe('the bell', () => {
  afterEach(clearScreen)

  it('shows what the server keeps unread, opens by its key, and tells the server when it was looked into', async () => {
    const server = bellServer([due('n2'), due('n1', { at: '2026-06-01T01:00:00.000Z', type: 'urge', topic: 'ticket' })])
    const { t, user } = await show(() => <NotificationBell />)
    const named = (count: number) => `${t('shell.notifications')}，${t('shell.unread', { count })}`
    await screen.findByRole('button', { name: named(2) })
    await user.keyboard('{Alt>}n{/Alt}')
    const links = await screen.findAllByRole('link')
    expect(links.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(t('timeline.warned.overdue', { level: 3 })),
      expect.stringContaining(t('action.urge')),
    ])
    await user.keyboard('{Escape}')
    await screen.findByRole('button', { name: t('shell.notifications') })
    expect(server.bodies('POST /api/notices/read')).toEqual([{ upTo: '2026-06-01T02:00:00.000Z' }])
  })

  it('reads one notice by following it', async () => {
    const server = bellServer([due('n2')])
    const { t, user, path } = await show(() => <NotificationBell />)
    await user.click(await screen.findByRole('button', { name: new RegExp(t('shell.notifications')) }))
    await user.click(await screen.findByRole('link'))
    expect(path()).toBe('/tickets/t1')
    expect(server.bodies('POST /api/notices/read')).toContainEqual({ ids: ['n2'] })
  })

  it('is read again when an alert came or it was read elsewhere, and of acts for those only whom they tell', async () => {
    const kept = [due('n1')]
    const server = bellServer(kept)
    const { t } = await show(() => <NotificationBell />)
    await screen.findByRole('button', { name: new RegExp(t('shell.unread', { count: 1 })) })
    kept[0] = due('n1', { read: true })
    say('alert', 'read')
    await waitFor(() => expect(screen.queryByRole('button', { name: /1/ })).toBeNull())
    const asked = () => server.questions('GET /api/notices/bell').length
    const before = asked()
    const act = (roles: string[]) =>
      say('ticket', 'urge', { number: '1', state: 'handling', version: 2, notice: { roles, unitIds: [] } })
    act(['dispatcher'])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(asked()).toBe(before)
    act(['agent'])
    await waitFor(() => expect(asked()).toBe(before + 1))
  })

  it('hears what came since the session was read, however late the live stream begins', async () => {
    bellServer([])
    const { t } = await show(() => <NotificationBell />)
    await screen.findByRole('button', { name: t('shell.notifications') })
    const stream = FakeEventSource.opened.find(({ closed }) => !closed)
    expect(stream?.url).toBe(`/api/live?since=${someone().liveSeq}`)
  })

  it('names the dangers that nobody has in hand; whoever takes one is named by the server from then on', async () => {
    bellServer([sampleNotice()])
    const { t, user } = await show(() => <NotificationBell />)
    await user.click(await screen.findByRole('button', { name: new RegExp(t('notice.openDangers', { count: 1 })) }))
    const dangers = within(await screen.findByRole('region', { name: t('notice.openDangers', { count: 1 }) }))
    expect(dangers.getByRole('link').textContent, 'as one reads it out, and heard in no call').toMatch(
      /\d{4} \d{4}.*应拨打 \d{3}/,
    )
    await user.click(dangers.getByRole('button', { name: t('notice.acknowledge') }))
    await screen.findByText(/叶家豪/)
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: t('notice.openDangers', { count: 1 }) })).toBeNull(),
    )
  })

  it('says so when the list cannot be read or a danger cannot be taken, and reads again', async () => {
    const server = bellServer([sampleNotice()])
    server.answers['POST /api/notices/ntc-1/acknowledge'] = () => refused(404, { code: 'notice.not-found' })
    const { t, user } = await show(() => <NotificationBell />)
    await user.click(await screen.findByRole('button', { name: new RegExp(t('notice.openDangers', { count: 1 })) }))
    await user.click(await screen.findByRole('button', { name: t('notice.acknowledge') }))
    await screen.findByText(t('problem.notice.not-found'))
  })

  it('says what will come where nothing has', async () => {
    bellServer([])
    const { t, user } = await show(() => <NotificationBell />)
    await user.click(await screen.findByRole('button', { name: t('shell.notifications') }))
    await screen.findByText(t('shell.noNotificationsHint'))
  })
})
