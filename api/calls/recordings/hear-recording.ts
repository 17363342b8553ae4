import { callProblem } from '../calls.errors.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import { record } from '../../audit/record.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { TranscriptLine } from '../call/transcript.store.ts'
import { findRecordingFor, recordingsOfTicket, transcriptOfTicket, type Recording } from './recordings.store.ts'

/** The recordings of a ticket's calls that are in our keeping. Throws `auth.forbidden`. */
export const recordingsOfOneTicket =
  (deps: Pick<CallsDeps, 'db'>) =>
  async (actor: StaffActor, ticketId: string): Promise<Recording[]> => {
    demand(actor, 'recording.hear')
    return recordingsOfTicket(deps.db, actor, ticketId)
  }

/** What was said in a ticket's calls, as it was written down, oldest first. Throws `auth.forbidden`. */
export const transcriptOfOneTicket =
  (deps: Pick<CallsDeps, 'db'>) =>
  async (actor: StaffActor, ticketId: string): Promise<TranscriptLine[]> => {
    demand(actor, 'recording.hear')
    return transcriptOfTicket(deps.db, actor, ticketId)
  }

/**
 * The sound of a recording, MP3. Who listened is written down before the first byte goes out.
 * Throws `auth.forbidden`, `recording.not-found`, `recording.not-ready`, `files.away`.
 */
export const hearRecording =
  (deps: CallsDeps) =>
  async (actor: StaffActor, id: string): Promise<Buffer<ArrayBuffer>> => {
    demand(actor, 'recording.hear')
    const recording = await findRecordingFor(deps.db, actor, id)
    if (!recording) throw callProblem('recording.not-found')
    const bytes = recording.sha256 === null ? null : await deps.files.get(recording.sha256)
    if (!bytes) throw callProblem('recording.not-ready')
    await deps.db.tx((tx) =>
      record(tx, deps, actor, {
        audit: [{ action: 'recording.heard', entity: 'recording', entityId: id, after: { callId: recording.callId } }],
      }),
    )
    return bytes
  }
