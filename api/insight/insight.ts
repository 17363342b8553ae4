import { fieldRefused } from '../platform/field-faults.ts'
import { z } from 'zod'
import { isHotline, type StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { kinds } from '../vocabulary/catalogue.ts'
import type { WorkingCalendar } from '../clocks/clocks.types.ts'
import { unitLevels, type UnitLevel } from '../vocabulary/directory.ts'
import type { Deps } from '../platform/deps.ts'
import type { TicketUnit } from '../tickets/ticket-directory.types.ts'
import { UnitRef } from '../tickets/ticket.dto.ts'
import { RatesDto, WallboardDto } from './insight.dto.ts'
import {
  countAgents,
  countCalls,
  countFollowUps,
  countIntake,
  countPressing,
  countQueues,
  countStates,
} from './insight.store.ts'
import { addCounts, noCounts, ratesOf, rollUp, satisfiedFrom, share, smallCount } from './rates.rules.ts'
import { momentText } from '../platform/words.ts'

/** What figures are counted from. */
export interface InsightDeps extends Pick<Deps, 'db' | 'clock'> {
  directory: { units(): TicketUnit[] }
  calendar: WorkingCalendar
}

/** A period of at most 400 days and the level of units to compare. */
export const RatesQuery = z.strictObject({
  from: momentText.describe('Begin of the period'),
  to: momentText.describe('End of the period, at most 400 days later'),
  level: z.enum(unitLevels).default('district').describe('Which units are compared'),
  kind: z.enum(kinds).optional().describe('Only requests of this kind'),
})

const hour = 3_600_000
const longestDays = 400

/** Share of calls that should be answered (S33358, unverified: shown beside the number as a target, never as law). */
const connectedTarget = 0.95
const quickMs = 15_000

/** The three rates of every unit of a level, each with what lies under it; a unit sees its own subtree only. Needs `report.read`. */
const rates =
  (deps: InsightDeps) =>
  async (actor: StaffActor, query: z.output<typeof RatesQuery>): Promise<RatesDto> => {
    demand(actor, 'report.read')
    const [from, to] = [new Date(query.from), new Date(query.to)]
    if (to <= from || to.getTime() - from.getTime() > longestDays * 24 * hour) {
      throw fieldRefused('to', `a period of at most ${longestDays} days`)
    }
    const unitPath = isHotline(actor) ? null : actor.unitPath
    const counts = await countFollowUps(deps.db.reports, { from, to, kind: query.kind ?? null, actor, unitPath })
    const level: UnitLevel = query.level
    const units = deps.directory
      .units()
      .filter((unit) => unit.level === level && (unitPath === null || unit.path.startsWith(unitPath)))
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    const rows = rollUp(counts, units).flatMap(({ unitId, counts }) => {
      const unit = byId.get(unitId)
      return unit && counts.asked > 0 ? [{ unit: UnitRef.parse(unit), ...ratesOf(counts) }] : []
    })
    return RatesDto.parse({
      from: query.from,
      to: query.to,
      level,
      satisfiedFrom,
      smallCount,
      total: ratesOf(counts.reduce(addCounts, noCounts)),
      rows,
    })
  }

/** The numbers of the wallboard: calls of the last 24 hours, who waits, agents, tickets, intake. Needs `wallboard.read`. */
const wallboard =
  (deps: InsightDeps) =>
  async (actor: StaffActor): Promise<WallboardDto> => {
    demand(actor, 'wallboard.read')
    const db = deps.db.lists
    const now = deps.clock.now()
    const { zone } = deps.calendar
    const dayEnd = zone.instantOf(zone.dateOf(now), 1440)
    const firstHour = Math.floor(now.getTime() / hour) - 23
    const [calls, queues, agents, states, pressing, intake] = await Promise.all([
      countCalls(db, new Date(now.getTime() - 24 * hour), quickMs),
      countQueues(db),
      countAgents(db),
      countStates(db),
      countPressing(db, now, dayEnd),
      countIntake(db, new Date(firstHour * hour)),
    ])
    const perHour = new Map(intake.map((row) => [row.hour, row.count]))
    return WallboardDto.parse({
      at: now.toISOString(),
      calls: {
        connected: { ...share(calls.answered, calls.offered, 'wallboard.formula.connected'), target: connectedTarget },
        answeredIn15s: share(calls.quick, calls.offered, 'wallboard.formula.answeredIn15s'),
        queues: queues.map((row) => ({ ...row, oldestAt: row.oldestAt?.toISOString() ?? null })),
      },
      agents: Object.fromEntries(agents.map(({ state, count }) => [state, count])),
      tickets: {
        byState: Object.fromEntries(states.map(({ state, count }) => [state, count])),
        ...pressing,
      },
      intake: Array.from({ length: 24 }, (_, index) => ({
        hour: new Date((firstHour + index) * hour).toISOString(),
        count: perHour.get(firstHour + index) ?? 0,
      })),
    })
  }

/** Figures for those who lead: the three rates and the wallboard. */
export const createInsight = (deps: InsightDeps) => ({ rates: rates(deps), wallboard: wallboard(deps) })
export type Insight = ReturnType<typeof createInsight>
