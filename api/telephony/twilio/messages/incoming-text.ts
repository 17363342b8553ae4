import { platformProblem } from '../../../platform/problem.ts'
import type { IncomingText, OptOutWord } from '../../text-events.types.ts'
import type { WebhookParams } from '../webhook/form.ts'
import { senderOf } from '../withheld.ts'

const messageSid = /^(?:SM|MM)[0-9a-fA-F]{32}$/
const mostMedia = 10

/** A field that must be there. Throws `request.malformed`. */
export const must = (params: WebhookParams, name: string): string => {
  const value = params[name]
  if (value === undefined || value === '') throw platformProblem('request.malformed', `${name} is missing`)
  return value
}

/** The message's id. Throws `request.malformed`. */
export const messageSidOf = (params: WebhookParams) => {
  const sid = must(params, 'MessageSid')
  if (!messageSid.test(sid)) throw platformProblem('request.malformed', 'MessageSid is not a message id')
  return sid
}

const optOuts: ReadonlyMap<string, OptOutWord> = new Map([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
])

/** What Twilio itself takes for START (Twilio Help, “Twilio support for opt-out keywords”): the whole text, in any case. */
const startWords = ['START', 'YES', 'UNSTOP']

/** Reads Twilio's incoming-message form. Throws `request.malformed`. */
export const toIncomingText = (params: WebhookParams, deliveryToken: string | null): IncomingText => {
  const count = Math.min(mostMedia, Number(/^\d+$/.exec(params['NumMedia'] ?? '')?.[0] ?? 0))
  const media = Array.from({ length: count }, (_, index) => ({
    url: params[`MediaUrl${index}`] ?? '',
    contentType: params[`MediaContentType${index}`] ?? 'application/octet-stream',
  }))
  const body = params['Body'] ?? ''
  const optOut = optOuts.get(params['OptOutType'] ?? '') ?? null
  return {
    ref: messageSidOf(params),
    deliveryToken,
    from: senderOf(must(params, 'From')),
    to: must(params, 'To'),
    body,
    media: media.filter(({ url }) => url !== ''),
    optOut,
    ...(optOut === 'start' || startWords.includes(body.trim().toUpperCase()) ? { resumes: true } : {}),
  }
}
