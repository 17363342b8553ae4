import { queryOptions } from '@tanstack/solid-query'
import { readAgents, readBoard, readCall } from './softphone.api.ts'

/** Stale by call events through its key, by queue and presence events through the softphone, which listens to both. */
export const boardQuery = () =>
  queryOptions({ queryKey: ['call', 'summary', 'board'], queryFn: readBoard, staleTime: 5000 })

/** One call. */
export const callQuery = (id: string) => queryOptions({ queryKey: ['call', 'one', id], queryFn: () => readCall(id) })

/** Who is signed in to calls; read when a transfer is considered. */
export const agentsQuery = () =>
  queryOptions({ queryKey: ['presence', 'list', 'agents'], queryFn: readAgents, staleTime: 2000 })
