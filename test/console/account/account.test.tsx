import { screen, waitFor, within } from '@testing-library/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AccountPage } from '../../../console/account/account.page.tsx'
import { browserName } from '../../../console/account/browser-name.ts'
import { PendingPage } from '../../../console/account/pending.page.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

const codes = Array.from({ length: 10 }, (_, at) => `code${at}-aaaaa`)
const uri = 'otpauth://totp/Yixian:agent1?secret=ABCDEFGHIJKLMNOP&issuer=Yixian&digits=6&period=30'
const done = () => new Response(null, { status: 204 })
const state = (over = {}) => ({ on: false, required: false, recoveryCodesLeft: 0, ...over })
const sessions = [
  {
    id: 's1',
    current: true,
    address: '10.0.0.7',
    browser: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    openedAt: '2026-06-01T00:00:00.000Z',
    usedAt: '2026-06-01T02:00:00.000Z',
  },
  {
    id: 's2',
    current: false,
    address: '198.51.100.9',
    browser: '',
    openedAt: '2026-05-31T00:00:00.000Z',
    usedAt: '2026-05-31T02:00:00.000Z',
  },
]

const open = async (over: Record<string, () => unknown> = {}) => {
  const server = fakeServer({
    'GET /api/session': () => someone(),
    'GET /api/account/sessions': () => ({ items: sessions }),
    'GET /api/account/second-factor': () => state(),
    'POST /api/account/password': done,
    'DELETE /api/account/sessions': done,
    'DELETE /api/account/sessions/s2': done,
    'POST /api/account/second-factor': () => ({ uri, recoveryCodes: codes }),
    'POST /api/account/second-factor/confirm': done,
    'POST /api/account/second-factor/end': done,
    'POST /api/account/second-factor/recovery-codes': () => ({ recoveryCodes: codes }),
    ...over,
  })
  const shown = await show(() => <AccountPage />, { path: '/account' })
  const panel = async (key: 'account.password' | 'account.factor' | 'account.sessions') =>
    within(await screen.findByRole('region', { name: shown.t(key) }))
  return { ...shown, server, panel }
}

describe('the password', () => {
  const fill = async (next: string, again = next) => {
    const page = await open()
    const panel = await page.panel('account.password')
    await page.user.type(panel.getByLabelText(page.t('account.current')), 'the old one here')
    await page.user.type(panel.getByLabelText(page.t('account.next')), next)
    await page.user.type(panel.getByLabelText(page.t('account.again')), `${again}{Enter}`)
    return { ...page, panel }
  }

  it('is changed by keys alone, and the fields are empty again', async () => {
    const { server, panel, t } = await fill('river lamp quiet 7')
    expect(await screen.findByText(t('account.passwordChanged'))).toBeTruthy()
    expect(server.bodies('POST /api/account/password')).toEqual([
      { current: 'the old one here', next: 'river lamp quiet 7' },
    ])
    expect(panel.getByLabelText<HTMLInputElement>(t('account.next')).value).toBe('')
  })

  it.each([
    ['short', 'short', 'account.tooShort'],
    ['my agent1 password', 'my agent1 password', 'account.containsName'],
    ['river lamp quiet 7', 'river lamp quiet 8', 'account.differs'],
  ] as const)('%s / %s is not even sent: %s', async (next, again, why) => {
    const { server, t } = await fill(next, again)
    expect(await screen.findByText(t(why))).toBeTruthy()
    expect(server.bodies('POST /api/account/password')).toEqual([])
  })

  it('says what the server refuses', async () => {
    const { user, t, panel } = await open({
      'POST /api/account/password': () => refused(422, { code: 'password.too-common' }),
    })
    const password = await panel('account.password')
    await user.type(password.getByLabelText(t('account.current')), 'the old one here')
    await user.type(password.getByLabelText(t('account.next')), 'password123456')
    await user.type(password.getByLabelText(t('account.again')), 'password123456{Enter}')
    expect((await password.findByRole('alert')).textContent).toContain(t('problem.password.too-common'))
  })
})

