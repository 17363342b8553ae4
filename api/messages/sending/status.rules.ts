import type { StoredTextStatus } from '../../vocabulary/message.ts'

/** Statuses of an outgoing message in the order in which they may follow; ours (`pending`) before the carrier's. */
const ranks: Readonly<Record<StoredTextStatus, number>> = {
  received: 0,
  pending: 0,
  unknown: 1,
  accepted: 2,
  scheduled: 2,
  queued: 3,
  sending: 4,
  sent: 5,
  partially_delivered: 5,
  delivered: 6,
  undelivered: 6,
  failed: 6,
  canceled: 6,
  refused: 6,
  read: 7,
}

/** Statuses after which more should be heard; `sent` may stay the last word where the network gives no receipts. */
export const unsettledStatuses = ['unknown', 'accepted', 'queued', 'sending'] as const

/** A status replaces those of lower rank. */
export const rankOf = (status: StoredTextStatus): number => ranks[status]

/**
 * Whether a status may replace the stored one: a greater rank, never back, whatever the order of arrival. Two different
 * final ones of equal rank contradict each other: the first stays and the conflict is logged.
 */
export const judgeStatus = (
  stored: { status: StoredTextStatus; statusRank: number },
  status: StoredTextStatus,
): 'advance' | 'stale' | 'conflict' => {
  const rank = rankOf(status)
  if (rank > stored.statusRank) return 'advance'
  return rank === stored.statusRank && rank >= 6 && status !== stored.status ? 'conflict' : 'stale'
}
