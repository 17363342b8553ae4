import { keepPreviousData, queryOptions } from '@tanstack/solid-query'
import { readStaff, readUnits, type StaffQuestion, type UnitQuestion } from './directory.api.ts'

/** People while one types: what was found before stays until the next answer. */
export const staffQuery = (question: StaffQuestion) =>
  queryOptions({
    queryKey: ['staff', 'list', question],
    queryFn: ({ signal }) => readStaff(question, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** Units while one types: what was found before stays until the next answer. */
export const unitSearchQuery = (question: UnitQuestion) =>
  queryOptions({
    queryKey: ['unit', 'list', 'search', question],
    queryFn: ({ signal }) => readUnits(question, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
