import { createSignal } from 'solid-js'

/** News for the person at this console, behind the bell. */
export interface Notice {
  id: string
  title: string
  detail?: string
  href?: string
  /** ms since 1970 */
  at: number
}
const kept = 50
const [notices, setNotices] = createSignal<readonly Notice[]>([])
const [seenAt, setSeenAt] = createSignal(0)

export { notices }

/** How many notices came since the bell was opened last. */
export const unread = (): number => notices().filter((notice) => notice.at > seenAt()).length
/** Puts a notice on top; one with the same id replaces the older. The last 50 are kept. */
export const notify = (notice: Notice): void => {
  setNotices((all) => [notice, ...all.filter((other) => other.id !== notice.id)].slice(0, kept))
}

/** The bell was opened: everything in it counts as read. */
export const markSeen = (): void => {
  setSeenAt(Math.max(0, ...notices().map((notice) => notice.at)))
}
