import { searchable } from '../../platform/writing/searchable.ts'

const longestSearch = 8_000

/** What a list search looks through: number, title, request, place. */
export const searchTextOf = (ticket: { number: string; title: string; request: string; place: string | null }) =>
  searchable([ticket.number, ticket.title, ticket.request, ticket.place ?? ''].join(' ')).slice(0, longestSearch)

/** The newest supplement comes first, so that a long request does not push it out. */
export const addToSearchText = (searchText: string, text: string) =>
  searchable(`${text} ${searchText}`).slice(0, longestSearch)
