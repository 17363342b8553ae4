import { screen, waitFor, within } from '@testing-library/dom'
import { describe, expect, it, vi } from 'vitest'
import type { RateRowDto, RatesDto } from '../../../api/insight/insight.dto.ts'
import type { Locale } from '../../../console/i18n/i18n.types.ts'
import { RatesPage } from '../../../console/insight/rates.page.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show } from '../../support/screen.tsx'
import { changfeng, putuo } from '../tickets/ticket.sample.ts'

const share = (count: number, of: number) => ({ count, of, value: of === 0 ? null : count / of, formula: 'x' })
const row = (
  unit: RateRowDto['unit'],
  reached: number,
  [response, solved, satisfied]: [number, number, number],
): RateRowDto => ({
  unit,
  asked: reached + 10,
  reached,
  noReply: 7,
  unreachable: 3,
  withoutCall: 2,
  comparable: reached >= 30,
  response: share(response, reached),
  solved: share(solved, reached),
  satisfied: share(satisfied, reached),
})
const xuhui = { ...putuo, id: 'u3', name: '徐汇区', nameEn: 'Xuhui' }
const rows = [row(putuo, 100, [90, 50, 60]), row(xuhui, 50, [40, 40, 45]), row(changfeng, 4, [4, 4, 4])]
const { unit: _unit, ...total } = row(putuo, 154, [134, 94, 109])
const ratesOf = (over: Partial<RatesDto> = {}): RatesDto => ({
  from: '2026-05-01T16:00:00.000Z',
  to: '2026-06-01T16:00:00.000Z',
  level: 'district',
  satisfiedFrom: 4,
  smallCount: 30,
  total,
  rows,
  ...over,
})

describe('the three rates', () => {
  const open = async (
    answer = ratesOf(),
    { locale = 'zh-CN', path = '/rates' }: { locale?: Locale; path?: string } = {},
  ) => {
    const server = fakeServer({ 'GET /api/rates': () => answer })
    const shown = await show(() => <RatesPage />, { path, locale, width: 1440 })
    const table = async () => within(await screen.findByRole('table', { name: shown.t('rates.table') }))
    /** Each unit's row: rank, name, and what is shown of it. */
    const units = async () =>
      (await table())
        .getAllByRole('rowheader')
        .map((head) => [head.previousElementSibling?.textContent, head.textContent])
    const choose = (label: 'rates.period' | 'rates.level' | 'rates.kind', option: string) =>
      shown.user.selectOptions(screen.getByRole('combobox', { name: shown.t(label) }), option)
    return { ...shown, server, table, units, choose, asked: () => server.questions('GET /api/rates') }
  }

  it.each<Locale>(['zh-CN', 'en'])('answers its own question in the title (%s)', async (locale) => {
    const { t } = await open(ratesOf(), { locale })
    const [best, worst] = locale === 'en' ? ['Xuhui', 'Putuo'] : ['徐汇区', '普陀区']
    const title = t('rates.answer.spread', { rate: '70.8%', best, bestRate: '90.0%', worst, worstRate: '60.0%' })
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
  })

  it('ranks units with enough answers, and shows of the others counts alone, apart', async () => {
    const { t, table, units } = await open()
    expect(await units()).toEqual([
      ['1', '徐汇区'],
      ['2', '普陀区'],
      ['—', '长风新村街道'],
    ])
    const lines = (await table()).getAllByRole('row').map(({ textContent }) => textContent ?? '')
    expect(lines[1]).toContain('90.0%')
    expect(lines[3]).toBe(t('rates.notComparable', { least: 30 }))
    expect(lines[4]).toContain(t('rates.share', { count: '4', of: '4' }))
    expect(lines[4]).not.toContain('%')
  })

  it('is sorted by another rate, which stands in the address and is told to a reader', async () => {
    const { user, t, table, units, path } = await open()
    const head = async (name: 'response' | 'satisfied') =>
      (await table()).getByRole('columnheader', { name: new RegExp(t(`rates.${name}`)) })
    expect((await head('satisfied')).getAttribute('aria-sort')).toBe('descending')
    await user.click(within(await head('response')).getByRole('button'))
    expect(path()).toBe('/rates?sort=response')
    expect((await units())[0]).toEqual(['1', '普陀区'])
    expect((await head('response')).getAttribute('aria-sort')).toBe('descending')
    expect((await head('satisfied')).getAttribute('aria-sort')).toBe('none')
  })

  it('asks for whole days of the city, the level and the kind that are chosen', async () => {
    const { t, choose, path, asked } = await open()
    await screen.findByRole('table')
    const [first] = asked()
    expect(first).toMatchObject({ level: 'district' })
    expect(first).not.toHaveProperty('kind')
    expect([first?.['from'], first?.['to']]).toEqual([
      expect.stringMatching(/T16:00:00\.000Z$/),
      expect.stringMatching(/T16:00:00\.000Z$/),
    ])
    await choose('rates.level', t('unitLevel.street'))
    await choose('rates.kind', t('kind.complaint'))
    expect(path()).toBe('/rates?level=street&kind=complaint')
    await waitFor(() => expect(asked().at(-1)).toMatchObject({ level: 'street', kind: 'complaint' }))
  })

  it('stays on screen while another period is on its way, and says that it is', async () => {
    const { t, server, choose, table } = await open()
    await table()
    let answer = (_read: RatesDto) => {}
    server.answers['GET /api/rates'] = () => new Promise<RatesDto>((resolve) => (answer = resolve))
    await choose('rates.period', t('rates.period.days90'))
    await waitFor(() =>
      expect(screen.getByRole('table').closest('[aria-busy]')?.getAttribute('aria-busy')).toBe('true'),
    )
    answer(ratesOf({ rows: [] }))
    expect(await screen.findByText(t('rates.empty'))).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: t('rates.export') }).disabled).toBe(true)
  })

  it('is handed out as a file with the numbers behind every rate, and none where units must not be compared', async () => {
    const files: Blob[] = []
    const names: string[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return 'blob:rates'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const { user, t, table, asked } = await open()
    await table()
    await user.click(screen.getByRole('button', { name: t('rates.export') }))
    const lines = ((await files[0]?.text()) ?? '').replace('\uFEFF', '').split('\r\n')
    expect(lines[0]?.split(',')).toHaveLength(13)
    expect(lines[1]).toBe('1,徐汇区,60,50,7,3,2,40,0.8,40,0.8,45,0.9')
    expect(lines[3]).toBe(',长风新村街道,14,4,7,3,2,4,,4,,4,')
    expect(lines[4]).toMatch(new RegExp(`^,${t('rates.total')},164,154,7,3,2,`))
    const firstDay = Date.parse(asked()[0]?.['from'] ?? '')
    expect(names, 'the day in the city, not eight hours before').toEqual([
      `${t('rates.fileName')}-${new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(firstDay)}.csv`,
    ])
    vi.restoreAllMocks()
  })

  it('says that it could not be read, and tries again', async () => {
    const server = fakeServer({ 'GET /api/rates': () => refused(403, { code: 'auth.forbidden' }) })
    const { user, t } = await show(() => <RatesPage />, { path: '/rates' })
    expect(await screen.findByText(t('problem.auth.forbidden'))).toBeTruthy()
    server.answers['GET /api/rates'] = () => ratesOf()
    await user.click(screen.getByRole('button', { name: t('ui.retry') }))
    expect(await screen.findByRole('table')).toBeTruthy()
  })
})
