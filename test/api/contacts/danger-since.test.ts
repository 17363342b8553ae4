import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCallByRef } from '../../../api/calls/call/calls.store.ts'
import { priorities } from '../../../api/calls/calls.limits.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { engines } from '../../support/databases.ts'

describe.each(engines)('a citizen who told of a danger and calls, %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp(engine)
  })
  afterAll(() => app.close())

  const line = '+862155512345'
  let count = 0
  const next = () => String(++count).padStart(32, '0')
  const text = (from: string, body: string) =>
    app.services.messages.receive({
      ref: `SM${next()}`,
      deliveryToken: null,
      from,
      to: line,
      body,
      media: [],
      optOut: null,
    })
  const priorityOf = async (from: string) => {
    const call = `CA${next()}`
    await app.services.calls.answer({ kind: 'incoming', call, from, to: line })
    return (await findCallByRef(app.db, call))?.priority
  }

  it('is served first, whatever they said after it', async () => {
    const from = '+8613800020001'
    await text(from, '厨房煤气泄漏了')
    app.clock.advance(60_000)
    await text(from, '谢谢')
    app.clock.advance(60_000)
    expect(await priorityOf(from)).toBe(priorities.danger)
    app.clock.advance(60_000)
    expect(await priorityOf(from), 'and when they have to call again').toBe(priorities.danger)
  })

  it('waits like everybody when the hour is over, or when it was somebody else', async () => {
    const from = '+8613800020002'
    await text(from, '厨房煤气泄漏了')
    expect(await priorityOf('+8613800020003')).toBe(priorities.normal)
    app.clock.advance(3_600_001)
    expect(await priorityOf(from)).toBe(priorities.normal)
  })
})
