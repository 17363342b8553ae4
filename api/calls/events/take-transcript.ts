import type { CallNews } from '../../telephony/call-events.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { callNow, playScene, tellInCall, type Scene } from '../call/call.scene.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { lockCall, type Call } from '../call/calls.store.ts'
import { findCallByLeg } from '../call/find-by-carrier.ts'
import { eventTime } from './event-time.rules.ts'
import { insertTranscriptLine, transcriptOf, type TranscriptLine } from '../call/transcript.store.ts'

type Said = Extract<CallNews, { kind: 'said' }>

/**
 * Whether an agent speaks aside: what is said while the own leg is muted or the citizen is held is not meant for the citizen, and is not kept. (The
 * carrier hears the microphone all the same.)
 */
const isAside = (call: Call, { leg }: Said) =>
  leg === call.agentLegRef && leg !== call.carrierRef && (call.muted || call.state === 'held')

/** How long two lines of one speaker may lie apart and still be one sentence, ms: the agent may have asked between them. */
const sentenceMs = 30_000
const isJustBefore = (one: Date, other: Date) => one <= other && other.getTime() - one.getTime() <= sentenceMs

/**
 * Keeps what was said in a call and shows it to the agent at once. The citizen's words become the contact's text and, until a person
 * has written in it, the draft's; words that warn of danger alert the agent and the supervisors.
 */
export const takeTranscript = (deps: CallsDeps) => {
  const heed = async (scene: Scene, call: Call, line: TranscriptLine) => {
    const { tx, now } = scene
    const told = (await transcriptOf(tx, call.id)).filter(({ speaker }) => speaker === 'citizen')
    const lately = told.filter(({ id, at }) => id !== line.id && isJustBefore(at, line.at))
    const danger = await deps.contacts.takeTranscript(tx, {
      contactId: call.contactId,
      text: told.map((one) => one.text).join('\n'),
      lately: [...lately, line].map((one) => one.text),
      at: now,
    })
    if (!danger) return
    scene.notes.audit.push({
      action: 'call.danger',
      entity: 'call',
      entityId: call.id,
      after: { danger: danger.kind, words: danger.words },
    })
    scene.notes.live.push(
      deskNote(deskNotices.dangerInCall, call.id, {
        callId: call.id,
        agentId: call.agentId,
        danger: danger.kind,
        call: danger.call,
        words: danger.words,
        citizenId: call.citizenId,
      }),
    )
  }

  return async (said: Said): Promise<void> => {
    await playScene(deps)(systemActor('calls'), async (scene) => {
      const { tx, now } = scene
      const found = await findCallByLeg(tx, said.leg)
      const call = found && (await lockCall(tx, found.id))
      if (!call || !(await deps.claimIn(tx, [said.key], 'voice.turns'))) return
      if (isAside(call, said)) return
      const line: TranscriptLine = {
        id: deps.ids.next('turn'),
        callId: call.id,
        speaker: call.carrierRef === said.leg ? 'citizen' : 'agent',
        text: said.text,
        at: eventTime(said.at, now),
      }
      await insertTranscriptLine(tx, line)
      const { id: turnId, speaker, text } = line
      tellInCall(scene, call, {
        type: 'turn',
        payload: { ...callNow(call), turnId, speaker, text, at: line.at.toISOString() },
      })
      if (line.speaker === 'citizen') await heed(scene, call, line)
    })
  }
}
