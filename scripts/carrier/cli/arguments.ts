import type { PartyStep } from '../control/party.models.ts'
import { expandNumber } from '../numbers.ts'

/** What the command line asks for. */
export type Command =
  | { kind: 'text'; from: string; to: string; body: string; media: string[]; waitSeconds: number }
  | { kind: 'call'; from: string; to: string; steps: PartyStep[] }
  | { kind: 'serve' }
  | { kind: 'help'; problem: string | null }

const help = (problem: string | null = null): Command => ({ kind: 'help', problem })
const defaultFrom = '+8613800010001'
const defaultTo = expandNumber('12345')

const seconds = /^\d+(\.\d+)?$/
/** Who can call or text: any number, a short one too, or nobody's. */
const sender = /^(\+[1-9]\d{2,14}|\d{3,15}|anonymous)$/
const line = /^\+[1-9]\d{4,14}$/

const stepOf = (name: string, value: string): PartyStep | null => {
  if (name === 'say') return value === '' ? null : { say: value }
  if (name === 'press') return /^[0-9*#]+$/.test(value) ? { press: value } : null
  return seconds.test(value) ? { wait: Number(value) } : null
}

/**
 * Reads the arguments after `npm run carrier --`. Steps of a call keep their order:
 * `call --from … --to … --wait 3 --press 1 --say "…" --hangup`.
 */
export const readArguments = (words: readonly string[]): Command => {
  const [kind, ...rest] = words
  if (kind === 'serve' && rest.length === 0) return { kind }
  if (kind === undefined || kind === 'help' || kind === '--help') return help()
  if (kind !== 'text' && kind !== 'call') return help(`unknown command: ${kind}`)
  let from = defaultFrom
  let to = defaultTo
  let waitSeconds = 3
  const steps: PartyStep[] = []
  const media: string[] = []
  const texts: string[] = []
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? ''
    if (!word.startsWith('--')) {
      texts.push(word)
      continue
    }
    const name = word.slice(2)
    if (name === 'hangup') {
      steps.push({ hangUp: true })
      continue
    }
    index += 1
    const value = rest[index]
    if (value === undefined) return help(`${word} needs a value`)
    if (name === 'from') {
      from = expandNumber(value)
      if (!sender.test(from)) return help(`${word} ${value}: not a number; write it like ${defaultFrom}`)
    } else if (name === 'to') {
      to = expandNumber(value)
      if (!line.test(to)) return help(`${word} ${value}: not a number; write it like +862155512345, or 12345`)
    } else if (name === 'media' && kind === 'text') media.push(value)
    else if (name === 'wait' && kind === 'text') {
      if (!seconds.test(value)) return help(`${word} ${value}: not usable`)
      waitSeconds = Number(value)
    } else if (kind === 'call' && (name === 'say' || name === 'press' || name === 'wait')) {
      const step = stepOf(name, value)
      if (step === null) return help(`${word} ${value}: not usable`)
      steps.push(step)
    } else return help(`unknown option for ${kind}: ${word}`)
  }
  if (kind === 'call') return texts.length > 0 ? help(`unexpected: ${texts.join(' ')}`) : { kind, from, to, steps }
  if (texts.length === 0 && media.length === 0) return help('text needs what to send')
  return { kind, from, to, body: texts.join(' '), media, waitSeconds }
}

export const usage = `npm run carrier -- text [--from +86…] [--to 12345] [--media file.jpg] [--wait seconds] "路灯坏了"
npm run carrier -- call [--from +86…] [--to 12345] [--wait 3] [--press 1] [--say "…"] [--hangup]
npm run carrier -- serve

Short numbers: 12345 12319 12333 12315 114. Talks to a running practice carrier at CARRIER_URL
(default http://127.0.0.1:8312, or CARRIER_PORT). Steps of a call are done in the order written.
"serve" starts a practice carrier by itself; it needs TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.`
