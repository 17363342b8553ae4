import { expect, it } from 'vitest'
import type { TicketListItem } from '../../../api/tickets/ticket.dto.ts'
import { runBulk, type BulkState } from '../../../console/tickets/run-bulk.ts'

const tickets = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at) }) as TicketListItem)

it('goes on after a failure and says which failed', async () => {
  const states: BulkState[] = []
  const ended = await runBulk(
    tickets(7),
    async ({ id }) => {
      if (id === '2' || id === '5') throw new Error(id)
    },
    { onState: (state) => states.push(state), signal: new AbortController().signal },
  )
  expect(ended).toMatchObject({ total: 7, done: 5, running: false })
  expect(ended.failures.map(({ ticket }) => ticket.id).toSorted()).toEqual(['2', '5'])
  expect(states[0]).toMatchObject({ done: 0, running: true })
  expect(states.at(-1)).toEqual(ended)
})

it('never works on more than a few at once', async () => {
  let now = 0
  let most = 0
  await runBulk(
    tickets(20),
    async () => {
      most = Math.max(most, ++now)
      await Promise.resolve()
      now -= 1
    },
    { onState: () => {}, signal: new AbortController().signal, atOnce: 4 },
  )
  expect(most).toBe(4)
})

it('stops before the next one', async () => {
  const stop = new AbortController()
  const touched: string[] = []
  const ended = await runBulk(
    tickets(10),
    async ({ id }) => {
      touched.push(id)
      if (id === '1') stop.abort()
    },
    { onState: () => {}, signal: stop.signal, atOnce: 1 },
  )
  expect(touched).toEqual(['0', '1'])
  expect(ended.done).toBe(2)
})
