import { queryOptions } from '@tanstack/solid-query'
import { readTickets } from '../tickets/tickets.api.ts'
import { countQuery, countTabs, isBeside, tabQuery, type UnitTab } from './unit.models.ts'

/** At most so many pages are read for the numbers; a unit with more open tickets gets none rather than wrong ones. */
const mostPages = 4

/** The numbers beside the piles; null where there are too many to count. */
export const unitCountsQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['ticket', 'summary', 'unit', unitId],
    queryFn: async ({ signal }) => {
      const states: { state: Parameters<typeof countTabs>[0][number]['state'] }[] = []
      let after: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const read = await readTickets(countQuery(unitId), after, signal)
        states.push(...read.items.map(({ state }) => ({ state })))
        if (read.next === null) return countTabs(states)
        after = read.next
      }
      return null
    },
    throwOnError: false,
  })

/** The tickets of one pile. What others lead is picked from everything the unit may see, page by page until something is found. */
export const unitList = (tab: UnitTab, unitId: string, own: ReadonlySet<string>) => ({
  key: ['ticket', 'list', 'unit', tab, unitId, own.size],
  read: async (after: string | undefined, signal: AbortSignal) => {
    if (tab !== 'beside') return readTickets(tabQuery(tab, unitId), after, signal)
    for (let from = after; ;) {
      const page = await readTickets(tabQuery(tab, unitId), from, signal)
      const items = page.items.filter((ticket) => isBeside(ticket, own))
      if (items.length > 0 || page.next === null) return { items, next: page.next }
      from = page.next
    }
  },
})
