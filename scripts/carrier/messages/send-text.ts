import type { Core } from '../core/core.ts'
import { createMessage, setMessageStatus } from './message.machine.ts'
import type { NewMessage } from './message.machine.ts'
import type { Message } from './message.models.ts'
import { pair } from './opt-out.ts'

/** Why a text is refused at once, with Twilio's code. */
export const refusal = (core: Core, from: string, to: string): { code: number; message: string } | null => {
  if (core.optedOut.has(pair(to, from))) return { code: 21610, message: 'Attempt to send to unsubscribed recipient' }
  // Chinese landlines (area code without a mobile prefix) cannot receive texts.
  if (/^\+86(10|2\d|[3-9]\d{2})\d{7,8}$/.test(to))
    return { code: 21614, message: `'To' number is not a valid mobile number: ${to}` }
  return null
}

const carry = (core: Core, message: Message): void => {
  const { clock, random } = core
  const first = random.between(40, 80)
  const steps: [number, () => void][] = [
    [first, () => setMessageStatus(core, message, 'sending')],
    [first + random.between(60, 140), () => setMessageStatus(core, message, 'sent')],
    [
      first + random.between(300, 900),
      () => {
        const lost =
          core.parties.get(message.to)?.behavior === 'invalid' || core.faults.take('undelivered', message.to) !== null
        if (lost)
          setMessageStatus(core, message, 'undelivered', { code: 30003, message: 'Unreachable destination handset' })
        else setMessageStatus(core, message, 'delivered')
      },
    ],
  ]
  for (const [ms, step] of steps)
    clock.after(ms, () => {
      if (message.status !== 'canceled' && message.status !== 'failed') step()
    })
}

/** Takes a text into the network; a scheduled one waits for its time, one for a messaging service is accepted first. */
export const sendText = (core: Core, wanted: Omit<NewMessage, 'status'>, sendAt: number | null = null): Message => {
  const service = wanted.messagingServiceSid ?? null
  const status = sendAt !== null ? 'scheduled' : service !== null ? 'accepted' : 'queued'
  const message = createMessage(core, { ...wanted, status })
  const go = (): void => {
    if (message.status === 'canceled') return
    message.from ??= service === null ? null : (core.settings.messagingServices[service] ?? null)
    if (service !== null) setMessageStatus(core, message, 'queued')
    const refused = refusal(core, message.from ?? '', message.to)
    if (refused === null) carry(core, message)
    else setMessageStatus(core, message, 'failed', refused)
  }
  if (status === 'queued') go()
  else core.clock.after(sendAt === null ? 20 : sendAt - core.clock.now(), go)
  return message
}
