import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import type { Permission } from '../../../api/vocabulary/permissions.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { OperationsPage } from '../../../console/operations/operations.page.tsx'
import { bytesText } from '../../../console/operations/operations.models.ts'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const fine = { state: 'fine', figures: {} } as const
const healthOf = (...items: { name: string; state: string; figures: Record<string, number | string> }[]) => ({
  at: '2026-06-01T02:00:00.000Z',
  items: [{ name: 'commit', ...fine }, ...items],
})
const nothingHeld = { hold: null, topics: [], effects: [] }
const held = {
  hold: { since: '2026-06-01T01:00:00.000Z', backupAt: '2026-05-31T18:00:00.000Z' },
  topics: [{ topic: 'sms.send', count: 3, oldest: '2026-05-31T17:59:00.000Z' }],
  effects: [
    {
      id: 'out_1',
      topic: 'sms.send',
      createdAt: '2026-05-31T17:59:00.000Z',
      to: '138****0001',
      body: '您的工单已受理',
    },
  ],
}
const stray = {
  id: 'stx_1',
  from: '139****2233',
  to: '+862155599999',
  body: '路灯坏了',
  pictures: 0,
  receivedAt: '2026-06-01T01:00:00.000Z',
  isLine: false,
}

describe('the page of operations', () => {
  const open = async (
    given: {
      health?: unknown
      held?: unknown
      strays?: unknown[]
      retention?: unknown[]
      locale?: Locale
      permissions?: Permission[]
    } = {},
  ) => {
    const server = fakeServer({
      'GET /api/operations/health': () => given.health ?? healthOf(),
      'GET /api/operations/held': () => given.held ?? nothingHeld,
      'POST /api/operations/held': () => ({ decided: 1 }),
      'GET /api/retention': () => ({ items: given.retention ?? [] }),
      'GET /api/stray-texts': () => ({ items: given.strays ?? [], next: null }),
      'DELETE /api/stray-texts/stx_1': () => ({ id: 'stx_1' }),
    })
    const shown = await show(() => <OperationsPage />, {
      path: '/operations',
      locale: given.locale ?? 'zh-CN',
      width: 1440,
      session: someone({ permissions: given.permissions ?? [] }),
    })
    return { ...shown, server }
  }

  it.each<Locale>(['zh-CN', 'en'])('answers its question in the title, what is broken first (%s)', async (locale) => {
    const { t } = await open({
      locale,
      health: healthOf(
        { name: 'strayTexts', state: 'attention', figures: { count: 2 } },
        { name: 'disk', state: 'broken', figures: { free: 120_000_000, total: 1e11 } },
      ),
    })
    expect(await screen.findByRole('heading', { name: t('operations.someBroken', { count: 1 }) })).toBeTruthy()
    const rows = within(screen.getByRole('list', { name: t('operations.items') })).getAllByRole('listitem')
    expect(rows.map((row) => within(row).getByRole('heading').textContent)).toEqual([
      t('operations.disk'),
      t('operations.strayTexts'),
      t('operations.commit'),
    ])
    expect(rows[0]?.textContent).toContain(t('operations.state.broken'))
    expect(rows[0]?.textContent).toContain(t('operations.disk.act', { free: '120 MB', total: '100 GB' }))
  })
  it('says that all is fine, and shows nothing that waits', async () => {
    const { t } = await open()
    expect(await screen.findByRole('heading', { name: t('operations.allFine') })).toBeTruthy()
    expect(screen.queryByRole('heading', { name: t('operations.heldTitle') })).toBeNull()
    expect(screen.queryByRole('heading', { name: t('operations.straysTitle') })).toBeNull()
  })
  it.each<Locale>(['zh-CN', 'en'])(
    'shows how long data is kept, on what basis, and what was erased (%s)',
    async (locale) => {
      const kept = {
        kind: 'recordings',
        way: 'erase',
        days: 365,
        usualDays: 365,
        leastDays: 30,
        basis: { source: '第十九条', sourceEn: 'Art. 19', grade: 'D' },
        set: null,
        outside: false,
        lastRun: { startedAt: '2026-06-01T01:00:00.000Z', finishedAt: null, erased: 1200 },
        erasedEver: 1200,
        nextAt: null,
      }
      const set = { by: '宋玉洁', at: '2026-06-01T01:00:00.000Z', reason: '第12条' }
      const { t } = await open({
        locale,
        retention: [
          kept,
          { ...kept, kind: 'files', days: 0, lastRun: null },
          { ...kept, kind: 'tickets', way: 'anonymise', set },
          { ...kept, kind: 'networkLogs', outside: true },
        ],
      })
      const rows = (await screen.findAllByRole('row')).slice(1).map(({ textContent }) => textContent)
      expect(rows[0]).toContain(t('retention.recordings'))
      expect(rows[0]).toContain(t('retention.forDays', { days: 365 }))
      expect(rows[0]).toContain(locale === 'en' ? 'Art. 19' : '第十九条')
      expect(rows[0]).toContain(t('clock.ownDefault'))
      expect(rows[0]).toContain('1,200')
      expect(rows[1]).toContain(t('retention.atOnce'))
      expect(rows[1]).toContain(t('retention.notYet'))
      expect(rows[2]).toContain(t('retention.setBy', { reason: '第12条', name: '宋玉洁' }))
      expect(rows[2]).toContain(t('retention.way.anonymise'))
      expect(rows[3]).toContain(t('retention.outside'))
    },
  )
  it('tells when how things stand cannot be read', async () => {
    await open({ health: refused(503, { code: 'internal' }) })
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
  it('lets held effects go out only after asking; never to send them needs no question', async () => {
    const { t, user, server } = await open({ held, permissions: ['operations.manage'] })
    const panel = within(await screen.findByRole('region', { name: t('operations.heldTitle') }))
    expect(panel.getByText('138****0001')).toBeTruthy()
    const [ofTopic] = panel.getAllByRole('button', { name: t('operations.release') })
    if (ofTopic) await user.click(ofTopic)
    expect(server.bodies('POST /api/operations/held')).toEqual([])
    const dialog = within(await screen.findByRole('dialog', { name: t('operations.decideTitle') }))
    await user.click(dialog.getByRole('button', { name: t('operations.release') }))
    await waitFor(() =>
      expect(server.bodies('POST /api/operations/held')).toEqual([{ how: 'release', topic: 'sms.send' }]),
    )
    const drop = panel.getAllByRole('button', { name: t('operations.drop') }).at(-1)
    await waitFor(() => expect(drop?.getAttribute('aria-busy')).toBeNull())
    if (drop) await user.click(drop)
    await waitFor(() =>
      expect(server.bodies('POST /api/operations/held').at(-1)).toEqual({ how: 'drop', ids: ['out_1'] }),
    )
  })
  it('shows supervisors what is held, without the decision', async () => {
    const { t } = await open({ held, permissions: ['operations.read'] })
    await screen.findByRole('region', { name: t('operations.heldTitle') })
    expect(screen.queryByRole('button', { name: t('operations.release') })).toBeNull()
  })
  it('takes a text in only when its number is a line, and throws it away after asking', async () => {
    const { t, user, server } = await open({ strays: [stray], permissions: ['operations.manage'] })
    const panel = within(await screen.findByRole('region', { name: t('operations.straysTitle') }))
    expect(panel.getByRole('button', { name: t('operations.take') }).hasAttribute('disabled')).toBe(true)
    await user.click(panel.getByRole('button', { name: t('operations.dismiss') }))
    const dialog = within(await screen.findByRole('dialog', { name: t('operations.dismissTitle') }))
    await user.click(dialog.getByRole('button', { name: t('operations.dismiss') }))
    await waitFor(() => expect(server.bodies('DELETE /api/stray-texts/stx_1')).toHaveLength(1))
  })
  it('writes bytes as people read them', () => {
    const number = (value: number) => String(value)
    expect([0, 999, 1_500, 2_000_000, 83e9, 1.2e12].map((bytes) => bytesText(bytes, number))).toEqual([
      '0 B',
      '999 B',
      '1.5 kB',
      '2 MB',
      '83 GB',
      '1.2 TB',
    ])
  })
})
