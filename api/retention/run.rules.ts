import type { RetentionRule } from './retention.table.ts'

const day = 86_400_000

/** How often a kind is looked at, ms. */
export const everyMs = day

/**
 * How long after a kind is first known its first run begins, ms: a city that has just installed or updated has a week in which to set
 * periods of its own, before anything of citizens or staff goes for good.
 */
export const firstWaitMs = (rule: Pick<RetentionRule, 'program'>): number => (rule.program ? 0 : 7 * day)

/** What was before this moment is older than a period, days. */
export const cutoff = (now: Date, days: number): Date => new Date(now.getTime() - days * day)

/** How long a server has a run for itself after each page, ms. */
export const lockMs = 300_000
