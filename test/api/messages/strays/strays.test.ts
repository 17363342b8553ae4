import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IncomingText } from '../../../../api/telephony/text-events.types.ts'
import { systemActor } from '../../../../api/vocabulary/actor.ts'
import { createTestApp, type TestApp } from '../../../support/app.ts'
import { engines } from '../../../support/databases.ts'

const stray: IncomingText = {
  ref: `SM${'1'.repeat(32)}`,
  deliveryToken: 'once',
  from: '+8613800010009',
  to: '+862155599999',
  body: '中山北路的路灯坏了三天',
  media: [],
  optOut: null,
}

describe.each(engines)('a text to a number that is no line, on %s', (engine) => {
  let app: TestApp
  beforeEach(async () => {
    app = await createTestApp(engine)
  })
  afterEach(() => app.close())

  const items = async () => {
    const admin = await app.signIn('admin1')
    return ((await admin('GET', '/api/stray-texts')).body as { items: { id: string; isLine: boolean }[] }).items
  }

  it('is kept once and shown to administrators only, its sender masked', async () => {
    await app.services.messages.receive(stray)
    await app.services.messages.receive(stray)
    expect(await items()).toMatchObject([
      { from: '138****0009', to: stray.to, body: stray.body, pictures: 0, isLine: false },
    ])
    for (const username of ['agent1', 'supervisor1'] as const) {
      const ask = await app.signIn(username)
      expect((await ask('GET', '/api/stray-texts')).status).toBe(403)
    }
  })
  it('is taken in once the number is a line, and makes one ticket', async () => {
    await app.services.messages.receive(stray)
    const admin = await app.signIn('admin1')
    const [{ id } = { id: '' }] = await items()
    expect((await admin('POST', `/api/stray-texts/${id}/take`)).status).toBe(404)
    await app.db.tx((tx) =>
      app.services.directory.createLineIn(tx, systemActor('test'), {
        code: '12399',
        number: stray.to,
        name: '新线路',
        nameEn: 'New line',
        mode: 'merged',
        greeting: '您好',
        greetingEn: 'Hello',
        recordingNotice: '录音',
        recordingNoticeEn: 'Recorded',
      }),
    )
    expect(await items()).toMatchObject([{ isLine: true }])
    expect((await admin('POST', `/api/stray-texts/${id}/take`)).status).toBe(200)
    expect((await admin('POST', `/api/stray-texts/${id}/take`)).status).toBe(404)
    await app.services.messages.receive(stray)
    const { message } = app.db.t
    const texts = await app.db.q.select().from(message)
    expect(texts.filter(({ direction }) => direction === 'in')).toHaveLength(1)
    expect(await items()).toEqual([])
  })
  it('is thrown away when an administrator says so', async () => {
    await app.services.messages.receive(stray)
    const admin = await app.signIn('admin1')
    const [{ id } = { id: '' }] = await items()
    expect((await admin('DELETE', `/api/stray-texts/${id}`)).status).toBe(200)
    expect((await admin('DELETE', `/api/stray-texts/${id}`)).status).toBe(404)
    expect(await items()).toEqual([])
  })
})
