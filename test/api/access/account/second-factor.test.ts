import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type Answer, type TestApp } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'
import { worldPassword, type WorldStaff } from '../../../support/world.ts'

const code = (answer: Answer) => (answer.body as { code?: string } | undefined)?.code

/** A browser: keeps the cookies it is given. */
const browser = (app: TestApp) => {
  const jar = new Map<string, string>()
  return async (method: string, path: string, body?: unknown) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.anonymous(method, path, body, cookie ? { cookie } : {})
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';', 1)[0]?.split(/=(.*)/s) ?? []
      if (value === '' || /Max-Age=0/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
}

/** The app on somebody's telephone (RFC 6238: SHA-1, six digits, half a minute). */
const appOf = (uri: string) => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...(new URL(uri).searchParams.get('secret') ?? '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return () => {
    const counter = Buffer.alloc(8)
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
    const digest = createHmac('sha1', secret).update(counter).digest()
    const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff
    return String(number % 1_000_000).padStart(6, '0')
  }
}

describe.each(engines)('a second factor on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine, { config: { secondFactorRoles: ['supervisor'] } })
    // The sign-in library reads codes by the machine's own time.
    app.clock.set(new Date())
  })
  afterAll(() => app.close())

  const signIn = (ask: ReturnType<typeof browser>, username: WorldStaff, password = worldPassword) =>
    ask('POST', '/api/session', { username, password })
  /** Somebody with a second factor, signed in. */
  const withFactor = async (username: WorldStaff) => {
    const ask = browser(app)
    await signIn(ask, username)
    const setup = await ask('POST', '/api/account/second-factor', { password: worldPassword })
    const { uri, recoveryCodes } = setup.body as { uri: string; recoveryCodes: string[] }
    const make = appOf(uri)
    expect((await ask('POST', '/api/account/second-factor/confirm', { code: make() })).status).toBe(204)
    return { ask, uri, recoveryCodes, make }
  }

  it('is set up with the password and a first code, and named for the account', async () => {
    const ask = browser(app)
    await signIn(ask, 'agent1')
    expect((await ask('GET', '/api/account/second-factor')).body).toEqual({
      on: false,
      required: false,
      recoveryCodesLeft: 0,
    })
    expect(code(await ask('POST', '/api/account/second-factor', { password: 'guess' }))).toBe('password.wrong')
    expect(code(await ask('POST', '/api/account/second-factor/confirm', { code: '000000' }))).toBe('second-factor.off')
    const setup = await ask('POST', '/api/account/second-factor', { password: worldPassword })
    const { uri, recoveryCodes } = setup.body as { uri: string; recoveryCodes: string[] }
    expect(uri).toMatch(/^otpauth:\/\/totp\/Yixian:agent1\?secret=[A-Z2-7]+&issuer=Yixian/)
    expect(recoveryCodes).toHaveLength(10)
    // Not on before the first code: whoever stops here is not locked out.
    expect((await signIn(browser(app), 'agent1')).status).toBe(200)
    expect(code(await ask('POST', '/api/account/second-factor/confirm', { code: '000000' }))).toBe('auth.wrong-code')
    expect((await ask('POST', '/api/account/second-factor/confirm', { code: appOf(uri)() })).status).toBe(204)
    expect((await ask('GET', '/api/account/second-factor')).body).toEqual({
      on: true,
      required: false,
      recoveryCodesLeft: 10,
    })
    expect(code(await ask('POST', '/api/account/second-factor', { password: worldPassword }))).toBe('second-factor.on')
    const stored = JSON.stringify(await app.db.q.select().from(app.db.t.authTwoFactor))
    expect(stored).not.toContain(recoveryCodes[0])
    expect(stored).not.toContain(new URL(uri).searchParams.get('secret'))
  })

  it('is asked for after the password, and opens nothing before', async () => {
    const { make } = await withFactor('agent2')
    const ask = browser(app)
    const first = await signIn(ask, 'agent2')
    expect([first.status, first.body]).toEqual([202, { secondFactor: true }])
    expect((await ask('GET', '/api/session')).status).toBe(401)
    expect(code(await ask('POST', '/api/session/code', { code: '000000' }))).toBe('auth.wrong-code')
    const opened = await ask('POST', '/api/session/code', { code: make() })
    expect(opened.body).toMatchObject({ staff: { username: 'agent2' }, pending: null })
    expect((await ask('GET', '/api/session')).status).toBe(200)
    expect(code(await browser(app)('POST', '/api/session/code', { code: make() }))).toBe('auth.code-expired')
  })

  it('ends a sign-in after five wrong codes', async () => {
    const { make } = await withFactor('dispatcher1')
    const ask = browser(app)
    await signIn(ask, 'dispatcher1')
    for (let at = 0; at < 5; at++)
      expect(code(await ask('POST', '/api/session/code', { code: '000000' }))).toBe('auth.wrong-code')
    expect(code(await ask('POST', '/api/session/code', { code: make() }))).toBe('auth.code-expired')
    await signIn(ask, 'dispatcher1')
    expect((await ask('POST', '/api/session/code', { code: make() })).status).toBe(200)
  })

  it('opens with a recovery code, each once', async () => {
    const { recoveryCodes } = await withFactor('reviewer1')
    const recover = async (recovery: string) => {
      const ask = browser(app)
      await signIn(ask, 'reviewer1')
      return ask('POST', '/api/session/code', { code: recovery, recovery: true })
    }
    const [used = '', other = ''] = recoveryCodes
    expect((await recover(used)).status).toBe(200)
    expect(code(await recover(used))).toBe('auth.wrong-code')
    expect((await recover(other)).status).toBe(200)
  })

  it('gets new recovery codes, and those before are void', async () => {
    const { ask, recoveryCodes } = await withFactor('followup1')
    const renewed = await ask('POST', '/api/account/second-factor/recovery-codes', { password: worldPassword })
    const codes = (renewed.body as { recoveryCodes: string[] }).recoveryCodes
    expect(codes).toHaveLength(10)
    const other = browser(app)
    await signIn(other, 'followup1')
    expect(code(await other('POST', '/api/session/code', { code: recoveryCodes[0], recovery: true }))).toBe(
      'auth.wrong-code',
    )
    expect((await other('POST', '/api/session/code', { code: codes[0], recovery: true })).status).toBe(200)
  })

  it('is turned off with the password', async () => {
    const { ask } = await withFactor('hedong-1')
    expect(code(await ask('POST', '/api/account/second-factor/end', { password: 'guess' }))).toBe('password.wrong')
    expect((await ask('POST', '/api/account/second-factor/end', { password: worldPassword })).status).toBe(204)
    expect(code(await ask('POST', '/api/account/second-factor/end', { password: worldPassword }))).toBe(
      'second-factor.off',
    )
    expect((await signIn(browser(app), 'hedong-1')).status).toBe(200)
  })

  it('is demanded of some roles: before it is set up, nothing else is done, and it stays on', async () => {
    const plain = browser(app)
    expect((await signIn(plain, 'supervisor1')).body).toMatchObject({ pending: 'secondFactor', permissions: [] })
    expect(code(await plain('GET', '/api/tickets'))).toBe('auth.second-factor-setup')
    const { ask } = await withFactor('supervisor1')
    expect((await ask('GET', '/api/tickets')).status).toBe(200)
    expect(code(await ask('POST', '/api/account/second-factor/end', { password: worldPassword }))).toBe(
      'second-factor.required',
    )
    expect((await ask('GET', '/api/account/second-factor')).body).toMatchObject({ on: true, required: true })
  })

  it('is taken away by an administrator when a telephone is lost', async () => {
    await withFactor('hexi-1')
    const admin = await app.signIn('admin1')
    const reset = await admin('POST', `/api/staff/${app.world.staff['hexi-1']}/password`, { secondFactor: true })
    const { oncePassword: password } = reset.body as { oncePassword: string }
    expect((await signIn(browser(app), 'hexi-1', password)).body).toMatchObject({ pending: 'password' })
  })
})
