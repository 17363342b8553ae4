import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'

/** What the flood is told: where to, from which local address, and how many at once. */
export interface FloodOrder {
  origin: string
  localAddress: string
  names: number
}

// A thread of its own: whoever measures must not wait behind the answers that the flood gets.
const { origin, localAddress, names }: FloodOrder = workerData
const pool = new Pool(origin, { connections: names, localAddress })
let over = false
let tried = 0
const lanes = Array.from({ length: names }, async (_, name) => {
  for (let at = 0; !over; at++) {
    const answer = await pool.request({
      path: '/api/session',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: `made-up-${name}-${at}`, password: 'guess' }),
    })
    await answer.body.dump()
    tried++
  }
})
parentPort?.on('message', () => {
  over = true
  void Promise.all(lanes).then(async () => {
    await pool.close()
    parentPort?.postMessage(tried)
    parentPort?.close()
  })
})
