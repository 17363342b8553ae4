import { z } from 'zod'
import { defineEffect } from '../../platform/effect.ts'
import { systemActor } from '../../vocabulary/actor.ts'
import type { Outcome } from '../../platform/outbox.types.ts'
import { record, type LiveNote } from '../../audit/record.ts'
import { deskNotices } from '../../notices/desk.notices.ts'
import { deskNote } from '../../notices/desk-note.ts'
import type { CallsDeps } from '../calls.ports.ts'
import { findCall } from '../call/calls.store.ts'
import { findRecording, saveCopy, type Recording } from './recordings.store.ts'

const actor = systemActor('recordings')

/** After so many tries the carrier's file is given up. */
const lastAttempt = 6

/** Fetches a finished recording into our own keeping. */
const copyEffect = defineEffect('recording.copy', { recordingId: z.string() }, { repeatable: true })

/** Deletes at the carrier what is in our keeping. */
const eraseEffect = defineEffect('recording.erase', { recordingId: z.string() }, { repeatable: true })

/** The promise to fetch a finished recording; once, however often the carrier says that it is finished. */
export const copyNote = (recordingId: string) => copyEffect.promise(`recording.copy:${recordingId}`, { recordingId })

/** Whether bytes are MP3: an ID3 tag, or the sync word of a frame. The carrier's header is not believed. */
const isMp3 = (bytes: Uint8Array) =>
  (bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33) ||
  (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)

/**
 * A finished recording comes into the city's own keeping: fetched, stored by its content, and only then deleted at the carrier, where
 * nobody of ours decides how long it stays. One that cannot be had is an incident: supervisors are told.
 */
export const recordingEffects = (deps: CallsDeps) => {
  const { carrier, db, outbox } = deps

  const agentOf = async ({ callId }: Recording) => (await findCall(db, callId))?.agentId ?? null

  const lose = async (recording: Recording, error: string): Promise<Outcome> => {
    const agentId = await agentOf(recording)
    const note = deskNote(deskNotices.recordingLost, recording.callId, { recordingId: recording.id, agentId })
    await db.tx((tx) =>
      record(tx, deps, actor, {
        audit: [
          {
            action: 'recording.lost',
            entity: 'recording',
            entityId: recording.id,
            after: { callId: recording.callId, error },
          },
        ],
        live: [note],
      }),
    )
    return { state: 'failed', error }
  }

  outbox.on(copyEffect, async ({ recordingId }, job) => {
    const recording = await findRecording(db, recordingId)
    if (!recording || recording.sha256 !== null) return { state: 'done' }
    const fetched = await carrier.fetchRecording(recording.carrierRef)
    if ('later' in fetched)
      return job.attempts >= lastAttempt ? lose(recording, fetched.message) : { state: 'retry', error: fetched.message }
    if ('refused' in fetched) return lose(recording, fetched.refused)
    if (!isMp3(fetched.bytes)) return lose(recording, 'no MP3')
    const sha256 = await deps.files.put(fetched.bytes)
    const agentId = await agentOf(recording)
    const note: LiveNote = {
      topic: 'call',
      type: 'recordingStored',
      entityId: recording.callId,
      audience: { roles: ['supervisor'], staffIds: agentId === null ? [] : [agentId] },
      payload: { recordingId },
    }
    await db.tx(async (tx) => {
      if (!(await saveCopy(tx, recording.id, { sha256, size: fetched.bytes.length }))) return
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'recording.stored',
            entity: 'recording',
            entityId: recording.id,
            after: { callId: recording.callId, sha256, size: fetched.bytes.length },
          },
        ],
        live: [note],
        outbox: [eraseEffect.promise(`recording.erase:${recording.id}`, { recordingId: recording.id })],
      })
    })
    return { state: 'done' }
  })

  outbox.on(eraseEffect, async ({ recordingId }) => {
    const recording = await findRecording(db, recordingId)
    if (!recording || recording.sha256 === null) return { state: 'done' }
    const placed = await carrier.deleteRecording(recording.carrierRef)
    // Deleting twice does no harm: what is gone is gone.
    if ('ref' in placed || ('refused' in placed && placed.refused === 'gone')) return { state: 'done' }
    if ('refused' in placed) return { state: 'failed', error: `${placed.code} ${placed.message}` }
    return { state: 'retry', error: placed.message }
  })
}
