import { callParams } from '../calls/call.events.ts'
import type { Timer } from '../core/clock.ts'
import { report } from '../core/report.ts'
import { hear } from '../calls/hear.ts'
import { startTranscription, stopTranscription } from '../calls/transcription.ts'
import type { Recording } from '../recordings/recording.models.ts'
import {
  isFinal,
  keepWords,
  mediaUrl,
  recordedMs,
  startRecording,
  stopRecording,
} from '../recordings/recording.machine.ts'
import type { Element } from './parse.ts'
import type { Next, Running } from './running.ts'
import { actionOf, count, DocumentFault, flag, goOn, listOf, targetOf } from './running.ts'

const transcribe = (running: Running, element: Element, recording: Recording): void => {
  const target = targetOf(running, element.attributes['transcribeCallback'], 'POST')
  if (target === null) return
  const { core, call } = running
  core.clock.after(4000, () => {
    const sid = core.random.sid('TR')
    report(core, call.sid, target, {
      ...callParams(core, call),
      TranscriptionSid: sid,
      TranscriptionText: recording.text.join(' '),
      TranscriptionStatus: recording.text.length > 0 ? 'completed' : 'failed',
      TranscriptionUrl: mediaUrl(core, recording)
        .replace('/Recordings/', '/Transcriptions/')
        .replace(recording.sid, sid),
      RecordingSid: recording.sid,
      RecordingUrl: mediaUrl(core, recording),
    })
  })
}

/** `<Record>`: a voicemail. Ends by silence, a key, the maximum length or the caller leaving; `action` is asked in each case. */
export const record = async (running: Running, element: Element): Promise<Next> => {
  const { core, call, scope } = running
  const { attributes } = element
  const source = actionOf(running, element, true)
  if (flag(attributes['playBeep'], true)) hear(core, call, { kind: 'tone', text: 'beep' })
  const recording = startRecording(core, call, {
    source: 'RecordVerb',
    conferenceSid: null,
    channels: 1,
    track: 'both',
    target: targetOf(running, attributes['recordingStatusCallback'], attributes['recordingStatusCallbackMethod']),
    events: listOf(attributes['recordingStatusCallbackEvent'], ['completed']),
    trim: attributes['trim'] !== 'do-not-trim',
  })
  const finish = attributes['finishOnKey'] ?? '1234567890*#'
  const silenceMs = count(attributes['timeout'], 5) * 1000
  // The documents promise these three and no id of the recording; now and then not even its address arrives.
  const params = (digits: string): Record<string, string> => ({
    ...(core.faults.take('bare-voicemail', recording.sid) === null ? { RecordingUrl: mediaUrl(core, recording) } : {}),
    RecordingDuration: String(Math.round(recordedMs(core, recording) / 1000)),
    Digits: digits,
  })
  const close = (): void => {
    call.listener = null
    if (!isFinal(recording)) stopRecording(core, recording)
    if (flag(attributes['transcribe'], false) || attributes['transcribeCallback'] !== undefined)
      transcribe(running, element, recording)
  }
  const key = await scope.wait<string>((done) => {
    let silence: Timer = core.clock.after(silenceMs, () => finished(''))
    const longest = core.clock.after(count(attributes['maxLength'], 3600) * 1000, () => finished(''))
    const stopTimers = (): void => {
      silence.cancel()
      longest.cancel()
    }
    const finished = (digit: string): void => {
      stopTimers()
      close()
      done(digit)
    }
    call.listener = {
      digit: (digit) => {
        if (finish.includes(digit)) finished(digit)
      },
      speech: (text) => {
        silence.cancel()
        silence = core.clock.after(silenceMs, () => finished(''))
        keepWords(core, recording.sid, text)
      },
    }
    return (why) => {
      stopTimers()
      close()
      // The caller left: the action is told, its document goes nowhere.
      if (why === 'hangup' && source !== null && source.url !== null)
        report(
          core,
          call.sid,
          { url: source.url, method: source.method },
          { ...callParams(core, call), ...params('hangup') },
        )
    }
  })
  return source === null ? goOn : { to: 'document', source, params: params(key) }
}

const transcription = (running: Running, { attributes }: Element): void => {
  const target = targetOf(running, attributes['statusCallbackUrl'], attributes['statusCallbackMethod'])
  if (target === null) return
  startTranscription(running.core, running.call, {
    target,
    name: attributes['name'] ?? null,
    track: attributes['track'] ?? null,
    language: attributes['languageCode'] ?? null,
    engine: attributes['transcriptionEngine'] ?? null,
    model: attributes['speechModel'] ?? null,
    inboundLabel: attributes['inboundTrackLabel'] ?? null,
    outboundLabel: attributes['outboundTrackLabel'] ?? null,
  })
}

/** `<Start>`: begins a recording or a live transcription of this leg and goes on at once. */
export const start = (running: Running, element: Element): Promise<Next> => {
  const { core, call } = running
  for (const noun of element.children) {
    const { attributes } = noun
    if (noun.name === 'Transcription') transcription(running, noun)
    else
      startRecording(core, call, {
        source: 'StartCallRecordingAPI',
        conferenceSid: null,
        channels: attributes['channels'] === 'mono' ? 1 : 2,
        track: attributes['track'] === 'inbound' ? 'inbound' : attributes['track'] === 'outbound' ? 'outbound' : 'both',
        target: targetOf(running, attributes['recordingStatusCallback'], attributes['recordingStatusCallbackMethod']),
        events: listOf(attributes['recordingStatusCallbackEvent'], ['completed']),
        trim: attributes['trim'] !== 'do-not-trim',
      })
  }
  return Promise.resolve(goOn)
}

/** `<Stop>`: ends the recordings, or the transcription of the given name. */
export const stop = (running: Running, element: Element): Promise<Next> => {
  const { core, call } = running
  for (const noun of element.children) {
    if (noun.name === 'Recording') {
      for (const one of core.recordings.values())
        if (one.callSid === call.sid && !isFinal(one)) stopRecording(core, one)
      continue
    }
    const name = noun.attributes['name']
    if (!stopTranscription(core, call, (one) => one.name === (name ?? null)))
      throw new DocumentFault(12200, `<Stop>: no transcription is called "${name ?? ''}"`)
  }
  return Promise.resolve(goOn)
}
