import { describe, expect, it, vi } from 'vitest'
import { createPool } from '../../../db/readers/pool.ts'
import type { Reader, Rows, Statement } from '../../../db/readers/reading.types.ts'

const asking = (sql: string): Statement => ({ sql, params: [], method: 'all' })

/** Readers that answer when they are told to. */
const rig = (over: { size?: number; queue?: number } = {}) => {
  const under: { sql: string; resolve(rows: Rows): void; reject(error: Error): void }[] = []
  let started = 0
  let end = () => {}
  const start = (): Reader => {
    started++
    let alive = true
    end = () => (alive = false)
    let mine: (typeof under)[number] | null = null
    return {
      read: ({ sql }) =>
        new Promise((resolve, reject) => {
          mine = { sql, resolve, reject }
          under.push(mine)
        }),
      kill: () => {
        alive = false
        mine?.reject(new Error('killed'))
      },
      get alive() {
        return alive
      },
    }
  }
  const pool = createPool({ size: over.size ?? 1, queue: over.queue ?? 2, limitMs: 1_000, graceMs: 100, start })
  const answer = async (sql: string, rows: Rows = [[sql]]) => {
    const at = under.findIndex((one) => one.sql === sql)
    const [one] = under.splice(at, 1)
    one?.resolve(rows)
    await Promise.resolve()
  }
  return {
    pool,
    answer,
    under: () => under.map(({ sql }) => sql),
    started: () => started,
    /** The newest reader ends by itself. */
    end: () => end(),
    fail: (error: Error) => under.shift()?.reject(error),
  }
}

describe('a pool of readers', () => {
  it('starts a reader when one is needed, keeps it, and takes turns', async () => {
    const { pool, answer, under, started } = rig()
    expect(started()).toBe(0)
    const [first, second] = [pool.read(asking('a')), pool.read(asking('b'))]
    expect([under(), pool.load()]).toEqual([['a'], { running: 1, waiting: 1 }])
    await answer('a')
    expect(await first).toEqual([['a']])
    await vi.waitFor(() => expect(under()).toEqual(['b']))
    await answer('b')
    expect(await second).toEqual([['b']])
    expect(started()).toBe(1)
  })

  it('replaces a reader that ended while nobody asked it', async () => {
    const { pool, answer, started, end } = rig()
    const first = pool.read(asking('a'))
    await answer('a')
    await first
    end()
    const second = pool.read(asking('b'))
    await answer('b')
    expect(await second).toEqual([['b']])
    expect(started()).toBe(2)
  })

  it('refuses who comes when too many wait, and serves those who do', async () => {
    const { pool, answer } = rig({ queue: 1 })
    const [first, second] = [pool.read(asking('a')), pool.read(asking('b'))]
    await expect(pool.read(asking('c'))).rejects.toMatchObject({ reason: 'busy' })
    await answer('a')
    await first
    await answer('b')
    await second
  })

  it('passes on what the database says, and goes on with the same reader', async () => {
    const { pool, answer, fail, started } = rig()
    const wrong = pool.read(asking('a'))
    fail(new Error('no such table'))
    await expect(wrong).rejects.toThrow('no such table')
    const right = pool.read(asking('b'))
    await answer('b')
    expect(await right).toEqual([['b']])
    expect(started()).toBe(1)
  })

  it('ends a reader that takes too long, and serves the next with another', async () => {
    vi.useFakeTimers()
    try {
      const { pool, answer, under, started } = rig()
      const slow = expect(pool.read(asking('slow'))).rejects.toMatchObject({ reason: 'too-long' })
      const next = pool.read(asking('next'))
      await vi.advanceTimersByTimeAsync(1_000)
      await slow
      expect([under(), started()]).toEqual([['slow', 'next'], 2])
      await answer('next')
      expect(await next).toEqual([['next']])
    } finally {
      vi.useRealTimers()
    }
  })

  it('lets who left wait no longer: what had not begun does not begin, what had is ended if it goes on', async () => {
    vi.useFakeTimers()
    try {
      const { pool, answer, under, started } = rig()
      const [one, two] = [new AbortController(), new AbortController()]
      const running = expect(pool.read(asking('running'), one.signal)).rejects.toMatchObject({ reason: 'left' })
      const queued = expect(pool.read(asking('queued'), two.signal)).rejects.toMatchObject({ reason: 'left' })
      const stays = pool.read(asking('stays'))
      two.abort()
      one.abort()
      await Promise.all([running, queued])
      expect(under()).toEqual(['running'])
      await vi.advanceTimersByTimeAsync(100)
      expect([under(), started()]).toEqual([['running', 'stays'], 2])
      await answer('stays')
      expect(await stays).toEqual([['stays']])
      await expect(pool.read(asking('late'), one.signal)).rejects.toMatchObject({ reason: 'left' })
    } finally {
      vi.useRealTimers()
    }
  })

  it('leaves a short read alone whose asker left', async () => {
    vi.useFakeTimers()
    try {
      const { pool, answer, started } = rig()
      const gone = new AbortController()
      const left = expect(pool.read(asking('short'), gone.signal)).rejects.toMatchObject({ reason: 'left' })
      gone.abort()
      await left
      await answer('short')
      await vi.advanceTimersByTimeAsync(500)
      const next = pool.read(asking('next'))
      await answer('next')
      expect(await next).toEqual([['next']])
      expect(started()).toBe(1)
    } finally {
      vi.useRealTimers()
    }
  })
})
