import { screen, waitFor } from '@testing-library/dom'
import { describe, expect, it } from 'vitest'
import { SignInPage } from '../../../console/app/sign-in.page.tsx'
import { fakeServer, refused } from '../../support/fake-server.ts'
import { show, someone } from '../../support/screen.tsx'

describe('the door', () => {
  const open = async (path = '/sign-in') => {
    const server = fakeServer({
      'GET /api/session': () => refused(401, { code: 'auth.required' }),
      'POST /api/session': () => someone(),
    })
    const shown = await show(() => <SignInPage />, { path })
    const field = (key: 'signIn.username' | 'signIn.password') => screen.findByLabelText<HTMLInputElement>(shown.t(key))
    const signIn = async (password = '密码123') => {
      await shown.user.type(await field('signIn.username'), ' agent1 ')
      await shown.user.type(await field('signIn.password'), password)
      await shown.user.click(screen.getByRole('button', { name: shown.t('signIn.submit') }))
    }
    return { ...shown, server, field, signIn }
  }

  it('sends name and password, the name without blanks, and leads back to where one wanted to go', async () => {
    const { server, signIn, path } = await open('/sign-in?to=%2Ftickets%3Fview%3Doverdue')
    await signIn(' 有空格 ')
    expect(server.bodies('POST /api/session')).toEqual([{ username: 'agent1', password: ' 有空格 ' }])
    await waitFor(() => expect(path()).toBe('/tickets?view=overdue'))
  })

  it('leads nobody to another site', async () => {
    const { signIn, path } = await open('/sign-in?to=https%3A%2F%2Felsewhere.test')
    await signIn()
    await waitFor(() => expect(path()).toBe('/'))
  })

  it('says what was refused, takes the password away, and waits for another at its field', async () => {
    const { t, server, field, signIn } = await open()
    server.answers['POST /api/session'] = () => refused(401, { code: 'auth.wrong-password', title: 'Wrong' })
    await signIn()
    expect(await screen.findByRole('alert')).toBeTruthy()
    const password = await field('signIn.password')
    expect(password.value).toBe('')
    expect((await field('signIn.username')).value).toBe(' agent1 ')
    expect(document.activeElement).toBe(password)
    expect(screen.getByRole('button', { name: t('signIn.submit') }).getAttribute('aria-busy')).not.toBe('true')
  })

  it('keeps the password when the line was lost: it was not wrong', async () => {
    const { t, server, field, signIn } = await open()
    server.answers['POST /api/session'] = () => Promise.reject(new TypeError('fetch failed'))
    await signIn()
    expect(await screen.findByText(t('problem.network.offline'))).toBeTruthy()
    expect((await field('signIn.password')).value).toBe('密码123')
  })

  it('asks once, however often one presses', async () => {
    const { t, server, signIn } = await open()
    let answer: (session: unknown) => void = () => {}
    server.answers['POST /api/session'] = () => new Promise((resolve) => (answer = resolve))
    await signIn()
    const button = screen.getByRole('button', { name: t('signIn.submit') })
    button.click()
    expect(server.bodies('POST /api/session')).toHaveLength(1)
    answer(someone())
  })

  it('asks for a code where the account has a second factor, and leads on when it is right', async () => {
    const { t, server, user, signIn, path } = await open('/sign-in?to=%2Fdesk')
    server.answers['POST /api/session'] = () => new Response('{"secondFactor":true}', { status: 202 })
    server.answers['POST /api/session/code'] = () => refused(403, { code: 'auth.wrong-code' })
    await signIn()
    const code = await screen.findByLabelText<HTMLInputElement>(t('account.code'))
    await waitFor(() => expect(document.activeElement).toBe(code))
    await user.type(code, '123 456{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain(t('problem.auth.wrong-code'))
    expect(code.value).toBe('')
    server.answers['POST /api/session/code'] = () => someone()
    await user.type(code, '654321{Enter}')
    await waitFor(() => expect(path()).toBe('/desk'))
    expect(server.bodies('POST /api/session/code')).toEqual([
      { code: '123456', recovery: false },
      { code: '654321', recovery: false },
    ])
  })

  it('takes a recovery code, and begins again when the sign-in has ended meanwhile', async () => {
    const { t, server, user, signIn, field } = await open()
    server.answers['POST /api/session'] = () => new Response('{"secondFactor":true}', { status: 202 })
    server.answers['POST /api/session/code'] = () => refused(403, { code: 'auth.code-expired' })
    await signIn()
    await user.click(await screen.findByRole('button', { name: t('signIn.useRecovery') }))
    await user.type(screen.getByLabelText(t('signIn.recoveryCode')), ' aaaaa-bbbbb {Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain(t('problem.auth.code-expired'))
    expect(server.bodies('POST /api/session/code')).toEqual([{ code: 'aaaaa-bbbbb', recovery: true }])
    expect((await field('signIn.password')).value).toBe('')
    expect(screen.queryByLabelText(t('signIn.recoveryCode'))).toBeNull()
  })

  it('lets those through who are signed in already', async () => {
    fakeServer({ 'GET /api/session': () => someone() })
    const { path } = await show(() => <SignInPage />, { path: '/sign-in?to=%2Fdesk' })
    await waitFor(() => expect(path()).toBe('/desk'))
  })
})
