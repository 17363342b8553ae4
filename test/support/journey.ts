import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { TicketDto, TicketListItem, TimelineEntryDto } from '../../api/tickets/ticket.dto.ts'
import { samplePassword } from './browser.ts'
import type { City } from '../../scripts/start/city.ts'

/** The number that citizens dial and text. */
const hotline = '+862155512345'

interface Bubble {
  direction: string
  body: string
}

/** One citizen with a telephone at the practice carrier. */
export interface Citizen {
  text: (body: string) => Promise<void>
  /** What the hotline has texted so far, oldest first. */
  received: () => Promise<string[]>
  /** Waits for a text from the hotline that contains all of this, and gives it. `after`: only texts behind so many. */
  waitsFor: (parts: readonly string[], after?: number) => Promise<string>
  /** Waits for the text, reads it, then replies to it. `after`: only texts behind so many. */
  replies: (parts: readonly string[], body: string, after?: number) => Promise<void>
  calls: () => Promise<CallInHand>
}
interface CallInHand {
  say: (text: string) => Promise<void>
  /** What the citizen heard so far. */
  heard: () => Promise<string>
  status: () => Promise<string>
  hangUp: () => Promise<void>
}

const asked = async <T>(url: string, body?: unknown): Promise<T> => {
  const answer = await fetch(
    url,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  )
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return asAnswer<T>(await answer.json())
}
/** The practice carrier and the server check their own answers; the tests name the shape they read. */
const asAnswer = <T>(value: unknown): T => value as T

/** Waits until something holds, looked at again and again; for what has no event in the page. */
export const until = <T>(read: () => Promise<T> | T, message?: string) =>
  expect.poll(read, { timeout: 30_000, interval: 60, ...(message !== undefined && { message }) })

/** Nobody reads a question and answers it at once: what comes within two seconds was on its way before, and answers nothing. */
const readingTime = () => sleep(2_200)

/** A citizen of the city. `phone`: E.164. */
export const citizen = (city: City, phone: string): Citizen => {
  const control = `${city.carrierUrl}/control`
  const received = async () => {
    const { messages } = await asked<{ messages: Bubble[] }>(`${control}/messages?number=${encodeURIComponent(phone)}`)
    return messages.filter(({ direction }) => direction !== 'inbound').map(({ body }) => body)
  }
  const text = async (body: string) => void (await asked(`${control}/messages`, { from: phone, to: hotline, body }))
  const waitsFor = async (parts: readonly string[], after = 0) => {
    const find = async () => (await received()).slice(after).find((body) => parts.every((part) => body.includes(part)))
    await until(find, `${phone} is told ${parts.join(' … ')}`).toBeDefined()
    return (await find()) ?? ''
  }
  return {
    text,
    received,
    waitsFor,
    replies: async (parts, body, after) => {
      await waitsFor(parts, after)
      await readingTime()
      await text(body)
    },
    calls: async () => {
      const { sid } = await asked<{ sid: string }>(`${control}/calls`, { from: phone, to: hotline })
      const card = () => asked<{ status: string; lines: { text: string }[] }>(`${control}/calls/${sid}`)
      return {
        say: async (words) => void (await asked(`${control}/calls/${sid}/say`, { text: words })),
        heard: async () => (await card()).lines.map((line) => line.text).join('\n'),
        status: async () => (await card()).status,
        hangUp: async () => void (await asked(`${control}/calls/${sid}/hangup`, {})),
      }
    },
  }
}

/** A member of staff without a browser: reads and acts through the API. */
export const staff = async (city: City, username: string) => {
  const { publicUrl } = city.config
  const opened = await fetch(`${publicUrl}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ username, password: samplePassword }),
  })
  if (!opened.ok) throw new Error(`${username} could not sign in: ${opened.status}`)
  const cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${publicUrl}${path}`, {
      method,
      headers: { cookie, origin: publicUrl, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return asAnswer<T>(await answer.json())
  }
  const ticket = (id: string) => call<TicketDto>('GET', `/api/tickets/${id}`)
  return {
    get: <T>(path: string) => call<T>('GET', path),
    ticket,
    tickets: async (query = 'view=all') =>
      (await call<{ items: TicketListItem[] }>('GET', `/api/tickets?${query}`)).items,
    timeline: async (id: string) =>
      (await call<{ items: TimelineEntryDto[] }>('GET', `/api/tickets/${id}/timeline?size=100`)).items,
    /** Acts on the ticket as it is now. */
    act: async (id: string, action: string, input: Record<string, unknown> = {}) =>
      call<TicketDto>('POST', `/api/tickets/${id}/actions`, { action, version: (await ticket(id)).version, input }),
  }
}
export type Staff = Awaited<ReturnType<typeof staff>>
