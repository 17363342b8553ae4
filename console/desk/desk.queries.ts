import { queryOptions } from '@tanstack/solid-query'
import {
  readAlike,
  readAreas,
  readArrivals,
  readCallbacks,
  readCitizen,
  readCitizenContacts,
  readCitizenTickets,
  readCounts,
  readDraft,
  readDrafts,
  readMatters,
  readResponsible,
  readTicket,
} from './desk.api.ts'

const hour = 3_600_000

export const mattersQuery = () => queryOptions({ queryKey: ['matter', 'list'], queryFn: readMatters, staleTime: hour })
export const areasQuery = () =>
  queryOptions({ queryKey: ['unit', 'list', 'areas'], queryFn: readAreas, staleTime: hour })
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
export const alikeQuery = (asked: Parameters<typeof readAlike>[0]) =>
  queryOptions({ queryKey: ['ticket', 'list', 'alike', asked], queryFn: () => readAlike(asked) })

/** A draft is the form's own: it is read once and then written, never refreshed under the hands. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', 'one', id],
    queryFn: () => readDraft(id),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
export const draftsQuery = () => queryOptions({ queryKey: ['draft', 'list'], queryFn: readDrafts, staleTime: 5000 })

export const citizenQuery = (id: string) =>
  queryOptions({ queryKey: ['citizen', 'one', id], queryFn: () => readCitizen(id) })
export const citizenTicketsQuery = (id: string) =>
  queryOptions({ queryKey: ['ticket', 'list', 'citizen', id], queryFn: () => readCitizenTickets(id) })
export const citizenContactsQuery = (id: string) =>
  queryOptions({ queryKey: ['message', 'list', 'contacts', id], queryFn: () => readCitizenContacts(id) })

export const callbacksQuery = () => queryOptions({ queryKey: ['callback', 'list'], queryFn: readCallbacks })
export const arrivalsQuery = () => queryOptions({ queryKey: ['ticket', 'list', 'arrivals'], queryFn: readArrivals })
export const countsQuery = () => queryOptions({ queryKey: ['ticket', 'summary', 'counts'], queryFn: readCounts })
export const ticketQuery = (id: string) =>
  queryOptions({ queryKey: ['ticket', 'one', id], queryFn: () => readTicket(id) })
