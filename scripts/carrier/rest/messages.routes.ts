import { messageView, setMessageStatus } from '../messages/message.machine.ts'
import type { Media, Message } from '../messages/message.models.ts'
import { refusal, sendText } from '../messages/send-text.ts'
import type { Core } from '../core/core.ts'
import { accountPath } from '../core/core.ts'
import { rfc2822 } from '../core/times.ts'
import type { Fields } from './form.ts'
import { readForm } from './form.ts'
import { onlyQuery, page } from './pages.ts'
import { invalid, notFound } from './problem.ts'
import type { RestRequest, RestRoute } from './route.ts'
import { created, ok } from './route.ts'

const fields: Fields = {
  To: 'text',
  From: 'text',
  MessagingServiceSid: 'text',
  Body: 'text',
  MediaUrl: 'list',
  StatusCallback: 'url',
  ValidityPeriod: 'integer',
  SendAt: 'text',
  ScheduleType: { oneOf: ['fixed'] },
  ApplicationSid: 'ignored',
  MaxPrice: 'ignored',
  ProvideFeedback: 'boolean',
  Attempt: 'integer',
  ForceDelivery: 'boolean',
  ContentRetention: { oneOf: ['retain', 'discard'] },
  AddressRetention: { oneOf: ['retain', 'obfuscate'] },
  SmartEncoded: 'boolean',
  PersistentAction: 'list',
  TrafficType: { oneOf: ['free'] },
  ShortenUrls: 'boolean',
  SendAsMms: 'boolean',
  ContentVariables: 'text',
  ContentSid: 'text',
  RiskCheck: { oneOf: ['enable', 'disable'] },
}

const find = ({ core, ids, path }: RestRequest): Message => {
  const message = core.messages.get(ids[0] ?? '')
  if (message === undefined) throw notFound(path)
  return message
}

const create = ({ core, body }: RestRequest) => {
  const form = readForm(body, fields)
  const to = form.need('To', 21604, "A 'To' phone number is required.")
  if (!/^\+[1-9]\d{4,14}$/.test(to)) throw invalid(`The 'To' number ${to} is not a valid phone number.`, 21211)
  const service = form.text('MessagingServiceSid')
  const from = form.text('From')
  if (from === null && service === null)
    throw invalid("A 'From' phone number or a 'MessagingServiceSid' is required.", 21603)
  if (service !== null && core.settings.messagingServices[service] === undefined)
    throw invalid(`The Messaging Service ${service} was not found.`, 21705)
  if (from !== null && core.settings.webhooks[from] === undefined)
    throw invalid(
      `The From phone number ${from} is not a valid, SMS-capable inbound phone number for your account.`,
      21606,
    )
  const text = form.text('Body') ?? ''
  const urls = form.list('MediaUrl')
  if (text === '' && urls.length === 0) throw invalid('Message body is required.', 21602)
  if (text.length > 1600) throw invalid('The concatenated message body exceeds the 1600 character limit.', 21617)
  if (urls.length > 10) throw invalid('Number of media files exceeds allowed limit.', 21623)
  for (const url of urls)
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw invalid(`Invalid media URL: ${url}`, 21620)
  form.whole('ValidityPeriod', 1, 36_000)
  const sendAt = form.text('SendAt')
  const at = sendAt === null ? null : Date.parse(sendAt)
  if (at !== null && (Number.isNaN(at) || service === null || form.text('ScheduleType') !== 'fixed'))
    throw invalid('Scheduling needs SendAt, ScheduleType=fixed and a MessagingServiceSid.', 35111)
  if (at !== null && at < core.clock.now() + 300_000)
    throw invalid('SendAt must be at least 300 seconds in the future.', 35114)
  const refused = refusal(core, from ?? core.settings.messagingServices[service ?? ''] ?? '', to)
  if (refused !== null) throw invalid(refused.message, refused.code)
  const media = urls.map((url): Media => ({
    sid: core.random.sid('ME'),
    contentType: 'image/jpeg',
    url,
    bytes: null,
    createdAt: core.clock.now(),
  }))
  const watch = form.target('StatusCallback', 'none')
  return created(
    messageView(
      core,
      sendText(
        core,
        { from, to, body: text, media, direction: 'outbound-api', messagingServiceSid: service, watch },
        at,
      ),
    ),
  )
}

const list = ({ core, query, path }: RestRequest) => {
  onlyQuery(query, ['To', 'From', 'DateSent', 'DateSent<', 'DateSent>'])
  const [to, from, after, until] = ['To', 'From', 'DateSent>', 'DateSent<'].map((name) => query.get(name))
  const rows = [...core.messages.values()]
    .filter((one) => (to == null || one.to === to) && (from == null || one.from === from))
    .filter((one) => after == null || (one.sentAt ?? one.createdAt) >= Date.parse(after))
    .filter((one) => until == null || (one.sentAt ?? one.createdAt) <= Date.parse(until))
    .toReversed()
  return ok(
    page(
      query,
      `${path}.json`,
      'messages',
      rows.map((one) => messageView(core, one)),
    ),
  )
}

const mediaView = (core: Core, message: Message, one: Media): Record<string, unknown> => ({
  account_sid: core.settings.accountSid,
  content_type: one.contentType,
  date_created: rfc2822(one.createdAt),
  date_updated: rfc2822(one.createdAt),
  parent_sid: message.sid,
  sid: one.sid,
  uri: accountPath(core, `/Messages/${message.sid}/Media/${one.sid}.json`),
})

const update = (request: RestRequest) => {
  const message = find(request)
  const form = readForm(request.body, { Body: 'text', Status: { oneOf: ['canceled'] } })
  if (form.text('Status') === 'canceled') {
    if (message.status !== 'scheduled' && message.status !== 'accepted')
      throw invalid('Message cannot be canceled.', 30409)
    setMessageStatus(request.core, message, 'canceled')
  }
  // Only redaction is possible: the body may be emptied, not changed.
  if (form.has('Body')) {
    if (form.text('Body') !== '') throw invalid('Body can only be redacted to an empty string.', 20001)
    message.body = ''
  }
  return ok(messageView(request.core, message))
}

export const messageRoutes: readonly RestRoute[] = [
  { method: 'POST', path: 'Messages', run: create },
  { method: 'GET', path: 'Messages', run: list },
  { method: 'GET', path: 'Messages/*', run: (request) => ok(messageView(request.core, find(request))) },
  { method: 'POST', path: 'Messages/*', run: update },
  {
    method: 'DELETE',
    path: 'Messages/*',
    run: (request) => {
      request.core.messages.delete(find(request).sid)
      return null
    },
  },
  {
    method: 'GET',
    path: 'Messages/*/Media',
    run: (request) => {
      const message = find(request)
      const rows = message.media.map((one) => mediaView(request.core, message, one))
      return ok(page(request.query, `${request.path}.json`, 'media_list', rows))
    },
  },
  {
    method: 'GET',
    path: 'Messages/*/Media/*',
    run: (request) => {
      const message = find(request)
      const one = message.media.find((media) => media.sid === request.ids[1])
      if (one === undefined) throw notFound(request.path)
      if (request.json || one.bytes === null) return ok(mediaView(request.core, message, one))
      return { media: one.bytes, type: one.contentType }
    },
  },
  {
    method: 'DELETE',
    path: 'Messages/*/Media/*',
    run: (request) => {
      const message = find(request)
      message.media = message.media.filter((media) => media.sid !== request.ids[1])
      return null
    },
  },
]
