import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { z } from 'zod'
import type { PartyStep } from '../control/party.models.ts'
import type { Command } from './arguments.ts'

/** How the command line reaches a carrier and the person before it. */
export type Talk = {
  request: (path: string, init?: RequestInit) => Promise<Response>
  print: (line: string) => void
  sleep: (ms: number) => Promise<void>
}

const line = z.object({ n: z.number(), kind: z.string(), text: z.string(), speaker: z.string().optional() })
const callShape = z.object({ sid: z.string(), status: z.string(), lines: z.array(line) })
const messages = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      direction: z.string(),
      from: z.string().nullable(),
      body: z.string(),
      status: z.string(),
    }),
  ),
})

const read = async <T extends z.ZodType>(answer: Response, shape: T): Promise<z.output<T>> => {
  const body: unknown = await answer.json()
  if (!answer.ok)
    throw new Error(z.object({ message: z.string() }).safeParse(body).data?.message ?? `HTTP ${answer.status}`)
  return shape.parse(body)
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const types: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}
const pollMs = 200

/** Sends a text and prints what comes back within the wait. */
export const sendText = async (talk: Talk, command: Extract<Command, { kind: 'text' }>): Promise<void> => {
  const media = await Promise.all(
    command.media.map(async (file) => ({
      contentType: types[extname(file).toLowerCase()] ?? 'application/octet-stream',
      base64: (await readFile(file)).toString('base64'),
    })),
  )
  const mine = `/control/messages?number=${encodeURIComponent(command.from)}`
  const before = new Set((await read(await talk.request(mine), messages)).messages.map((one) => one.sid))
  const { from, to, body } = command
  const sent = await read(
    await talk.request('/control/messages', post({ from, to, body, media })),
    z.object({ sid: z.string(), segments: z.number() }),
  )
  talk.print(`${from} → ${to}: ${body} (${sent.sid})`)
  for (let waited = 0; waited < command.waitSeconds * 1000; waited += pollMs) {
    await talk.sleep(pollMs)
    for (const one of (await read(await talk.request(mine), messages)).messages) {
      if (before.has(one.sid) || one.direction === 'inbound') continue
      before.add(one.sid)
      talk.print(`${from} ← ${one.from ?? ''}: ${one.body}`)
    }
  }
}

const show = (one: z.infer<typeof line>): string => {
  if (one.kind === 'own') return `> ${one.text}`
  return `  ${one.speaker === undefined ? '' : `[${one.speaker}] `}${one.text}`
}

/** Places a call, does the steps in order, prints everything heard, and hangs up at the end. */
export const placeCall = async (talk: Talk, command: Extract<Command, { kind: 'call' }>): Promise<void> => {
  const started = await read(
    await talk.request('/control/calls', post({ from: command.from, to: command.to })),
    callShape,
  )
  const path = `/control/calls/${started.sid}`
  talk.print(`${command.from} → ${command.to} (${started.sid})`)
  let printed = 0
  const listen = async (): Promise<string> => {
    const call = await read(await talk.request(path), callShape)
    for (const one of call.lines.filter((heard) => heard.n > printed)) {
      printed = one.n
      talk.print(show(one))
    }
    return call.status
  }
  const wait = async (ms: number): Promise<string> => {
    let status = await listen()
    for (let waited = 0; waited < ms && !over(status); waited += pollMs) {
      await talk.sleep(pollMs)
      status = await listen()
    }
    return status
  }
  const over = (status: string): boolean => status !== 'ringing' && status !== 'in-progress'
  const act = async (step: PartyStep): Promise<string> => {
    if ('wait' in step) return wait(step.wait * 1000)
    if ('press' in step) await talk.request(`${path}/press`, post({ digits: step.press }))
    else if ('say' in step) await talk.request(`${path}/say`, post({ text: step.say }))
    else await talk.request(`${path}/hangup`, post({}))
    return wait(pollMs)
  }
  let status = 'ringing'
  for (let tries = 0; status === 'ringing' && tries < 75; tries += 1) status = await wait(pollMs)
  for (const step of command.steps) if (!over(status)) status = await act(step)
  if (!over(status)) await talk.request(`${path}/hangup`, post({}))
  await talk.sleep(pollMs)
  talk.print(`-- ${await listen()}`)
}
