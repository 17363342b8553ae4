import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPracticeSoftphone } from '../../../console/softphone/practice-softphone.ts'
import { renewAfter, retryAfter } from '../../../console/softphone/softphone.rules.ts'
import type { Leg, LineState } from '../../../console/softphone/softphone.types.ts'
import { accessToken, createRig } from '../../scripts/carrier/rig.ts'

/** A browser's EventSource over the carrier in this process: what it reads is what the carrier writes. */
const eventSourceOf = (request: (path: string) => Promise<Response>) =>
  class extends EventTarget {
    readonly #stop = new AbortController()
    constructor(url: string) {
      super()
      void this.#read(url)
    }
    async #read(url: string) {
      const answer = await request(url.replace('https://carrier.example', ''))
      if (answer.status !== 200) {
        this.dispatchEvent(new Event('error'))
        return
      }
      const reader = answer.body?.getReader()
      this.#stop.signal.addEventListener('abort', () => void reader?.cancel())
      for (;;) {
        const chunk = await reader?.read()
        if (!chunk || chunk.done) return
        for (const block of new TextDecoder().decode(chunk.value).split('\n\n')) {
          const type = /^event: (.*)$/m.exec(block)?.[1]
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (type !== undefined) this.dispatchEvent(new MessageEvent(type, { data }))
        }
      }
    }
    close() {
      this.#stop.abort()
    }
  }

describe('the practice softphone', () => {
  let rig: ReturnType<typeof createRig>
  beforeEach(() => {
    rig = createRig()
    vi.stubGlobal('EventSource', eventSourceOf(rig.request))
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => rig.request(url.replace('https://carrier.example', ''), init))
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    rig.carrier.close()
  })

  const open = async (token = accessToken('stf_1', rig.carrier.core.clock.now())) => {
    const lines: LineState[] = []
    const legs: (Leg | undefined)[] = []
    const turns: { speaker: string; text: string }[] = []
    let renewals = 0
    const credential = { token, url: 'https://carrier.example', ttl: 3_600_000 }
    const phone = await openPracticeSoftphone({
      credential,
      renew: () => {
        renewals++
        return Promise.resolve({ ...credential, token: accessToken('stf_1', rig.carrier.core.clock.now()) })
      },
      events: { onLine: (state) => lines.push(state), onLeg: (leg) => legs.push(leg), onTurn: (turn) => turns.push(turn) },
    })
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1))
    return { phone, lines, legs, turns, renewals: () => renewals }
  }
  const ring = async () => {
    const leg = await rig.client.conferences('room-1').participants.create({ from: rig.hotline, to: 'client:stf_1', label: 'agent:1' })
    await rig.carrier.advance(200)
    return leg.callSid
  }

  it('registers, rings, answers and hears the end', async () => {
    const { phone, lines, legs } = await open()
    expect(lines).toEqual(['connecting', 'registered'])
    await expect(phone.accept()).rejects.toMatchObject({ code: 'softphone.no-leg' })
    const ref = await ring()
    await vi.waitFor(() => expect(legs).toEqual([{ ref, state: 'ringing' }]))
    await phone.accept()
    await vi.waitFor(() => expect(legs.at(-1)).toEqual({ ref, state: 'talking' }))
    await expect(phone.accept()).rejects.toMatchObject({ code: 'softphone.refused' })
    await rig.client.calls(ref).update({ status: 'completed' })
    await vi.waitFor(() => expect(legs.at(-1)).toBeUndefined())
    phone.close()
  })

  it('hears that the ringing stopped', async () => {
    const { phone, legs } = await open()
    const ref = await ring()
    await vi.waitFor(() => expect(legs).toHaveLength(1))
    await rig.client.calls(ref).update({ status: 'completed' })
    await vi.waitFor(() => expect(legs.at(-1)).toBeUndefined())
    phone.close()
  })

  it('asks for a new credential when its own is refused, and comes back', async () => {
    const { phone, lines, renewals } = await open('not.a.token')
    expect(lines.slice(0, 2)).toEqual(['connecting', 'lost'])
    await vi.waitFor(() => expect(lines.at(-1)).toBe('registered'), { timeout: 5_000 })
    expect(renewals()).toBe(1)
    phone.close()
  })

  it('renews in time and retries ever more slowly', () => {
    expect([3_600_000, 60_000, 30_000].map(renewAfter)).toEqual([3_540_000, 30_000, 15_000])
    expect([0, 1, 2, 5, 50].map(retryAfter)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000])
  })
})
