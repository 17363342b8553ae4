import { describe, expect, it } from 'vitest'
import { createTestApp } from '../../../support/app.ts'

describe('a proxy that nobody told the server of', () => {
  const notesWith = async (trustProxy: number, headers: Record<string, string>) => {
    const app = await createTestApp('sqlite', { config: { trustProxy } })
    const warned: unknown[] = []
    app.services.log.warn = (...said: unknown[]) => void warned.push(said)
    for (let at = 0; at < 3; at++) await app.anonymous('GET', '/api/session', undefined, headers)
    const { body } = await app.anonymous('GET', '/readyz')
    await app.close()
    return { body, warned: warned.length }
  }

  it('is noticed by its header, in the log once and in /readyz from then on', async () => {
    const { body, warned } = await notesWith(0, { 'x-forwarded-for': '203.0.113.7' })
    expect(body).toEqual({ status: 'ready', notes: [expect.stringContaining('TRUST_PROXY is 0')] })
    expect(warned).toBe(1)
  })

  it('is none where the setting is right or no header comes', async () => {
    expect(await notesWith(1, { 'x-forwarded-for': '203.0.113.7' })).toEqual({
      body: { status: 'ready', notes: [] },
      warned: 0,
    })
    expect(await notesWith(0, {})).toEqual({ body: { status: 'ready', notes: [] }, warned: 0 })
  })
})
