import { queryOptions } from '@tanstack/solid-query'
import { readFollowUp, readFollowUpCounts, readFollowUps, type FollowUpView } from './followup.api.ts'

/** The pages of a view. */
export const followUpList = (view: FollowUpView) => ({
  key: ['followUp', 'list', view],
  read: (after: string | undefined, signal: AbortSignal) => readFollowUps(view, after, signal),
})
/** The numbers beside the views; live events of follow-ups make them stale, what is cancelled with its ticket is seen within a minute. */
export const followUpCountsQuery = () =>
  queryOptions({
    queryKey: ['followUp', 'summary', 'counts'],
    queryFn: ({ signal }) => readFollowUpCounts(signal),
    refetchInterval: 60_000,
    throwOnError: false,
  })
/** One round. */
export const followUpQuery = (id: string) =>
  queryOptions({ queryKey: ['followUp', 'one', id], queryFn: ({ signal }) => readFollowUp(id, signal) })
