import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import { keepPreviousData, queryOptions } from '@tanstack/solid-query'
import {
  planDispatches,
  readAlikeTo,
  readCounts,
  readExtensions,
  readMatters,
  readReturns,
  readTicket,
  readTickets,
  readTimeline,
  readUnits,
  type PlanQuestion,
  type TicketListQuery,
} from './tickets.api.ts'

const minute = 60_000

/** One ticket; read again each minute, because what is left of its limit is the server's word. */
export const ticketQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket', 'one', id, 'page'],
    queryFn: async ({ client, queryKey, signal }): Promise<TicketDto> => {
      const read = await readTicket(id, signal)
      // An answer that was on its way while the reader acted is older than what the act answered.
      const held = client.getQueryData<TicketDto>(queryKey)
      return held && held.version > read.version ? held : read
    },
    refetchInterval: minute,
  })

/** What look-alikes of a ticket are found by. */
type FoundBy = Pick<TicketDto, 'id' | 'state' | 'matter' | 'district' | 'street' | 'place'>

/**
 * What a ticket might be merged with, asked where it is shown. By what they are found by: no act on the ticket that leaves these as they are has
 * them searched for again.
 */
export const alikeQuery = ({ id, matter, district, street, place }: FoundBy, enabled: boolean) =>
  queryOptions({
    queryKey: ['ticket', 'alike', id, matter?.code, district?.id, street?.id, place],
    queryFn: async ({ signal }) => (await readAlikeTo(id, signal)).items.map((one) => ({ ...one, id: one.ticket.id })),
    refetchInterval: minute,
    staleTime: minute,
    throwOnError: false,
    enabled,
  })

/** The pages of a list, for `createKeysetQuery`. */
export const ticketList = (query: TicketListQuery) => ({
  key: ['ticket', 'list', query],
  read: (after: string | undefined, signal: AbortSignal) => readTickets(query, after, signal),
})
export const timelineList = (id: string) => ({
  key: ['ticket', 'one', id, 'timeline'],
  read: (after: string | undefined, signal: AbortSignal) => readTimeline(id, after, signal),
})
export const returnsList = () => ({
  key: ['ticket', 'list', 'returns'],
  read: (after: string | undefined, signal: AbortSignal) => readReturns(after, signal),
})
export const extensionsList = () => ({
  key: ['ticket', 'list', 'extensions'],
  read: (after: string | undefined, signal: AbortSignal) => readExtensions(after, signal),
})

export const countsQuery = () =>
  queryOptions({
    queryKey: ['ticket', 'summary', 'counts'],
    queryFn: ({ signal }) => readCounts(signal),
    refetchInterval: minute,
    throwOnError: false,
  })

/** What dispatching would do now; stays on screen while a changed question is on its way. */
export const planQuery = (asked: PlanQuestion, enabled = true) =>
  queryOptions({
    queryKey: ['ticket', 'one', asked.ticketId, 'plan', asked],
    queryFn: async ({ signal }) => (await planDispatches([asked], signal)).items[0] ?? null,
    placeholderData: keepPreviousData,
    throwOnError: false,
    enabled,
  })
/** The plans of a whole queue at once. */
export const plansQuery = (ticketIds: readonly string[]) =>
  queryOptions({
    queryKey: ['ticket', 'list', 'plans', ticketIds],
    queryFn: async ({ signal }) =>
      ticketIds.length === 0
        ? []
        : (
            await planDispatches(
              ticketIds.slice(0, 100).map((ticketId) => ({ ticketId })),
              signal,
            )
          ).items.map((plan) => ({
            ...plan,
            id: plan.ticketId,
          })),
    placeholderData: keepPreviousData,
    throwOnError: false,
  })

const rarely = { staleTime: 10 * minute, throwOnError: false } as const
export const unitsQuery = () =>
  queryOptions({ queryKey: ['unit', 'all'], queryFn: async ({ signal }) => (await readUnits(signal)).items, ...rarely })
export const mattersQuery = () =>
  queryOptions({
    queryKey: ['matter', 'all'],
    queryFn: async ({ signal }) => (await readMatters(signal)).items,
    reconcile: false,
    ...rarely,
  })
/** Open tickets by number or words, the newest first; for choosing one. */
export const ticketSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['ticket', 'list', 'search', q],
    queryFn: async ({ signal }) =>
      (await readTickets({ q, view: 'open', sort: 'created', size: '12' }, undefined, signal)).items,
    placeholderData: keepPreviousData,
    throwOnError: false,
    enabled: q !== '',
  })
/** The whole timeline as it is at a version of the ticket: for telling what somebody else just did. */
export const latestQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['ticket', 'one', id, 'latest', version],
    queryFn: async ({ signal }) => {
      const entries = []
      for (let after: string | undefined, page = 0; page < 20; page += 1) {
        const { items, next } = await readTimeline(id, after, signal)
        entries.push(...items)
        if (next === null) break
        after = next
      }
      return entries
    },
    throwOnError: false,
  })
