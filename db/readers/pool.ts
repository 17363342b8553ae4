import { ReadRefused, type Reader, type Rows, type Statement } from './reading.types.ts'

interface PoolOptions {
  /** Readers at most; each is started when it is first needed, and stays. */
  size: number
  /** Statements that may wait; the next is refused. */
  queue: number
  /** How long one statement may run, ms. */
  limitMs: number
  /** How long a statement that nobody waits for any more may go on, ms: to end its reader and start another costs more than a short one. */
  graceMs: number
  start(): Reader
}

interface Asked {
  statement: Statement
  resolve(rows: Rows): void
  reject(error: unknown): void
  /** What else is to be done when whoever asked goes away. */
  left(): void
}

interface Place {
  reader: Reader | null
  busy: boolean
}

/** Some readers, and whoever waits for one. */
export interface ReaderPool {
  /**
   * Reads one statement, first come first served. Throws `ReadRefused`: `busy` where too many wait already, `too-long` where it takes longer
   * than it may (its reader is ended and replaced), `left` where the signal says that whoever asked went away.
   */
  read(statement: Statement, signal?: AbortSignal): Promise<Rows>
  /** How many run and how many wait, for the metrics. */
  load(): { running: number; waiting: number }
  close(): void
}

/** Makes a pool that has started no reader yet. */
export const createPool = ({ size, queue, limitMs, graceMs, start }: PoolOptions): ReaderPool => {
  const places: Place[] = Array.from({ length: size }, () => ({ reader: null, busy: false }))
  const waiting: Asked[] = []
  let closed = false

  const end = (place: Place) => {
    place.reader?.kill()
    place.reader = null
  }

  const run = async (place: Place, asked: Asked) => {
    place.busy = true
    // One that ended while nobody asked it is replaced before it is asked.
    const reader = place.reader?.alive ? place.reader : (place.reader = start())
    const limit = setTimeout(() => {
      asked.reject(new ReadRefused('too-long'))
      end(place)
    }, limitMs)
    let grace: NodeJS.Timeout | undefined
    asked.left = () => (grace = setTimeout(() => end(place), graceMs))
    try {
      asked.resolve(await reader.read(asked.statement))
    } catch (error) {
      if (!reader.alive) place.reader = null
      asked.reject(error)
    } finally {
      clearTimeout(limit)
      clearTimeout(grace)
      place.busy = false
      next()
    }
  }

  const next = () => {
    const place = places.find(({ busy }) => !busy)
    const asked = place && waiting.shift()
    if (asked) void run(place, asked)
  }

  return {
    read: async (statement, signal) => {
      if (closed || signal?.aborted) throw new ReadRefused('left')
      if (waiting.length >= queue) throw new ReadRefused('busy')
      const { promise, resolve, reject } = Promise.withResolvers<Rows>()
      const asked: Asked = { statement, resolve, reject, left: () => waiting.splice(waiting.indexOf(asked), 1) }
      const leave = () => {
        asked.left()
        reject(new ReadRefused('left'))
      }
      signal?.addEventListener('abort', leave, { once: true })
      waiting.push(asked)
      next()
      try {
        return await promise
      } finally {
        signal?.removeEventListener('abort', leave)
      }
    },
    load: () => ({ running: places.filter(({ busy }) => busy).length, waiting: waiting.length }),
    close: () => {
      closed = true
      for (const asked of waiting.splice(0)) asked.reject(new ReadRefused('left'))
      for (const place of places) end(place)
    },
  }
}
