import { queryOptions } from '@tanstack/solid-query'
import { readRecordings, readTranscript } from './recordings.api.ts'

/** The recordings of a ticket's calls. */
export const recordingsQuery = (ticketId: string) =>
  queryOptions({ queryKey: ['call', 'recordings', ticketId], queryFn: () => readRecordings(ticketId) })

/** What was said in a ticket's calls. */
export const transcriptQuery = (ticketId: string) =>
  queryOptions({ queryKey: ['call', 'transcript', ticketId], queryFn: () => readTranscript(ticketId) })
