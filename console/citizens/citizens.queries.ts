import { queryOptions } from '@tanstack/solid-query'
import { readCitizen, readCitizenContacts, readCitizenTickets } from './citizens.api.ts'

/** Who a citizen is. */
export const citizenQuery = (id: string) =>
  queryOptions({ queryKey: ['citizen', 'one', id], queryFn: () => readCitizen(id) })
/** Their newest tickets. */
export const citizenTicketsQuery = (id: string) =>
  queryOptions({ queryKey: ['ticket', 'list', 'citizen', id], queryFn: () => readCitizenTickets(id) })
/** Their newest contacts. */
export const citizenContactsQuery = (id: string) =>
  queryOptions({ queryKey: ['message', 'list', 'contacts', id], queryFn: () => readCitizenContacts(id) })
