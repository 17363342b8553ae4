import { Hono } from 'hono'
import type { AdapterWorld, Told } from './adapter.suite.ts'
import { startCarrier } from './carrier.support.ts'

const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 7)]).toString('base64')
const soundUrl = 'https://sounds.test/waiting.mp3'

/** The Twilio adapter over the practice carrier: commands by HTTP, webhooks with real signatures. */
export const twilioWorld = async (): Promise<AdapterWorld> => {
  const told: Told = { questions: [], news: [], texts: [], textNews: [] }
  const app = new Hono()
  app.onError((_, c) => c.body(null, 500))
  app.get('/waiting.mp3', (c) => c.body('ID3', 200, { 'content-type': 'audio/mpeg' }))
  const phone = await startCarrier((request) => app.request(request))
  const { carrier, telephony, apiUrl } = phone
  const streams: (() => Promise<void> | undefined)[] = []

  const post = async (path: string, body?: unknown) => {
    const answer = await carrier.app.request(path, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    await carrier.settled()
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return Object(await answer.json()) as Record<string, unknown>
  }

  const world: AdapterWorld = {
    telephony,
    told,
    answer: () => [],
    line: '+862155512345',
    pass: (ms) => carrier.advance(ms),
    dial: async (from) => String((await post('/control/calls', { from, to: '+862155512345' }))['sid']),
    press: async (leg, digits) => void (await post(`/control/calls/${leg}/press`, { digits })),
    say: async (leg, text) => void (await post(`/control/calls/${leg}/say`, { text })),
    hangUp: async (leg) => void (await post(`/control/calls/${leg}/hangup`)),
    heard: (leg) => (carrier.core.calls.get(leg)?.heard ?? []).map(({ text }) => text),
    phone: (number, behavior) =>
      void carrier.core.parties.set(number, {
        behavior: behavior === 'answers' ? 'answer' : behavior === 'declines' ? 'reject' : 'never',
        afterSeconds: 1,
        steps: [],
      }),
    text: (from, body, pictures = []) =>
      phone.text(
        from,
        body,
        pictures.map((contentType) => ({ contentType, base64: picture })),
      ),
    inbox: (number) =>
      phone
        .shows(number)
        .filter(({ to }) => to === number)
        .map(({ body }) => body),
    stopTexts: (number) => void carrier.core.optedOut.add(`${number}|+862155512345`),
    softphone: async (staffId, token) => {
      const stream = await fetch(`${apiUrl}/client/v1/events?token=${token}`)
      if (!stream.ok) throw new Error(await stream.text())
      const reader = stream.body?.getReader()
      streams.push(() => reader?.cancel())
      const leg = () =>
        [...carrier.core.calls.values()].findLast(
          ({ to, status }) => to === `client:${staffId}` && status === 'ringing',
        )?.sid ?? ''
      return {
        leg,
        accept: async () => {
          const answer = await fetch(`${apiUrl}/client/v1/calls/${leg()}/accept`, {
            method: 'POST',
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body: '{}',
          })
          if (!answer.ok) throw new Error(await answer.text())
          await carrier.settled()
        },
      }
    },
    meet: (trouble) =>
      phone.fault(trouble === 'busy' ? { kind: 'rest-429', times: 4 } : { kind: 'rest-lost', times: 1 }),
    deafen: () => phone.fault({ kind: 'deaf-transcription', times: 1 }),
    repeatNews: () => phone.fault({ kind: 'duplicate' }),
    soundUrl,
    request: async (path, init) => app.request(path, init),
    close: async () => {
      for (const leave of streams) await leave()
      await phone.close()
    },
  }
  app.route(
    '/',
    telephony.routes({
      calls: {
        answer: async (question) => {
          told.questions.push(question)
          return world.answer(question)
        },
        takeNews: async (news) => void told.news.push(news),
      },
      texts: {
        receive: async (text) => void told.texts.push(text),
        noteStatus: async (news) => void told.textNews.push(news),
      },
    }),
  )
  return world
}
