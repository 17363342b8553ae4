import type { Kind, Urgency } from '../../api/vocabulary/catalogue.ts'

/** The server's lists in the order in which they are offered; the types keep them complete. */
const ordered = <T extends string>(order: Record<T, number>): readonly T[] =>
  asKeys<T>(Object.keys(order)).toSorted((a, b) => order[a] - order[b])
/** The keys of a record over T are T. */
const asKeys = <T extends string>(keys: string[]) => keys as T[]

export const kinds = ordered<Kind>({ inquiry: 0, help: 1, complaint: 2, violationReport: 3, suggestion: 4 })
export const urgencies = ordered<Urgency>({ normal: 0, urgent: 1, critical: 2 })
