import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'

describe('strangers who make things up', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp('sqlite')
  })
  afterAll(() => app.close())

  const ask = async (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      await app.app.request(`/138121${String(at).padStart(5, '0')}`)
      await app.app.request(`/api/138121${String(at).padStart(5, '0')}/tickets`)
      await app.app.request('/api/session', { headers: { cookie: `yixian.session_token=made-up-${at}.AAAA` } })
      await app.app.request(`/twilio/${at}`, { method: 'POST' })
    }
  }
  const figures = async () => String((await app.anonymous('GET', '/metrics')).body)
  /** The label sets of the requests measured, without their counts. */
  const series = (text: string) =>
    text.split('\n').flatMap((line) => (line.startsWith('yixian_') ? [line.replace(/ \S+$/, '')] : []))

  it('leave the figures as long as they were, and no number in them', async () => {
    await ask(0, 5)
    await figures()
    const before = series(await figures())
    await ask(5, 500)
    const after = await figures()
    expect(series(after)).toEqual(before)
    expect(after).not.toContain('138121')
    expect(after).toContain('group="other"')
  })
})
