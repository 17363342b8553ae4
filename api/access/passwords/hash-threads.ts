import { Worker } from 'node:worker_threads'

/** What a thread is given. */
export interface HashWork {
  password: string
  salt: string
  /** scrypt's N: doubling it doubles time and memory. */
  cost: number
}

interface Asked extends HashWork {
  resolve(key: string): void
  reject(error: Error): void
}
interface Thread {
  worker: Worker
  work: Asked | null
  idle: NodeJS.Timeout | undefined
}

/** Hashes at once in this process. A hash fills a processor for a tenth of a second; the rest of the city needs one as well. */
export const mostHashes = 2

/** A thread that had nothing to do for so long ends and gives its memory back, ms. */
const idleMs = 10_000

/**
 * As the sign-in library hashes, so that either reads what the other wrote: 16 MiB twice over, a tenth of a second. Tests within one process
 * sign in a thousand times and hash no secret: they ask for next to nothing, and nobody else can.
 */
const cost = () => {
  // oxlint-disable-next-line yixian/env-at-the-edge -- the threads are the process's, before and beside any configuration
  const { NODE_ENV, TEST_HASH_COST } = process.env
  return NODE_ENV === 'test' && TEST_HASH_COST ? Number(TEST_HASH_COST) : 16_384
}

const threads = new Set<Thread>()
const waiting: Asked[] = []

const begin = (): Thread => {
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  })
  const thread: Thread = { worker, work: null, idle: undefined }
  worker.on('message', (key: string) => {
    thread.work?.resolve(key)
    thread.work = null
    // An idle thread must not keep a program alive that has nothing else to do.
    worker.unref()
    thread.idle = setTimeout(() => void end(thread), idleMs).unref()
    next()
  })
  worker.on('error', (error) => {
    threads.delete(thread)
    thread.work?.reject(error)
    next()
  })
  threads.add(thread)
  return thread
}

const end = (thread: Thread) => {
  threads.delete(thread)
  return thread.worker.terminate()
}

const next = () => {
  const work = waiting[0]
  if (!work) return
  const free = [...threads].find((thread) => thread.work === null) ?? (threads.size < mostHashes ? begin() : null)
  if (!free) return
  waiting.shift()
  clearTimeout(free.idle)
  free.work = work
  free.worker.ref()
  free.worker.postMessage({ password: work.password, salt: work.salt, cost: work.cost } satisfies HashWork)
}

/**
 * Works out the key of a password, in hexadecimal, on threads of its own: on Node's shared ones every file that is read or sent would wait
 * behind it. Whoever lets strangers ask keeps them in a line first (`hash-line.ts`).
 */
export const deriveKey = (secret: Omit<HashWork, 'cost'>): Promise<string> =>
  new Promise((resolve, reject) => {
    waiting.push({ ...secret, cost: cost(), resolve, reject })
    next()
  })
