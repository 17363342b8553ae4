import { queryOptions } from '@tanstack/solid-query'
import { readBell, readDangers, readNotices } from './notices.api.ts'

/** One's own notices, the newest first. Their topic is `alert`: whatever alerts a desk makes them stale. */
export const noticesQuery = () => queryOptions({ queryKey: ['alert', 'list', 'own'], queryFn: readNotices })
/** How many are unread, and the dangers that nobody has handled. */
export const bellQuery = () => queryOptions({ queryKey: ['alert', 'summary', 'bell'], queryFn: readBell })
/** Dangers that a citizen told of, and what became of them. */
export const dangersQuery = (citizenId: string) =>
  queryOptions({ queryKey: ['alert', 'list', 'dangers', citizenId], queryFn: () => readDangers(citizenId) })
