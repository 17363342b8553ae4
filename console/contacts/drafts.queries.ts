import { queryOptions } from '@tanstack/solid-query'
import { readDraft, readDrafts } from './drafts.api.ts'

/** A draft is the form's own: it is read once and then written, never refreshed under the hands. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', 'one', id],
    queryFn: () => readDraft(id),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  })
/** One's own forms that are not filed yet. */
export const draftsQuery = () => queryOptions({ queryKey: ['draft', 'list'], queryFn: readDrafts, staleTime: 5000 })
