import type { Core } from '../core/core.ts'
import { accountPath, apiVersion } from '../core/core.ts'
import { resolveUrl } from '../core/callback-url.ts'
import type { Loaded } from '../twiml/load-document.ts'
import { loadDocument } from '../twiml/load-document.ts'
import { messagingGrammar } from '../twiml/grammar.messaging.ts'
import type { Element } from '../twiml/parse.ts'
import { createMessage } from './message.machine.ts'
import type { Media, Message } from './message.models.ts'
import { optOutReply, optOutType, pair } from './opt-out.ts'
import { refusal, sendText } from './send-text.ts'

/** A text from a telephone. Media carry bytes, or the address of a foreign host. */
export type IncomingText = {
  from: string
  to: string
  body: string
  media?: { contentType: string; bytes: Uint8Array | null; url?: string }[]
}

const mediaOf = (core: Core, given: NonNullable<IncomingText['media']>): Media[] =>
  given.map((one) => ({
    sid: core.random.sid('ME'),
    contentType: one.contentType,
    bytes: one.bytes,
    url: one.url ?? '',
    createdAt: core.clock.now(),
  }))

const params = (core: Core, message: Message, optOut: string | null): Record<string, string> => {
  const service = core.faults.take('unknown-service', message.to) === null ? null : core.random.sid('MG')
  const media = message.media.flatMap((one, index): [string, string][] => [
    [`MediaUrl${index}`, one.url],
    [`MediaContentType${index}`, one.contentType],
  ])
  return {
    ToCountry: 'CN',
    ToState: '',
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    ToCity: '',
    FromZip: '',
    SmsSid: message.sid,
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: message.body,
    FromCountry: 'CN',
    To: message.to,
    ToZip: '',
    NumSegments: String(message.segments),
    MessageSid: message.sid,
    AccountSid: core.settings.accountSid,
    From: message.from ?? '',
    ApiVersion: apiVersion,
    ...Object.fromEntries(media),
    ...(service === null ? {} : { MessagingServiceSid: service }),
    ...(optOut === null || !core.settings.advancedOptOut ? {} : { OptOutType: optOut }),
  }
}

const reply = (core: Core, incoming: Message, element: Element, base: string): void => {
  const { attributes, children } = element
  const bodies = children.filter((child) => child.name === 'Body').map((child) => child.text)
  const body = bodies.length > 0 ? bodies.join('') : element.text.trim()
  const media = children
    .filter((child) => child.name === 'Media')
    .map((child) => ({
      sid: core.random.sid('ME'),
      contentType: 'application/octet-stream',
      bytes: null,
      url: resolveUrl(child.text.trim(), base) ?? '',
      createdAt: core.clock.now(),
    }))
  const from = attributes['from'] ?? incoming.to
  const to = attributes['to'] ?? incoming.from ?? ''
  const callback = attributes['statusCallback'] ?? attributes['action']
  const url = callback === undefined ? null : resolveUrl(callback, base)
  const problem =
    body === '' && media.length === 0
      ? { code: 14103, message: '<Message> is empty' }
      : body.length > 1600
        ? { code: 21617, message: 'The concatenated message body exceeds the 1600 character limit' }
        : core.settings.webhooks[from] === undefined
          ? { code: 14102, message: `<Message> from="${from}" is not a number of this account` }
          : refusal(core, from, to)
  if (problem !== null) {
    core.log.add('error', incoming.sid, problem.message, {}, problem.code)
    return
  }
  sendText(core, {
    from,
    to,
    body,
    media,
    direction: 'outbound-reply',
    watch: url === null ? null : { url, method: 'POST' },
  })
}

const follow = async (
  core: Core,
  message: Message,
  first: string,
  fallback: string | undefined,
  form: Record<string, string>,
): Promise<void> => {
  let url: string | null = first
  let method: 'GET' | 'POST' = 'POST'
  for (let hop = 0; url !== null && hop < 20; hop += 1) {
    const loaded: Loaded = await loadDocument(core, {
      about: message.sid,
      url,
      method,
      params: form,
      fallback: fallback === undefined ? null : { url: fallback, method: 'POST' },
      grammar: messagingGrammar,
      only: null,
      textAs: 'Message',
    })
    url = null
    if (!loaded.ok) return
    const base = loaded.document.url ?? first
    for (const verb of loaded.document.verbs) {
      if (verb.name === 'Message') reply(core, message, verb, base)
      else {
        url = resolveUrl(verb.text.trim(), base)
        method = verb.attributes['method'] === 'GET' ? 'GET' : 'POST'
        break
      }
    }
  }
}

/**
 * A telephone sends a text to a hotline number: the carrier acts on STOP, START and HELP by itself, and asks the number's
 * webhook in every case. Null when the number is not one of the carrier's. NUL is stripped, as in the real network.
 */
export const receiveText = (core: Core, text: IncomingText): Message | null => {
  const number = core.settings.webhooks[text.to]
  if (number === undefined) return null
  const message = createMessage(core, {
    from: text.from,
    to: text.to,
    body: text.body.replaceAll('\0', ''),
    direction: 'inbound',
    status: 'received',
    media: mediaOf(core, text.media ?? []),
  })
  for (const one of message.media)
    if (one.url === '') one.url = core.settings.baseUrl + accountPath(core, `/Messages/${message.sid}/Media/${one.sid}`)
  const optOut = optOutType(message.body, core.settings.advancedOptOut)
  if (optOut === 'STOP') core.optedOut.add(pair(text.from, text.to))
  if (optOut === 'START') core.optedOut.delete(pair(text.from, text.to))
  if (optOut !== null)
    createMessage(core, {
      from: text.to,
      to: text.from,
      body: optOutReply[optOut],
      direction: 'outbound-reply',
      status: 'delivered',
    })
  const url = number.smsUrl
  void follow(core, message, url, number.smsFallbackUrl, params(core, message, optOut))
  return message
}
