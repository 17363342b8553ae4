import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Pool } from 'undici'
import { sampleSecrets } from '../../api/platform/config.ts'
import { startCity } from '../start/city.ts'
import type { FloodOrder } from './flood.worker.ts'

/** Where the flood comes from; the person who signs in comes from 127.0.0.1 (Linux has both without being asked). */
const floodAddress = '127.0.0.2'

/** Made-up names that try at once. */
const names = 200

interface Asked {
  status: number
  ms: number
  text: string
}

const client = (origin: string, localAddress: string, connections: number) => {
  const pool = new Pool(origin, { connections, localAddress })
  return {
    ask: async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Asked> => {
      const start = performance.now()
      const answer = await pool.request({
        path,
        method: body ? 'POST' : 'GET',
        headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await answer.body.text()
      return { status: answer.statusCode, ms: performance.now() - start, text }
    },
    close: () => pool.close(),
  }
}

/** Asks `count` times over 32 connections. */
const storm = async (count: number, ask: (at: number) => Promise<unknown>) => {
  let next = 0
  const lane = async () => {
    for (let at = next++; at < count; at = next++) await ask(at)
  }
  await Promise.all(Array.from({ length: 32 }, lane))
}

const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/**
 * What strangers can do: heap, memory and size of `/metrics` before and after so many made-up paths, tokens and webhooks, and how long a
 * real sign-in and a page take while 200 made-up names sign in without a pause from one address.
 */
export const run = async (args: string[]) => {
  const count = Number(args[0] ?? 100_000)
  const bench = await startCity({ stories: 0 })
  const { publicUrl } = bench.config
  const person = client(publicUrl, '127.0.0.1', 4)
  const stranger = client(publicUrl, floodAddress, 32)
  try {
    const state = async (when: string) => {
      const { text } = await person.ask('/metrics')
      const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(text)?.[1] ?? 0) / 2 ** 20
      const series = text.split('\n').filter((line) => line.startsWith('yixian_')).length
      const { resident } = bench.memory()
      return `${when.padEnd(22)} heap ${heap.toFixed(0).padStart(4)} MB   resident ${resident} MB   /metrics ${text.length} bytes, ${series} own series`
    }
    const signIn = () => person.ask('/api/session', { username: 'agent1', password: sampleSecrets.password })
    const times = async (ask: () => Promise<Asked>) => {
      const all: Asked[] = []
      for (let at = 0; at < 11; at++) all.push(await ask())
      const refused = all.filter(({ status }) => status === 429).length
      return `${middle(all.map(({ ms }) => ms)).toFixed(0)} ms (worst ${Math.max(...all.map(({ ms }) => ms)).toFixed(0)} ms, ${refused} of 11 refused)`
    }
    const made = (at: number) =>
      [
        () => stranger.ask(`/138121${String(at).padStart(6, '0')}`),
        () => stranger.ask(`/api/138121${String(at).padStart(6, '0')}/x`),
        () => stranger.ask('/api/session', undefined, { cookie: `yixian.session_token=made-up-${at}.AAAA` }),
        () => stranger.ask(`/twilio/messages/incoming?From=%2B86138${at}`, {}),
      ][at % 4]?.()

    await storm(2_000, async (at) => made(at))
    const before = await state('before')
    await storm(count, async (at) => made(at))
    const after = await state(`after ${count} strangers`)

    const quiet = { signIn: await times(signIn), page: await times(() => person.ask('/')) }
    const order: FloodOrder = { origin: publicUrl, localAddress: floodAddress, names }
    const flood = new Worker(new URL('./flood.worker.ts', import.meta.url), { workerData: order })
    await once(flood, 'online')
    const loud = { signIn: await times(signIn), page: await times(() => person.ask('/')) }
    const told = once(flood, 'message')
    flood.postMessage('stop')
    const [tried] = await told
    process.stdout.write(`
${before}
${after}
${await state('after the flood')}
sign-in      quiet ${quiet.signIn}   in the flood ${loud.signIn}
page         quiet ${quiet.page}   in the flood ${loud.page}
flood        ${tried} tries by ${names} at once from one address
`)
  } finally {
    await person.close()
    await stranger.close()
    await bench.stop()
  }
}
