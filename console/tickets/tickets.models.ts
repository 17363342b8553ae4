import type { TicketListItem, TimelineEntryDto } from '../../api/tickets/ticket.dto.ts'
import type { ClockBriefDto } from '../../api/tickets/clock/ticket-clock.dto.ts'
import type { Tone } from '../ui/tone.ts'

/** `261123000017` as one says it on the phone: `2611 2300 0017`. */
export const groupNumber = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** What a clock says before it is put into words. */
export interface ClockView {
  says: 'left' | 'over' | 'paused' | 'met' | 'metLate'
  tone: Tone
  /** Share that is used, for the ring and the bar. */
  gone: number
  days: number
  hours: number
  minutes: number
  /** Days of this clock are working days. */
  workingDays: boolean
  dueAt: string
}

const minuteMs = 60_000

/** A clock as it is shown: how much is gone, in which colour, and what is said of it. */
export const clockView = (clock: ClockBriefDto): ClockView => {
  const { state, level, remaining, used, dueAt } = clock
  const late = remaining.ms < 0
  const says =
    state === 'met' ? (late ? 'metLate' : 'met') : state === 'overdue' ? 'over' : state === 'paused' ? 'paused' : 'left'
  const running: Tone = level === 'red' ? 'bad' : level === 'yellow' ? 'warn' : 'ok'
  const tones: Record<ClockView['says'], Tone> = {
    left: running,
    over: 'bad',
    paused: 'neutral',
    met: 'neutral',
    metLate: 'bad',
  }
  return {
    says,
    tone: tones[says],
    gone: late ? 1 : used,
    days: remaining.workingDays,
    hours: remaining.hours,
    minutes: Math.floor((Math.abs(remaining.ms) % (60 * minuteMs)) / minuteMs),
    workingDays: clock.unit === 'wd' || clock.unit === 'wh',
    dueAt,
  }
}

/** How a desk works through tickets: danger first, then the most pressing, then the soonest due, then the longest waiting. */
export const byPressure = (a: TicketListItem, b: TicketListItem): number => {
  const rank = (ticket: TicketListItem) =>
    (ticket.danger === null ? 10 : 0) + { critical: 0, urgent: 1, normal: 2 }[ticket.urgency]
  const due = (ticket: TicketListItem) => ticket.clock?.dueAt ?? '9999'
  return rank(a) - rank(b) || compare(due(a), due(b)) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id)
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const timelineFilters = ['all', 'talk', 'acts'] as const
export type TimelineFilter = (typeof timelineFilters)[number]

/** What people said to each other; everything else that a person did is an official act. */
const talk: ReadonlySet<string> = new Set([
  'created',
  'messageIn',
  'messageOut',
  'callEnded',
  'firstContact',
  'supplement',
  'followUpAsked',
  'followUpListed',
  'followUpAttempt',
  'followUpAnswered',
  'urge',
])

/** Whether an entry belongs to what the timeline shows. */
export const fitsFilter = (entry: Pick<TimelineEntryDto, 'type'>, filter: TimelineFilter): boolean =>
  filter === 'all' || (filter === 'talk' ? talk.has(entry.type) : !talk.has(entry.type) && entry.type !== 'warned')

/** Who acted, as the timeline tells them apart. */
export type Side = 'hotline' | 'unit' | 'citizen' | 'system'
/** On which side an entry stands: a unit, the hotline, the citizen or the program. */
export const sideOf = ({ actor, unit }: Pick<TimelineEntryDto, 'actor' | 'unit'>): Side =>
  actor.kind === 'staff' ? (unit && unit.level !== 'city' ? 'unit' : 'hotline') : actor.kind

/** An act writes its line of the timeline a moment after the time it puts on the ticket. */
const ownLineMs = 1000

/** The entries that came after the change of the ticket that the reader had seen, oldest first. */
export const newsSince = <T extends { at: string }>(entries: readonly T[], seenAt: string): T[] =>
  entries.filter(({ at }) => Date.parse(at) > Date.parse(seenAt) + ownLineMs)

/** Bytes as people read them. */
export const fileSize = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`

/** Words somebody said or wrote to somebody, as against an act: set as speech. */
export const isSpoken = ({ type }: Pick<TimelineEntryDto, 'type'>): boolean =>
  ['created', 'messageIn', 'messageOut', 'supplement', 'callEnded', 'followUpAnswered', 'note'].includes(type)
