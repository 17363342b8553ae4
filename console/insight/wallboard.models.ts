import type { PresenceState } from '../../api/vocabulary/call.ts'
import type { WallboardDto } from '../../api/insight/insight.dto.ts'
import { openStates } from '../../api/vocabulary/ticket.ts'
import type { Tone } from '../ui/tone.ts'

/** The six numbers, in the order they hang on the wall. */
export const bigNumbers = ['connected', 'answeredIn15s', 'waiting', 'dueToday', 'overdue', 'danger'] as const
export type BigNumber = (typeof bigNumbers)[number]

/** How far under its target a share may fall before it is an alarm. */
const tolerance = 0.05
/** Waits that warn and that alarm, ms. */
const longWait = { warn: 60_000, bad: 180_000 }

/** A share against its target; undefined: there is nothing to divide by. */
export const shareTone = (value: number | null, target: number): Tone =>
  value === null ? 'neutral' : value >= target ? 'ok' : value >= target - tolerance ? 'warn' : 'bad'

/** The colour of a queue by its longest wait in milliseconds. */
export const waitTone = (waiting: number, longestMs: number): Tone =>
  waiting === 0 ? 'ok' : longestMs > longWait.bad ? 'bad' : longestMs > longWait.warn ? 'warn' : 'neutral'

/** The colour of a count that should be nought. */
export const alarmTone = (count: number): Tone => (count > 0 ? 'bad' : 'ok')

/** Everybody who waits, and since when the longest does. */
export const queueTotal = (queues: WallboardDto['calls']['queues']) => ({
  waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
  oldestAt: queues.flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt])).toSorted()[0] ?? null,
})

/** One bar for each line in service and for whatever else somebody waits on; those with people first, the order of the lines kept. */
export const queueRows = <Line extends { id: string; active: boolean }>(
  lines: readonly Line[],
  queues: WallboardDto['calls']['queues'],
): { line: Line | undefined; waiting: number; oldestAt: string | null }[] => {
  const known = lines
    .filter((line) => line.active || queues.some(({ lineId }) => lineId === line.id))
    .map((line) => {
      const queue = queues.find(({ lineId }) => lineId === line.id)
      return { line, waiting: queue?.waiting ?? 0, oldestAt: queue?.oldestAt ?? null }
    })
  const others = queues
    .filter(({ lineId }) => !lines.some(({ id }) => id === lineId))
    .map(({ waiting, oldestAt }) => ({ line: undefined, waiting, oldestAt }))
  return [...known, ...others].toSorted((a, b) => b.waiting - a.waiting)
}

/** Open tickets by state, in the order of a ticket's life; states without tickets are left out. */
export const stateRows = (byState: Readonly<Record<string, number>>) =>
  openStates.flatMap((state) => {
    const count = byState[state] ?? 0
    return count > 0 ? [{ state, count }] : []
  })

/** How agents stand in the grid: who talks first, who is away last. */
export const presenceOrder = [
  'ringing',
  'talking',
  'wrapUp',
  'ready',
  'break',
  'offline',
] as const satisfies readonly PresenceState[]
export const presenceTone: Record<PresenceState, Tone> = {
  ringing: 'warn',
  talking: 'info',
  wrapUp: 'accent',
  ready: 'ok',
  break: 'neutral',
  offline: 'neutral',
}

/** Who stands in the grid: everybody signed in to calls, by state, the longest in it first. */
export const gridOf = <Agent extends { state: PresenceState; since: string }>(agents: readonly Agent[]): Agent[] =>
  agents
    .filter(({ state }) => state !== 'offline')
    .toSorted((a, b) => presenceOrder.indexOf(a.state) - presenceOrder.indexOf(b.state) || (a.since < b.since ? -1 : 1))

/** A line of the last hour, as SVG paths. */
export interface Spark {
  /** Points of the line, and the same closed to the ground, for a box of `width` × `height`. */
  line: string
  area: string
  /** Where each hour stands. */
  points: { x: number; y: number; hour: string; count: number }[]
  total: number
  peak: { hour: string; count: number }
}

/** The hours as a line in a box. A day without anything is a line on the ground. */
export const sparkOf = (intake: WallboardDto['intake'], width: number, height: number): Spark => {
  const peak = intake.reduce((most, one) => (one.count > most.count ? one : most), {
    hour: intake[0]?.hour ?? '',
    count: 0,
  })
  const top = Math.max(1, peak.count)
  const step = intake.length > 1 ? width / (intake.length - 1) : 0
  const round = (value: number) => Math.round(value * 10) / 10
  const points = intake.map(({ hour, count }, at) => ({
    hour,
    count,
    x: round(at * step),
    y: round(height - (count / top) * height),
  }))
  const line = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ')
  return {
    line,
    area: points.length === 0 ? '' : `${line} L${points.at(-1)?.x ?? 0} ${height} L0 ${height} Z`,
    points,
    total: intake.reduce((sum, { count }) => sum + count, 0),
    peak,
  }
}
