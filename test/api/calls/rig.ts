import twilio from 'twilio'
import { findOrCreateCitizenIn } from '../../../api/citizens/find-or-create-citizen.ts'
import { createCalendar } from '../../../api/clocks/calendar.ts'
import { callsJobs } from '../../../api/calls/calls.jobs.ts'
import { createCalls } from '../../../api/calls/calls.ts'
import { findCallByRef } from '../../../api/calls/call/calls.store.ts'
import { findPresence } from '../../../api/calls/agent/presence.store.ts'
import { createFiling } from '../../../api/contacts/file-contact.ts'
import { takeTranscript } from '../../../api/contacts/take-transcript.ts'
import { textCitizen } from '../../../api/messages/sending/text-citizen.ts'
import { createNotices } from '../../../api/notices/notices.ts'
import { callTarget } from '../../../api/followup/calls/call-target.ts'
import { createFolderFiles } from '../../../api/platform/files/folder-files.ts'
import { createFrame } from '../../../api/platform/server/frame.ts'
import { createJobs } from '../../../api/platform/jobs.ts'
import { createMetrics } from '../../../api/platform/figures/metrics.ts'
import { createOutbox } from '../../../api/platform/outbox.ts'
import type { Placed } from '../../../api/telephony/outcomes.types.ts'
import type { Telephony } from '../../../api/telephony/telephony.port.ts'
import { createTwilio } from '../../../api/telephony/twilio/twilio.adapter.ts'
import { claimIn } from '../../../api/telephony/inbox/claim.ts'
import { openTicketsOf } from '../../../api/tickets/tickets.store.ts'
import { findDanger } from '../../../api/triage/danger/danger.rules.ts'
import { normalise } from '../../../api/triage/text.rules.ts'
import { createCarrier } from '../../../scripts/carrier/carrier.ts'
import { hotlineWebhooks } from '../../../scripts/carrier/numbers.ts'
import type { Engine } from '../../../db/db.ts'
import { carrierClient } from '../../scripts/carrier/twilio-client.ts'
import { frameCarrier } from '../../support/quiet-carrier.ts'
import { demandListedEvents } from '../../support/live-events.ts'
import { createTestWorld, testStart } from '../../support/app.ts'
import type { WorldStaff } from '../../support/world.ts'

const accountSid = `AC${'0'.repeat(31)}1`
const apiKeySid = `SK${'0'.repeat(31)}2`
const publicUrl = 'https://hotline.example'

/** One webhook the server got, and what it answered. */
interface Heard {
  path: string
  params: Record<string, string>
  status: number
  body: string
}

interface PhoneEvent {
  type: string
  data: Record<string, unknown>
}

/**
 * The calls feature, its signed webhooks and the practice carrier in one process, on the carrier's virtual clock: what the server
 * asks goes to the carrier through the real adapter, what the carrier tells comes back signed. No port is opened.
 */
