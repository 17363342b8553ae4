import { openStates, type TicketState } from '../vocabulary/ticket.ts'

/** What of a ticket stands in the index beside its words, so that a rare unit and a common word are looked up together. */
export interface Faceted {
  state: TicketState
  kind: string | null
  urgency: string
  channel: string
  districtId: string | null
  streetId: string | null
  matterCode: string | null
}

/** An ASCII sign would part the token in the index. */
const token = (facet: string, value: string) => `§${facet}${value.toLowerCase().replaceAll(/[^a-z0-9]/g, '¦')}`

/** A path and those above it: `/a/b/` lies in `/a/b/` and in `/a/`. */
const above = (path: string) =>
  path
    .split('/')
    .flatMap((_, at, parts) => (at === 0 || at === parts.length - 1 ? [] : [`${parts.slice(0, at + 1).join('/')}/`]))
const branches = (code: string) => code.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))

export const facets = {
  /** In the hands of a unit of this subtree. */
  heldUnder: (path: string) => token('h', path),
  ledUnder: (path: string) => token('l', path),
  open: '§o',
  kind: (kind: string) => token('k', kind),
  urgency: (urgency: string) => token('g', urgency),
  channel: (channel: string) => token('c', channel),
  district: (id: string) => token('d', id),
  street: (id: string) => token('s', id),
  matter: (code: string) => token('m', code),
}

/** Every facet of a ticket. `held`, `led`: paths of the units that have it, and of the one that leads. */
export const facetsOf = (ticket: Faceted, held: readonly string[], led: readonly string[]): string[] => {
  const { kind, districtId, streetId, matterCode } = ticket
  return [
    ...held.flatMap(above).map(facets.heldUnder),
    ...led.flatMap(above).map(facets.ledUnder),
    ...(openStates.includes(ticket.state) ? [facets.open] : []),
    ...(kind === null ? [] : [facets.kind(kind)]),
    facets.urgency(ticket.urgency),
    facets.channel(ticket.channel),
    ...(districtId === null ? [] : [facets.district(districtId)]),
    ...(streetId === null ? [] : [facets.street(streetId)]),
    ...(matterCode === null ? [] : branches(matterCode).map(facets.matter)),
  ]
}
