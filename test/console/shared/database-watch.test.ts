import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { databaseIsAway } from '../../../console/shared/database-watch.ts'
import { http } from '../../../console/shared/http.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('says that nothing can be kept from the first refusal on, until the server can write again', async () => {
  const asked: string[] = []
  let answer = () => Response.json({ code: 'database.away' }, { status: 503 })
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answer()
  })
  await expect(http('/api/drafts', { method: 'POST' })).rejects.toMatchObject({ code: 'database.away' })
  expect(databaseIsAway()).toBe(true)
  await expect(http('/api/drafts', { method: 'POST' })).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked, 'asked once every five seconds, however much was refused').toEqual([
    '/api/drafts',
    '/api/drafts',
    '/readyz',
    '/readyz',
  ])
  expect(databaseIsAway()).toBe(true)
  answer = () => Response.json({ status: 'ready' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(databaseIsAway()).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(5)
})

it('says so of no other refusal', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'request.busy' }, { status: 503 }))
  await expect(http('/api/tickets')).rejects.toThrow()
  expect(databaseIsAway()).toBe(false)
})