export const createCallsRig = async (engine: Engine) => {
  const twilioConfig = {
    accountSid,
    authToken: 'practice-token',
    apiKeySid,
    apiKeySecret: 'practice-secret',
    apiUrl: 'https://carrier.example',
    twimlAppSid: null,
  }
  const parts = await createTestWorld(engine, { publicUrl, twilio: twilioConfig })
  const heard: Heard[] = []
  const server = createFrame({
    ids: parts.deps.ids,
    log: parts.deps.log,
    metrics: createMetrics(),
    carrier: frameCarrier,
  })

  const carrier = createCarrier({
    accountSid,
    authToken: twilioConfig.authToken,
    apiKeySid,
    apiKeySecret: twilioConfig.apiKeySecret,
    clock: 'virtual',
    startAt: testStart,
    seed: 7,
    webhooks: hotlineWebhooks(publicUrl),
    baseUrl: 'https://carrier.example',
    speechMsPerCharacter: 5,
    callsPerSecond: 1000,
    readLagMs: 0,
    patienceMs: 5_000,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url)
      const answer = await server.request(`${publicUrl}${pathname}${search}`, init)
      const body = await answer.clone().text()
      const params = Object.fromEntries(new URLSearchParams(typeof init.body === 'string' ? init.body : ''))
      heard.push({ path: pathname, params, status: answer.status, body })
      return answer
    },
  })
  const clock = { now: () => new Date(carrier.core.clock.now()) }
  const ask = (path: string, init: RequestInit = {}) =>
    Promise.resolve(carrier.app.request(`https://carrier.example${path}`, init))
  const client = carrierClient(twilio, accountSid, twilioConfig.authToken, ask)

  let woken = true
  const wake = {
    outbox: () => {
      woken = true
    },
    live: () => {},
  }
  const deps = { ...parts.deps, clock, wake }
  const outbox = createOutbox(deps)
  let lostAnswers = 0
  const files = createFolderFiles(parts.deps.config.dataDir)
  const adapter = createTwilio(
    { ...deps, metrics: createMetrics() },
    { client, fetch: ({ pathname, search }, init) => ask(`${pathname}${search}`, init) },
  )
  const telephony: Telephony = {
    ...adapter,
    addLeg: async (...asked): Promise<Placed> => {
      const placed = await adapter.addLeg(...asked)
      return lostAnswers-- > 0 ? { unknown: true, message: 'ETIMEDOUT' } : placed
    },
  }
  const phones: (() => Promise<void> | undefined)[] = []
  const texted: string[] = []
  const contacts = {
    ...createFiling(),
    takeTranscript: takeTranscript({
      triage: {
        propose: (text) => ({
          language: 'zh',
          matters: [],
          kind: null,
          urgency: { value: 'normal', why: [] },
          danger: findDanger(normalise(text)).danger,
          place: null,
          unit: null,
          confident: false,
        }),
      },
    }),
  }
  const calls = createCalls({
    ...deps,
    carrier: telephony,
    outbox,
    files,
    claimIn: claimIn(deps),
    calendar: createCalendar(),
    contacts,
    notices: createNotices({
      timeZone: deps.config.timeZone,
      textCitizen: textCitizen({
        ...deps,
        outbox,
        telephony: {
          sendText: (text) => {
            texted.push(text.body)
            return Promise.resolve({ ref: `SM${texted.length}` })
          },
        },
      }),
    }),
    findOrCreateCitizenIn: findOrCreateCitizenIn(deps),
    openTicketsOf,
    followUpTarget: callTarget,
  })
  const jobs = createJobs(callsJobs(calls), deps.log, deps.clock)
  const noTexts = () => Promise.reject(new Error('calls only'))
  server.route('/', telephony.routes({ calls, texts: { receive: noTexts, noteStatus: noTexts } }))

  /** Lets everything happen that is due at this moment: webhooks under way, promised commands, and what follows from them. */
  const settle = async () => {
    for (;;) {
      await carrier.settled()
      await calls.routed()
      if (!woken) return
      woken = false
      await outbox.runDue()
    }
  }
  const control = async (path: string, body?: unknown) => {
    const answer = await ask(path, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await answer.text()
    await settle()
    return { status: answer.status, json: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
  }

  return {
    ...parts,
    deps,
    carrier,
    contacts,
    calls,
    outbox,
    jobs,
    heard,
    settle,
    control,
    clock,
    publicUrl,
    /** Moves time on, in steps small enough that nothing promised waits. */
    pass: async (ms: number, step = 1_000) => {
      await settle()
      for (let left = ms; left > 0; left -= step) {
        await carrier.advance(Math.min(step, left))
        await settle()
      }
      woken = true
      await settle()
    },
    /** A citizen dials a line; answers the carrier's call id. */
    dial: async (from = '+8613800010001', to = '+862155512345', steps: unknown[] = []) => {
      const { json } = await control('/control/calls', { from, to, steps })
      return String(json['sid'])
    },
    say: (sid: string, text: string) => control(`/control/calls/${sid}/say`, { text }),
    press: (sid: string, digits: string) => control(`/control/calls/${sid}/press`, { digits }),
    hangUp: (sid: string) => control(`/control/calls/${sid}/hangup`),
    /** The carrier adds the next agent's leg, but its answer is lost on the way. */
    loseAnswer: () => {
      lostAnswers = 1
    },
    fault: (fault: Record<string, unknown>) => control('/control/faults', fault),
    lines: (sid: string) => (carrier.core.calls.get(sid)?.heard ?? []).map(({ text }) => text),
    /** The call as it is stored, by the carrier's id, when the queue has been looked at. */
    call: async (sid: string) => {
      await calls.routed()
      const found = await findCallByRef(parts.db, sid)
      if (!found) throw new Error('no such call')
      return found
    },
    presence: async (staffId: string) => {
      await calls.routed()
      return (await findPresence(parts.db, staffId))?.state
    },
    alerts: async () => (await parts.db.q.select().from(parts.db.t.liveEvent)).filter(({ topic }) => topic === 'alert'),
    errors: () => carrier.log.lines({ kind: 'error' }).map(({ code, text }) => `${code} ${text}`),
    /** The browser softphone of a member of staff, ready for calls. */
    softphone: async (username: WorldStaff) => {
      const actor = parts.actor(username)
      const { token } = telephony.softphone(actor.id, 36_000)
      const events: PhoneEvent[] = []
      const answer = await ask(`/client/v1/events?token=${token}`)
      const reader = answer.body?.getReader()
      const read = async () => {
        for (;;) {
          const chunk = await reader?.read()
          if (!chunk || chunk.done) return
          for (const block of new TextDecoder().decode(chunk.value).split('\n\n')) {
            const type = /^event: (.*)$/m.exec(block)?.[1]
            const data = /^data: (.*)$/m.exec(block)?.[1]
            if (type !== undefined && data !== undefined)
              events.push({ type, data: JSON.parse(data) as Record<string, unknown> })
          }
        }
      }
      void read()
      phones.push(() => reader?.cancel())
      await calls.setPresence(actor, 'ready')
      await settle()
      const ringing = () => {
        const sid = events.findLast(({ type }) => type === 'incoming')?.data['callSid']
        return typeof sid === 'string' ? sid : ''
      }
      const command = async (name: string, body: Record<string, unknown> = {}, sid = ringing()) => {
        const reply = await ask(`/client/v1/calls/${sid}/${name}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        await settle()
        return reply.status
      }
      return { actor, events, ringing, command, types: () => events.map(({ type }) => type) }
    },
    /** Hangs up whatever is on the line, forgets all calls and signs everybody out; the city and the clock stay. */
    reset: async () => {
      await demandListedEvents(parts.db)
      await ask('/control/faults', { method: 'DELETE' })
      for (const leave of phones.splice(0)) await leave()
      for (const call of carrier.core.calls.values())
        if (call.status !== 'completed') await ask(`/control/calls/${call.sid}/hangup`, { method: 'POST' })
      await settle()
      await carrier.advance(3_000)
      await settle()
      for (const rows of [carrier.core.calls, carrier.core.conferences, carrier.core.queues, carrier.core.recordings])
        rows.clear()
      carrier.log.clear()
      heard.length = 0
      await parts.db.tx(async (tx) => {
        const { t } = tx
        const talks = [t.call, t.callOffer, t.callTurn, t.callback, t.presence, t.recording]
        for (const table of [...talks, t.contact, t.draft, t.message, t.liveEvent, t.outbox, t.inbox])
          await tx.q.delete(table)
      })
    },
    close: async () => {
      carrier.close()
      await calls.routed()
      await parts.close()
    },
  }
}
export type CallsRig = Awaited<ReturnType<typeof createCallsRig>>