describe('the second factor', () => {
  it('is set up with the password, the picture, kept codes and a first code', async () => {
    const { user, t, server, panel } = await open()
    const factor = await panel('account.factor')
    await user.click(await factor.findByRole('button', { name: t('account.setUp') }))
    await user.type(factor.getByLabelText(t('account.current')), 'the password{Enter}')
    expect(await factor.findByRole('img', { name: t('account.qr') })).toBeTruthy()
    expect(factor.getByText('ABCD EFGH IJKL MNOP')).toBeTruthy()
    expect(within(factor.getByRole('list', { name: t('account.codes') })).getAllByRole('listitem')).toHaveLength(10)
    const turnOn = factor.getByRole('button', { name: t('account.turnOn') })
    await user.type(factor.getByLabelText(t('account.code')), '123 456{Enter}')
    expect((await factor.findByRole('alert')).textContent).toContain(t('account.keepCodes'))
    await user.click(factor.getByLabelText(t('account.codesKept')))
    expect(factor.queryByRole('alert')).toBeNull()
    server.answers['GET /api/account/second-factor'] = () => state({ on: true, recoveryCodesLeft: 10 })
    await user.click(turnOn)
    await factor.findByText(t('account.on'))
    expect(server.bodies('POST /api/account/second-factor')).toEqual([{ password: 'the password' }])
    expect(server.bodies('POST /api/account/second-factor/confirm')).toEqual([{ code: '123456' }])
    await waitFor(() => expect(factor.queryByRole('list', { name: t('account.codes') })).toBeNull())
  })

  it('gets new codes, shown once', async () => {
    const { user, t, panel } = await open({
      'GET /api/account/second-factor': () => state({ on: true, recoveryCodesLeft: 2 }),
    })
    const factor = await panel('account.factor')
    expect(await factor.findByText(t('account.codesLeft', { count: 2 }))).toBeTruthy()
    await user.click(factor.getByRole('button', { name: t('account.renew') }))
    await user.type(factor.getByLabelText(t('account.current')), 'the password{Enter}')
    expect(await factor.findByText('code3-aaaaa')).toBeTruthy()
  })

  it('is turned off with the password, and not at all where the role needs it', async () => {
    const { user, t, server, panel } = await open({
      'GET /api/account/second-factor': () => state({ on: true, recoveryCodesLeft: 9 }),
    })
    const factor = await panel('account.factor')
    await user.click(await factor.findByRole('button', { name: t('account.turnOff') }))
    await user.type(factor.getByLabelText(t('account.current')), 'the password{Enter}')
    await waitFor(() =>
      expect(server.bodies('POST /api/account/second-factor/end')).toEqual([{ password: 'the password' }]),
    )
  })

  it('cannot be turned off where the role needs it', async () => {
    const { t, panel } = await open({
      'GET /api/account/second-factor': () => state({ on: true, required: true, recoveryCodesLeft: 9 }),
    })
    const factor = await panel('account.factor')
    expect(await factor.findByText(t('account.factorRequired'))).toBeTruthy()
    expect(factor.queryByRole('button', { name: t('account.turnOff') })).toBeNull()
  })
})

describe('where one is signed in', () => {
  it('is told with browser and address, and any but this one can be ended', async () => {
    const { user, t, server, panel } = await open()
    const list = within(await (await panel('account.sessions')).findByRole('list', { name: t('account.sessions') }))
    const [here, other] = list.getAllByRole('listitem').map((item) => within(item))
    expect(here?.getByText('Chrome · Windows')).toBeTruthy()
    expect(here?.getByText(t('account.thisOne'))).toBeTruthy()
    expect(here?.queryByRole('button')).toBeNull()
    expect(other?.getByText(t('account.unknownBrowser'))).toBeTruthy()
    server.answers['GET /api/account/sessions'] = () => ({ items: sessions.slice(0, 1) })
    await user.click(other?.getByRole('button', { name: t('account.end') }) ?? document.body)
    await waitFor(() => expect(list.getAllByRole('listitem')).toHaveLength(1))
  })

  it('is ended everywhere after a second question', async () => {
    const assign = vi.spyOn(location, 'assign').mockImplementation(() => {})
    const { user, t, server, panel } = await open()
    const part = await panel('account.sessions')
    await user.click(await part.findByRole('button', { name: t('account.endAll') }))
    expect(server.bodies('DELETE /api/account/sessions')).toEqual([])
    await user.click(part.getByRole('button', { name: t('account.endAll') }))
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/sign-in'))
    expect(server.bodies('DELETE /api/account/sessions')).toHaveLength(1)
    assign.mockRestore()
  })
})

describe('what must be done first', () => {
  beforeEach(() => void fakeServer({ 'POST /api/account/second-factor': () => ({ uri, recoveryCodes: codes }) }))

  it('is a password of one’s own', async () => {
    const { t } = await show(() => <PendingPage />, { session: someone({ pending: 'password' }) })
    expect(screen.getByRole('heading', { name: t('account.mustChange') })).toBeTruthy()
    expect(screen.getByLabelText(t('account.next'))).toBeTruthy()
    expect(screen.getByRole('button', { name: t('shell.signOut') })).toBeTruthy()
  })

  it('is the second factor that the role needs, without a way round it', async () => {
    const { t, user } = await show(() => <PendingPage />, {
      session: someone({ pending: 'secondFactor' }),
      locale: 'en',
    })
    expect(screen.getByRole('heading', { name: t('account.mustSetUp') })).toBeTruthy()
    expect(screen.queryByRole('button', { name: t('ui.cancel') })).toBeNull()
    await user.type(screen.getByLabelText(t('account.current')), 'the password{Enter}')
    expect(await screen.findByRole('img', { name: t('account.qr') })).toBeTruthy()
  })
})

describe('a browser’s name', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile Safari/604',
      'Safari · iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/140 Mobile Safari/537 MicroMessenger/8.0',
      'WeChat · Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['curl/8.1', ''],
    ['', ''],
  ])('%s: %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name)
  })
})
