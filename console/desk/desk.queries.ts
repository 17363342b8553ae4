import { queryOptions } from '@tanstack/solid-query'
import {
  readAlike,
  readAreas,
  readArrivals,
  readCallbacks,
  readCounts,
  readMatters,
  readResponsible,
  readTicket,
} from './desk.api.ts'

const hour = 3_600_000

/** The catalogue; it changes seldom, so it is kept for an hour. */
export const mattersQuery = () => queryOptions({ queryKey: ['matter', 'list'], queryFn: readMatters, staleTime: hour })
/** Districts and streets, kept for an hour. */
export const areasQuery = () =>
  queryOptions({ queryKey: ['unit', 'list', 'areas'], queryFn: readAreas, staleTime: hour })
/** Which units answer for a matter in an area. */
export const responsibleQuery = (asked: {
  code: string
  districtId: string | undefined
  streetId: string | undefined
}) =>
  queryOptions({
    queryKey: ['matter', 'responsible', asked],
    queryFn: () => readResponsible(asked.code, asked.districtId, asked.streetId),
    staleTime: hour,
  })
/** Open tickets that are about the same. */
export const alikeQuery = (asked: Parameters<typeof readAlike>[0]) =>
  queryOptions({ queryKey: ['ticket', 'list', 'alike', asked], queryFn: () => readAlike(asked) })

/** Who is to be rung back. */
export const callbacksQuery = () => queryOptions({ queryKey: ['callback', 'list'], queryFn: readCallbacks })
/** Tickets that came in by text or web. */
export const arrivalsQuery = () => queryOptions({ queryKey: ['ticket', 'list', 'arrivals'], queryFn: readArrivals })
/** How much waits in each view. */
export const countsQuery = () => queryOptions({ queryKey: ['ticket', 'summary', 'counts'], queryFn: readCounts })
/** One ticket. */
export const ticketQuery = (id: string) =>
  queryOptions({ queryKey: ['ticket', 'one', id], queryFn: () => readTicket(id) })
