/** Statuses of an outgoing message in the order in which they may follow; ours (`pending`) before the carrier's. */
const ranks: Readonly<Record<string, number>> = {
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

/** Null for a status the carrier has not documented. */
export const rankOf = (status: string): number | null => ranks[status] ?? null

/**
 * Whether a status may replace the stored one: a greater rank, never back, whatever the order of arrival. Two different
 * final ones of equal rank contradict each other: the first stays and the conflict is logged.
 */
export const judgeStatus = (
  stored: { status: string; statusRank: number },
  status: string,
): 'advance' | 'stale' | 'conflict' | 'unknown' => {
  const rank = rankOf(status)
  if (rank === null) return 'unknown'
  if (rank > stored.statusRank) return 'advance'
  return rank === stored.statusRank && rank >= 6 && status !== stored.status ? 'conflict' : 'stale'
}
