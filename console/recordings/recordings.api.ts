import { hc, parseResponse } from 'hono/client'
import type { RecordingsRoutes } from '../../api/calls/recordings/recordings.routes.ts'
import { http } from '../shared/http.ts'

const recordings = hc<RecordingsRoutes>('/api/recordings', { fetch: http })

/** Recordings of a ticket's calls, oldest first. */
export const readRecordings = async (ticket: string) =>
  (await parseResponse(recordings.index.$get({ query: { ticket } }))).items

/** What was said in a ticket's calls, written down, oldest first. */
export const readTranscript = async (ticket: string) =>
  (await parseResponse(recordings.transcript.$get({ query: { ticket } }))).items

/** The sound itself; the server writes down who fetched it. */
export const fetchSound = async (id: string): Promise<Blob> => (await http(`/api/recordings/${id}/sound`)).blob()
