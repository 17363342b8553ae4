import { queryOptions } from '@tanstack/solid-query'
import { readRecordings } from './recordings.api.ts'

/** The recordings of a ticket's calls. */
export const recordingsQuery = (ticketId: string) =>
  queryOptions({ queryKey: ['call', 'recordings', ticketId], queryFn: () => readRecordings(ticketId) })
