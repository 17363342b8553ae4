import { scryptSync } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import type { HashWork } from './hash-threads.ts'

const r = 16
const keyBytes = 64

parentPort?.on('message', ({ password, salt, cost: N }: HashWork) => {
  const key = scryptSync(password.normalize('NFKC'), salt, keyBytes, { N, r, p: 1, maxmem: 128 * N * r * 2 })
  parentPort?.postMessage(key.toString('hex'))
})
