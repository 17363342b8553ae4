import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { AuditPage } from '../../../console/audit/audit.page.tsx'
import type { AuditRow } from '../../../console/audit/audit-words.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { fakeServer } from '../../support/fake-server.ts'
import { withLayout } from '../../support/layout.ts'
import { show } from '../../support/screen.tsx'
import { page } from '../tickets/ticket.server.ts'

const rowOf = (id: string, over: Partial<AuditRow>): AuditRow => ({
  id,
  at: '2026-06-01T02:00:07.000Z',
  actorKind: 'staff',
  actorId: 's1',
  actorName: '叶家豪',
  action: 'ticket.sign',
  entity: 'ticket',
  entityId: 't1',
  before: null,
  after: null,
  reason: null,
  requestId: null,
  about: { id: 't1', kind: 'ticket', name: '202606010001', nameEn: null },
  names: [],
  ...over,
})
const rows = [
  rowOf('r1', {
    action: 'ticket.redispatch',
    before: { leadUnitId: 'u1', state: 'handling' },
    after: { leadUnitId: 'u2', state: 'dispatched' },
    reason: '不在辖区',
    requestId: 'req-77',
    names: [
      { id: 'u1', kind: 'unit', name: '普陀区', nameEn: 'Putuo' },
      { id: 'u2', kind: 'unit', name: '徐汇区', nameEn: 'Xuhui' },
    ],
  }),
  rowOf('r2', {
    action: 'citizen.revealed',
    entity: 'citizen',
    entityId: 'c1',
    about: { id: 'c1', kind: 'citizen', name: '138****0001', nameEn: null },
    reason: '需回电核实',
  }),
  rowOf('r3', {
    action: 'ticket.close',
    actorKind: 'system',
    actorId: 'close',
    actorName: 'close',
    reason: 'rated',
  }),
]

describe('the audit', () => {
  withLayout()
  const open = async (path = '/audit', { locale = 'zh-CN' }: { locale?: Locale } = {}) => {
    const server = fakeServer({
      'GET /api/audit': () => page(rows),
      'GET /api/staff': () => ({ items: [{ id: 's1', name: '叶家豪', username: 'ye' }] }),
    })
    const shown = await show(() => <AuditPage />, { path, locale, width: 1440 })
    const grid = within(await screen.findByRole('grid', { name: shown.t('audit.list') }))
    await grid.findAllByText('叶家豪')
    const lines = () => grid.getAllByRole('row').map(({ textContent }) => textContent ?? '')
    return { ...shown, server, grid, lines, asked: () => server.questions('GET /api/audit') }
  }

  it.each<Locale>(['zh-CN', 'en'])('says in words who did what to what, and why (%s)', async (locale) => {
    const { t, lines } = await open('/audit', { locale })
    const [, moved, seen, closed] = lines()
    expect(moved).toContain(t('done.redispatch'))
    expect(moved).toContain('2026 0601 0001')
    expect(moved).toMatch(/10:00:07/)
    expect(seen).toContain(t('audit.did.citizen.revealed'))
    expect(seen).toContain('138****0001')
    expect(seen).toContain('需回电核实')
    expect(closed).toContain(t('audit.system.close'))
    expect(closed, 'a reason of the server’s list').toContain(t('closeReason.rated'))
  })

  it('shows of one record each field before and after, by names, and what support asks for', async () => {
    const { user, t } = await open()
    await user.keyboard('j{Enter}')
    const record = within(await screen.findByRole('dialog', { name: t('done.redispatch') }))
    const change = within(record.getByRole('table', { name: t('audit.change') }))
    const line = (field: string) =>
      within(change.getByRole('rowheader', { name: field }).closest('tr') ?? document.body)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    expect(line(t('audit.field.leadUnitId'))).toEqual(['普陀区', '徐汇区'])
    expect(line(t('audit.field.state'))).toEqual([t('state.handling'), t('state.dispatched')])
    expect(record.getByText('req-77')).toBeTruthy()
    expect(record.getByText('ticket.redispatch')).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('says of a record without a change that nothing was changed', async () => {
    const { user, t } = await open()
    await user.keyboard('jj{Enter}')
    const record = within(await screen.findByRole('dialog', { name: t('audit.did.citizen.revealed') }))
    expect(record.getByText(t('audit.noChange'))).toBeTruthy()
  })

  it('leads from a ticket’s number to the ticket, not into the record', async () => {
    const { user, grid, path } = await open()
    await user.click(grid.getAllByRole('link', { name: '2026 0601 0001' })[0] ?? document.body)
    expect(path()).toBe('/tickets/t1')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('asks for what the address says, and writes into it what is chosen', async () => {
    const { user, t, path, asked } = await open('/audit?from=2026-06-01&to=2026-06-01&id=2026%200601%200001')
    expect(asked()[0]).toEqual({
      size: '50',
      entityId: '202606010001',
      from: '2026-05-31T16:00:00.000Z',
      to: '2026-06-01T16:00:00.000Z',
    })
    await user.selectOptions(screen.getByRole('combobox', { name: t('audit.entity') }), t('audit.entity.citizen'))
    await user.selectOptions(screen.getByRole('combobox', { name: t('audit.actor') }), '叶家豪 ye')
    expect(path()).toContain('entity=citizen')
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ entity: 'citizen', actorId: 's1' }))
  })

  it('finds an act by its word', async () => {
    const { user, t, asked } = await open()
    const act = screen.getByRole('combobox', { name: t('audit.action') })
    await user.click(act)
    await user.keyboard(t('audit.did.citizen.revealed'))
    await user.click(await screen.findByRole('option', { name: new RegExp(t('audit.did.citizen.revealed')) }))
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ action: 'citizen.revealed' }))
  })
})
