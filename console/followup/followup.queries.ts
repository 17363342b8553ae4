import { queryOptions } from '@tanstack/solid-query'
import { readFollowUp, readFollowUps, type FollowUpView } from './followup.api.ts'

export const followUpList = (view: FollowUpView) => ({
  key: ['followUp', 'list', view],
  read: (after: string | undefined, signal: AbortSignal) => readFollowUps(view, after, signal),
})
export const followUpQuery = (id: string) =>
  queryOptions({ queryKey: ['followUp', 'one', id], queryFn: ({ signal }) => readFollowUp(id, signal) })
