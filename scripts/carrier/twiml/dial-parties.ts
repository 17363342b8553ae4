import { bridge } from '../calls/bridge.ts'
import { answerCall, createCall, endCall } from '../calls/call.machine.ts'
import type { Call, CallEvent } from '../calls/call.models.ts'
import { farEnd, isLive } from '../calls/call.models.ts'
import { hear } from '../calls/hear.ts'
import { ring } from '../calls/ring.ts'
import { Interrupted, createScope } from '../core/scope.ts'
import { seconds } from '../core/times.ts'
import { startRecording } from '../recordings/recording.machine.ts'
import type { Element } from './parse.ts'
import type { Running } from './running.ts'
import { addressIn, count, DocumentFault, flag, listOf, targetOf } from './running.ts'

export type Dialled = { status: string; sid: string | null; duration: number; bridged: boolean }

const callEvents: readonly CallEvent[] = ['initiated', 'ringing', 'answered', 'completed']

const nameOf = (noun: Element): string => {
  const identity = noun.children.find((child) => child.name === 'Identity')
  return (identity ?? noun).text.trim()
}

const addressOf = (noun: Element): string => {
  if (noun.name === 'Client') return `client:${nameOf(noun)}`
  const number = nameOf(noun)
  if (!/^\+[1-9]\d{4,14}$/.test(number)) throw new DocumentFault(13223, `Dial: invalid phone number format "${number}"`)
  return number
}

const place = (running: Running, dial: Element, noun: Element): Call => {
  const { core, call } = running
  const target = targetOf(running, noun.attributes['statusCallback'], noun.attributes['statusCallbackMethod'])
  const events = listOf(noun.attributes['statusCallbackEvent'], ['completed'])
  const leg = createCall(core, {
    from:
      dial.attributes['callerId'] ??
      (noun.name === 'Client' ? farEnd(call) : call.direction === 'inbound' ? call.from : call.to),
    to: addressOf(noun),
    direction: 'outbound-dial',
    status: 'queued',
    parentCallSid: call.sid,
    timeoutSeconds: count(dial.attributes['timeout'], 30),
    watch: target === null ? null : { target, events: new Set(callEvents.filter((event) => events.has(event))) },
  })
  const params = Object.fromEntries(
    noun.children
      .filter((child) => child.name === 'Parameter')
      .map((child) => [child.attributes['name'] ?? '', child.attributes['value'] ?? '']),
  )
  ring(core, leg, params)
  return leg
}

const whisper = async (running: Running, leg: Call, noun: Element): Promise<void> => {
  const { core } = running
  const url = noun.attributes['url']
  if (url === undefined) return
  const scope = createScope(core.clock)
  leg.program = scope
  const method = noun.attributes['method'] === 'GET' ? 'GET' : 'POST'
  const end = await core.perform(leg, scope, { url: addressIn(running, url), method }, { use: 'whisper' })
  leg.program = null
  if (end === 'hangup' || end === 'failed') endCall(core, leg, 'completed')
}

const talk = (running: Running, dial: Element, leg: Call): Promise<Dialled> => {
  const { core, call, scope } = running
  const began = core.clock.now()
  const record = dial.attributes['record'] ?? 'do-not-record'
  if (record !== 'do-not-record')
    startRecording(core, call, {
      source: 'DialVerb',
      conferenceSid: null,
      channels: record.endsWith('dual') ? 2 : 1,
      track: 'both',
      target: targetOf(
        running,
        dial.attributes['recordingStatusCallback'],
        dial.attributes['recordingStatusCallbackMethod'],
      ),
      events: listOf(dial.attributes['recordingStatusCallbackEvent'], ['completed']),
      trim: dial.attributes['trim'] !== 'do-not-trim',
    })
  return scope.wait<Dialled>((done) => {
    const finish = (): void => {
      limit.cancel()
      call.listener = null
      if (isLive(leg)) endCall(core, leg, 'completed')
      done({ status: 'completed', sid: leg.sid, duration: seconds(began, core.clock.now()), bridged: true })
    }
    const limit = core.clock.after(count(dial.attributes['timeLimit'], 14_400) * 1000, () => leg.seat?.leave('done'))
    bridge(core, call, leg, finish)
    if (flag(dial.attributes['hangupOnStar'], false))
      call.listener = {
        digit: (digit) => (digit === '*' ? leg.seat?.leave('done') : undefined),
        speech: () => undefined,
      }
    return () => call.seat?.leave('hangup')
  })
}

/** `<Dial>` to telephones and browser clients: all ring at once (or in turn), the first to answer wins, the others are cancelled. */
export const dialParties = async (running: Running, dial: Element, nouns: readonly Element[]): Promise<Dialled> => {
  const { core, call, scope } = running
  const ringGroup = (group: readonly Element[]): Promise<{ leg: Call; noun: Element } | Call | null> =>
    scope.wait((done) => {
      const legs = group.map((noun) => ({ noun, leg: place(running, dial, noun) }))
      let open = legs.length
      for (const { leg, noun } of legs) {
        leg.onAnswer.add(() => {
          for (const other of legs) if (other.leg !== leg && isLive(other.leg)) endCall(core, other.leg, 'canceled')
          done({ leg, noun })
        })
        leg.onEnd.add(() => {
          open -= 1
          if (open === 0) done(leg)
        })
      }
      if (call.answeredAt !== null) hear(core, call, { kind: 'tone', text: 'ringback' })
      return () => {
        for (const { leg } of legs) if (isLive(leg)) endCall(core, leg, 'canceled')
      }
    })
  const groups = flag(dial.attributes['sequential'], false) ? nouns.map((noun) => [noun]) : [nouns]
  let last: Dialled = { status: 'failed', sid: null, duration: 0, bridged: false }
  for (const group of groups) {
    const got = await ringGroup(group)
    if (got === null) continue
    if (!('leg' in got)) {
      last = { status: got.status, sid: got.sid, duration: 0, bridged: false }
      continue
    }
    await scope.during(
      whisper(running, got.leg, got.noun).catch((problem: unknown) => {
        if (!(problem instanceof Interrupted)) throw problem
      }),
    )
    if (!isLive(got.leg)) return { status: 'no-answer', sid: got.leg.sid, duration: 0, bridged: false }
    answerCall(core, call)
    return talk(running, dial, got.leg)
  }
  return last
}
