import { z } from 'zod'
import { systemActor } from '../../vocabulary/actor.ts'
import { playScene, tellCall, type Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCallByLeg, lockCall, type Call } from '../call/calls.store.ts'
import { eventTime } from './event-time.rules.ts'
import { insertTurn, turnsOf, type Turn } from '../call/turns.store.ts'

/** What the carrier says was spoken on a leg (Twilio Real-Time Transcription). */
export const TurnEvent = z.object({
  TranscriptionEvent: z.string(),
  TranscriptionSid: z.string().default(''),
  SequenceId: z.string().default(''),
  CallSid: z.string(),
  Track: z.string().default('inbound_track'),
  Final: z.string().default('true'),
  Timestamp: z.string().optional(),
  TranscriptionData: z.string().default(''),
})
export type TurnEvent = z.output<typeof TurnEvent>

const Data = z.object({ transcript: z.string() })

/** The spoken line of an event; null when there is none. NUL cannot be stored and says nothing. */
export const transcriptOf = (event: Pick<TurnEvent, 'TranscriptionData'>): string | null => {
  try {
    const said = Data.parse(JSON.parse(event.TranscriptionData)).transcript.replaceAll('\0', '').trim()
    return said === '' ? null : said
  } catch {
    return null
  }
}

/** Who spoke: what goes into a leg's microphone is its own party, what comes out of it the other. */
const speakerOf = (call: Call, event: TurnEvent): 'citizen' | 'agent' => {
  const own = event.Track !== 'outbound_track'
  return (call.carrierRef === event.CallSid) === own ? 'citizen' : 'agent'
}

/**
 * Keeps what was said in a call and shows it to the agent at once. The citizen's words become the contact's text and, until a person
 * has written in it, the draft's; words that warn of danger alert the agent and the supervisors.
 */
export const takeTurn = (deps: CallsDeps) => {
  const heed = async (scene: Scene, call: Call, turn: Turn) => {
    const { tx, now } = scene
    const text = (await turnsOf(tx, call.id))
      .filter(({ speaker }) => speaker === 'citizen')
      .map((one) => one.text)
      .join('\n')
    const danger = await deps.contacts.takeWords(tx, { contactId: call.contactId, text, last: turn.text, at: now })
    if (!danger) return
    scene.notes.audit.push({
      action: 'call.danger',
      entity: 'call',
      entityId: call.id,
      after: { danger: danger.kind, words: danger.words },
    })
    scene.notes.live.push({
      topic: 'alert',
      type: 'danger',
      entityId: call.id,
      audience: {
        roles: ['supervisor', ...(call.agentId ? [] : ['agent'])],
        staffIds: call.agentId ? [call.agentId] : [],
      },
      payload: { danger: danger.kind, call: danger.call, words: danger.words, callId: call.id },
    })
  }

  return async (event: TurnEvent): Promise<void> => {
    if (event.TranscriptionEvent !== 'transcription-content' || event.Final === 'false') return
    const said = transcriptOf(event)
    if (said === null) return
    await playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      if (
        !(await deps.claimIn(
          tx,
          [`turn:${event.TranscriptionSid}:${event.SequenceId}:${event.CallSid}`],
          'voice.turns',
        ))
      )
        return
      const found = await findCallByLeg(tx, event.CallSid)
      const call = found && (await lockCall(tx, found.id))
      if (!call) return
      const turn: Turn = {
        id: deps.ids.next('turn'),
        callId: call.id,
        speaker: speakerOf(call, event),
        text: said,
        at: eventTime(event.Timestamp, now),
      }
      await insertTurn(tx, turn)
      tellCall(scene, call, 'turn', {
        turnId: turn.id,
        speaker: turn.speaker,
        text: turn.text,
        at: turn.at.toISOString(),
      })
      if (turn.speaker === 'citizen') await heed(scene, call, turn)
    })
  }
}
