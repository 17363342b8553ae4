import { z } from 'zod'
import { recordingStates } from '../../vocabulary/call.ts'
import { defineEffect } from '../../platform/effect.ts'
import type { Outcome } from '../../platform/outbox.types.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import { record } from '../../audit/record.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import { playScene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { noteConference } from '../queue/note-conference.ts'
import { keepRecording, type RecordingNews } from './keep-recording.ts'

const actor = systemActor('recordings')

/** So often our own news of the room may still be on its way; then only the carrier can say whose recording it is. */
const ownTries = 2
/** After so many tries a carrier that does not answer is given up. */
const lastAttempt = 5

/** Finds the call of a finished recording whose room or leg was not known when it was told. */
const placeEffect = defineEffect(
  'recording.place',
  {
    key: z.string(),
    at: z.iso.datetime().nullable(),
    ref: z.string(),
    state: z.enum(recordingStates),
    seconds: z.number().nullable(),
    url: z.string(),
    voicemail: z.boolean(),
    leg: z.string(),
    roomRef: z.string().nullable(),
  },
  { repeatable: true },
)

/** The promise to find the call of a recording; once per recording and state. */
export const placeNote = ({ key, at, ref, state, seconds, url, voicemail, leg, roomRef }: RecordingNews) =>
  placeEffect.promise(`recording.place:${key}`, {
    key,
    ref,
    state,
    seconds,
    url,
    voicemail,
    leg,
    roomRef,
    at: at?.toISOString() ?? null,
  })

/**
 * Places recordings that came without a known call: the carrier is asked which room of ours it was. What belongs to none is an incident that
 * supervisors and administrators are told of; the recording stays at the carrier.
 */
export const placeEffects = (deps: CallsDeps) => {
  const keep = (news: RecordingNews, room: string | null) =>
    playScene(deps)(actor, async (scene) => {
      if (room !== null && news.roomRef !== null) await noteConference(scene.tx, room, news.roomRef)
      return keepRecording(deps)(scene, news)
    })

  const giveUp = async (news: RecordingNews, error: string): Promise<Outcome> => {
    const { ref, state, roomRef, leg } = news
    await deps.db.tx((tx) =>
      record(tx, deps, actor, {
        audit: [
          { action: 'recording.unplaced', entity: 'recording', entityId: ref, after: { state, roomRef, leg, error } },
        ],
        live: [deskNote(deskNotices.recordingUnplaced, ref, { state })],
      }),
    )
    deps.log.error({ recording: ref, state, room: roomRef, leg, error }, 'a recording belongs to no known call')
    return { state: 'failed', error }
  }

  deps.outbox.on(placeEffect, async ({ at, ...told }, { attempts }) => {
    const news: RecordingNews = { ...told, kind: 'recordingChanged', at: at === null ? null : new Date(at) }
    if (await keep(news, null)) return { state: 'done' }
    if (news.roomRef !== null) {
      const asked = await deps.carrier.roomOf(news.roomRef)
      if ('unknown' in asked)
        return attempts >= lastAttempt ? giveUp(news, asked.message) : { state: 'retry', error: asked.message }
      if (asked.room !== null && (await keep(news, asked.room))) return { state: 'done' }
    }
    return attempts < ownTries ? { state: 'retry', error: 'no call yet' } : giveUp(news, 'no call')
  })
}
