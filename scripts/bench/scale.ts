import { performance } from 'node:perf_hooks'
import { startCity, type City } from '../start/city.ts'
import { quantiles } from './quantiles.ts'

/** Who asks for what: every list, search and count that the console shows. */
const questions: readonly (readonly [who: string, path: string])[] = [
  ['lead1', '/api/tickets?view=all&sort=updated'],
  ['lead1', '/api/tickets?view=all&sort=created'],
  ['lead1', '/api/tickets?view=closed&sort=updated'],
  ['lead1', '/api/tickets?view=dispatch&sort=clock'],
  ['lead1', '/api/tickets?view=unit&sort=clock'],
  ['lead1', '/api/tickets?view=all&kind=complaint&sort=created'],
  ['lead1', '/api/tickets?view=closed&urgency=critical&sort=updated'],
  ['lead1', '/api/tickets?view=all&sort=created&q=%E8%B7%AF%E7%81%AF'],
  ['lead1', '/api/tickets?view=all&sort=created&q=%E9%AA%86%E9%A9%BC'],
  ['lead1', '/api/tickets/counts'],
  ['lead1', '/api/follow-ups?view=open'],
  ['lead1', '/api/follow-ups/counts'],
  ['lead1', '/api/audit'],
  ['lead1', '/api/wallboard'],
  ['putuo-1', '/api/tickets/counts'],
  ['putuo-1', '/api/tickets?view=unit&sort=clock'],
  ['putuo-changfeng-1', '/api/tickets/counts'],
  ['putuo-changfeng-1', '/api/tickets?view=closed&sort=updated'],
  ['human-resources-1', '/api/tickets/counts'],
  ['human-resources-1', '/api/tickets?view=closed&sort=updated'],
]
const samples = 30
const password = 'hotline-12345'

const signedIn = async ({ config: { publicUrl } }: City, username: string) => {
  const answer = await fetch(`${publicUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const measure = async (folder: string) => {
  const began = performance.now()
  const city = await startCity({ at: folder })
  const started = performance.now() - began
  const found = new Map<string, { p50: number; p99: number; status: number }>()
  try {
    const cookies = new Map<string, string>()
    for (const [who, path] of questions) {
      const cookie = cookies.get(who) ?? (await signedIn(city, who))
      cookies.set(who, cookie)
      const times: number[] = []
      let status = 0
      for (let turn = -2; turn < samples; turn++) {
        const start = performance.now()
        const answer = await fetch(city.config.publicUrl + path, { headers: { cookie } })
        await answer.text()
        status = answer.status
        if (turn >= 0) times.push(performance.now() - start)
      }
      found.set(`${who} ${path}`, { ...quantiles(times), status })
    }
    return { started, found, memory: city.memory() }
  } finally {
    await city.stop()
  }
}

/**
 * `npm run bench -- scale FOLDER [SMALL]`: how long every list, search and count takes in a city that `city` made, beside the same in a small one. Prints the middle
 * and the 99th of a hundred of each, ms, over HTTP, one after another.
 */
export const run = async (args: string[]) => {
  const [large = '', small] = args
  const before = small === undefined ? null : await measure(small)
  const { started, found, memory } = await measure(large)
  process.stdout.write(
    `start ${(started / 1000).toFixed(1)} s, resident ${memory.resident} MB, peak ${memory.peak} MB\n`,
  )
  for (const [question, { p50, p99, status }] of found) {
    const base = before?.found.get(question)
    const beside = base
      ? `  (${base.p50.toFixed(1)} / ${base.p99.toFixed(1)}, ${(p50 / base.p50).toFixed(1)} times)`
      : ''
    process.stdout.write(
      `${p50.toFixed(1).padStart(8)} ${p99.toFixed(1).padStart(8)}  ${status}  ${question}${beside}\n`,
    )
  }
}
