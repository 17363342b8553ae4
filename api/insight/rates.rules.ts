import type { ShareDto } from './insight.dto.ts'

/** Follow-ups of one unit that ended in a period, by what was answered. */
export interface RateCounts {
  asked: number
  reached: number
  noReply: number
  unreachable: number
  /** Results noted by telephone without a call of the hotline's. */
  withoutCall: number
  /** Who answered each question: a round that a redo ended need not have come to all. */
  saidContacted: number
  saidSolved: number
  graded: number
  contacted: number
  solved: number
  satisfied: number
}

/** Grades from 基本满意 up count as satisfied (default; a city's own setting is printed beside the number). */
export const satisfiedFrom = 3

/** Below it a rate compares nothing (domain: small counts show counts, not ranks). */
export const smallCount = 30

/** Where adding up begins. */
export const noCounts: RateCounts = {
  asked: 0,
  reached: 0,
  noReply: 0,
  unreachable: 0,
  withoutCall: 0,
  saidContacted: 0,
  saidSolved: 0,
  graded: 0,
  contacted: 0,
  solved: 0,
  satisfied: 0,
}

/** Two units, or two periods, together. */
export const addCounts = (a: RateCounts, b: RateCounts): RateCounts => ({
  asked: a.asked + b.asked,
  reached: a.reached + b.reached,
  noReply: a.noReply + b.noReply,
  unreachable: a.unreachable + b.unreachable,
  withoutCall: a.withoutCall + b.withoutCall,
  saidContacted: a.saidContacted + b.saidContacted,
  saidSolved: a.saidSolved + b.saidSolved,
  graded: a.graded + b.graded,
  contacted: a.contacted + b.contacted,
  solved: a.solved + b.solved,
  satisfied: a.satisfied + b.satisfied,
})

/** A share with what it was counted from; null of nothing. `formula` tells people what was divided by what. */
export const share = (count: number, of: number, formula: string): ShareDto => ({
  count,
  of,
  value: of === 0 ? null : count / of,
  formula,
})

/** The three rates (三率) of BJ 32: each over those who answered its question; silence and vain calls stand beside, not inside. */
export const ratesOf = ({ asked, reached, noReply, unreachable, withoutCall, ...said }: RateCounts) => ({
  asked,
  reached,
  noReply,
  unreachable,
  withoutCall,
  comparable: reached >= smallCount,
  response: share(said.contacted, said.saidContacted, 'rates.formula.response'),
  solved: share(said.solved, said.saidSolved, 'rates.formula.solved'),
  satisfied: share(said.satisfied, said.graded, 'rates.formula.satisfied'),
})

/** Sums counts by unit path into the units of one level, each with everything under it. */
export const rollUp = (
  counts: readonly (RateCounts & { unitPath: string })[],
  units: readonly { id: string; path: string }[],
) =>
  units.map((unit) => ({
    unitId: unit.id,
    counts: counts.filter(({ unitPath }) => unitPath.startsWith(unit.path)).reduce<RateCounts>(addCounts, noCounts),
  }))
