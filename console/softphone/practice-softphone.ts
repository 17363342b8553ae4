import { Problem } from '../shared/problem.ts'
import { renewAfter, retryAfter } from './softphone.rules.ts'
import type { Credential, Leg, OpenSoftphone } from './softphone.types.ts'

const fieldsOf = (event: MessageEvent<string>): Record<string, unknown> => {
  try {
    const data: unknown = JSON.parse(event.data)
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** The softphone of the practice carrier: events by SSE, commands by POST, words as text instead of sound. */
export const openPracticeSoftphone: OpenSoftphone = async ({ credential: given, renew, events }) => {
  let credential: Credential = given
  let stream: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let leg: Leg | undefined
  let attempt = 0
  let closed = false

  const setLeg = (next: Leg | undefined) => {
    leg = next
    events.onLeg(next)
  }
  const later = (run: () => void, ms: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(run, ms)
  }
  const renewed = async () => {
    try {
      credential = await renew()
    } catch {
      later(() => void renewed(), retryAfter(attempt++))
      return
    }
    // A token is read when the stream opens: the running one is exchanged between calls only.
    if (leg) later(() => void renewed(), retryAfter(attempt))
    else open()
  }

  const open = () => {
    stream?.close()
    if (closed) return
    events.onLine('connecting')
    const own = new EventSource(`${credential.url}/client/v1/events?token=${encodeURIComponent(credential.token)}`)
    stream = own
    const on = (type: string, hear: (data: Record<string, unknown>) => void) =>
      own.addEventListener(type, (event: MessageEvent<string>) => {
        if (stream === own) hear(fieldsOf(event))
      })
    on('registered', () => {
      attempt = 0
      events.onLine('registered')
      later(() => void renewed(), renewAfter(credential.ttl))
    })
    on('incoming', (data) => {
      if (leg === undefined) setLeg({ ref: text(data['callSid']), state: 'ringing' })
    })
    on('accepted', (data) => {
      if (leg && leg.ref === data['callSid']) setLeg({ ref: leg.ref, state: 'talking' })
    })
    const over = (data: Record<string, unknown>) => {
      if (leg?.ref === data['callSid']) setLeg(undefined)
    }
    on('cancel', over)
    on('disconnected', over)
    // Both an `error` event of the carrier (the token ended) and the browser's own when the line breaks.
    own.addEventListener('error', (event) => {
      if (stream !== own) return
      own.close()
      stream = undefined
      events.onLine(event instanceof MessageEvent ? 'refused' : 'lost')
      later(() => void renewed(), retryAfter(attempt++))
    })
  }

  const command = async (name: string, body: Record<string, unknown>) => {
    if (leg === undefined) throw new Problem({ code: 'softphone.no-leg' }, 0)
    const answer = await fetch(`${credential.url}/client/v1/calls/${leg.ref}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${credential.token}` },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Problem({ code: 'softphone.refused' }, answer.status)
  }

  open()
  return {
    accept: () => command('accept', {}),
    say: (words) => command('say', { text: words }),
    close: () => {
      closed = true
      clearTimeout(timer)
      stream?.close()
      stream = undefined
    },
  }
}
