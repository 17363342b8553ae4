import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { virtualClock } from '../../../../api/platform/clock.ts'
import { nameOf } from '../../../../api/platform/files/content-name.ts'
import { createObjectFiles, type Objects, type StoredObject } from '../../../../api/platform/files/object-files.ts'

const hour = 3_600_000
const bytes = Buffer.from('said by a citizen')
const sha256 = nameOf(bytes)
const key = `${sha256.slice(0, 2)}/${sha256}`

/** A store in memory; `step` decides when each request is carried out, and when its answer arrives. */
const memory = (clock: { now(): Date }, step: <T>(what: string, work: () => T) => Promise<T>) => {
  const kept = new Map<string, { body: Uint8Array; writtenAt: Date }>()
  const objects: Objects = {
    put: (name, body) => step(`put ${name}`, () => void kept.set(name, { body, writtenAt: clock.now() })),
    get: (name) => step(`get ${name}`, () => (kept.has(name) ? Buffer.from(kept.get(name)?.body ?? '') : null)),
    head: (name) =>
      step(`head ${name}`, () => {
        const found = kept.get(name)
        return found ? { bytes: found.body.byteLength, writtenAt: found.writtenAt } : null
      }),
    list: (prefix) =>
      step(`list ${prefix}`, () =>
        [...kept].flatMap(([name, { body, writtenAt }]): StoredObject[] =>
          name.startsWith(prefix) ? [{ key: name, bytes: body.byteLength, writtenAt }] : [],
        ),
      ),
    delete: (name) => step(`delete ${name}`, () => void kept.delete(name)),
    look: () => Promise.resolve(null),
  }
  return { kept, objects }
}

const atOnce = async <T>(_what: string, work: () => T) => work()

describe('removing and storing the same bytes in an object store', () => {
  it('never loses what somebody relies on, in whatever order the store carries requests out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 2 }), fc.boolean(), async (s, removers, wasThere) => {
        const clock = virtualClock(new Date('2026-06-01T02:00:00Z'))
        const { kept, objects } = memory(clock, async (what, work) => {
          const answer = await s.schedule(Promise.resolve(), what).then(work)
          return s.schedule(Promise.resolve(answer), `answer of ${what}`)
        })
        if (wasThere) kept.set(key, { body: bytes, writtenAt: new Date(clock.now().getTime() - 2 * hour) })
        const open = () =>
          createObjectFiles(objects, { clock, place: 'memory', pause: () => s.schedule(Promise.resolve(), 'pause') })
        const rows = new Set<string>()
        const before = new Date(clock.now().getTime() - hour)
        let stored = true
        const store = async () => {
          await open().put(bytes)
          await s.schedule(Promise.resolve(), 'row')
          rows.add(sha256)
        }
        const all = Promise.allSettled([
          store().catch(() => (stored = false)),
          ...Array.from({ length: removers }, () => open().remove(sha256, before, async () => rows.has(sha256))),
        ])
        await s.waitFor(all)
        expect(stored ? kept.has(key) : true).toBe(true)
        // No mark stays behind.
        expect([...kept.keys()].filter((name) => name.startsWith('removing/'))).toEqual([])
      }),
      { numRuns: 1_500 },
    )
  })

  it('waits for a remover, and not for one that died long ago, whose mark goes at last', async () => {
    const clock = virtualClock(new Date('2026-06-01T02:00:00Z'))
    const { kept, objects } = memory(clock, atOnce)
    const files = createObjectFiles(objects, { clock, place: 'memory', pause: async () => {} })
    kept.set(`removing/${sha256}/x`, { body: Buffer.alloc(0), writtenAt: clock.now() })
    await expect(files.put(bytes)).rejects.toMatchObject({ code: 'files.away' })
    clock.advance(46 * 60_000)
    expect(await files.put(bytes)).toBe(sha256)
    await files.oldIn(Number.parseInt(sha256.slice(0, 2), 16), clock.now())
    expect([...kept.keys()]).toEqual([key])
  })

  it('keeps its mark when the store does not say whether it has deleted', async () => {
    const clock = virtualClock(new Date('2026-06-01T02:00:00Z'))
    const { kept, objects } = memory(clock, atOnce)
    kept.set(key, { body: bytes, writtenAt: new Date(0) })
    const failing: Objects = { ...objects, delete: () => Promise.reject(new Error('no answer')) }
    const files = createObjectFiles(failing, { clock, place: 'memory', pause: async () => {} })
    await expect(files.remove(sha256, clock.now(), async () => false)).rejects.toThrow('no answer')
    expect([...kept.keys()].some((name) => name.startsWith(`removing/${sha256}/`))).toBe(true)
  })
})
