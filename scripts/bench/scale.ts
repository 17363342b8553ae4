import { performance } from 'node:perf_hooks'
import { startCity, type City } from '../start/city.ts'
import { quantiles } from './quantiles.ts'
import { questions, type Question } from './scale.questions.ts'

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

const read = async ({ config: { publicUrl } }: City, cookie: string, path: string) => {
  const answer = await fetch(publicUrl + path, { headers: { cookie } })
  return { status: answer.status, text: await answer.text() }
}

/** The address of a page far from the first: the cursors lead there. Where the list ends before, its last page. */
const addressOf = async (city: City, cookie: string, { path, page = 1 }: Question): Promise<string> => {
  let address = path
  for (let turn = 1; turn < page; turn++) {
    const { next } = JSON.parse((await read(city, cookie, address)).text) as { next?: string | null } // a page of a list
    if (!next) break
    address = `${path}${path.includes('?') ? '&' : '?'}cursor=${next}`
  }
  return address
}

const measure = async (folder: string) => {
  const began = performance.now()
  const city = await startCity({ at: folder })
  const started = performance.now() - began
  const found = new Map<string, { p50: number; p99: number; status: number }>()
  try {
    const cookies = new Map<string, string>()
    for (const question of questions) {
      const { who, path, page = 1 } = question
      const cookie = cookies.get(who) ?? (await signedIn(city, who))
      cookies.set(who, cookie)
      const address = await addressOf(city, cookie, question)
      const times: number[] = []
      let status = 0
      for (let turn = -2; turn < samples; turn++) {
        const start = performance.now()
        status = (await read(city, cookie, address)).status
        if (turn >= 0) times.push(performance.now() - start)
      }
      found.set(`${who} ${path}${page > 1 ? ` page ${page}` : ''}`, { ...quantiles(times), status })
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
