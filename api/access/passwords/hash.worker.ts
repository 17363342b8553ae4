import { scryptSync } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import type { HashWork } from './hash-threads.ts'

/** As the sign-in library hashes, so that either reads what the other wrote: scrypt, 16 MiB twice over, a tenth of a second. */
const cost = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 }
const keyBytes = 64

parentPort?.on('message', ({ password, salt }: HashWork) => {
  parentPort?.postMessage(scryptSync(password.normalize('NFKC'), salt, keyBytes, cost).toString('hex'))
})
