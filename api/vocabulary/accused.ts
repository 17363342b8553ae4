import { isHotline, type StaffActor } from './actor.ts'
import type { Kind } from './catalogue.ts'
import { unitsOfPath } from './unit-parts.ts'

/** What a ticket says against a unit (被反映单位). */
export interface Accusation {
  kind: Kind | null
  respondentUnitId: string | null
}

/** The kinds of a ticket whose respondent may know of it: everything that is surely no violation report (JN 32, XF 30). */
export const harmlessKinds = ['inquiry', 'help', 'complaint', 'suggestion'] as const satisfies readonly Kind[]

/** The unit that must never learn of a ticket: whom a violation report is about; while the kind is not known, whoever is named. Null: none. */
export const accusedUnit = ({ kind, respondentUnitId }: Accusation): string | null =>
  harmlessKinds.some((one) => one === kind) ? null : respondentUnitId

/** A post by which a member of staff may be the one who is complained of. */
interface Post {
  /** The unit and those above it: whoever accuses one of them accuses the people here. */
  unitIds: readonly string[]
  /** When it was left: what was reported later does not concern it any more. Null: held now. */
  until: Date | null
}

/** Whether a unit is one of the accused, or stands under one of them. */
export const isAccused = (accused: readonly string[], unitPath: string): boolean =>
  unitsOfPath(unitPath).some((id) => accused.includes(id))

/**
 * The posts of a member of staff that a report may be about: the present one, and those that they left. The hotline's own unit, at the root, is not
 * one of them for the hotline's people, for somebody must take a report on it.
 */
export const postsOf = (actor: StaffActor): Post[] => {
  const [root, ...below] = unitsOfPath(actor.unitPath)
  const own = isHotline(actor) || root === undefined ? below : [root, ...below]
  return [
    { unitIds: own, until: null },
    ...(actor.formerPosts ?? []).map(({ unitPath, until }) => ({ unitIds: unitsOfPath(unitPath).slice(1), until })),
  ].filter(({ unitIds }) => unitIds.length > 0)
}

/** Whether a member of staff belongs to the accused unit, or belonged to it when the report was made or later: to them the ticket does not exist. */
export const isParty = (actor: StaffActor, accused: { unitId: string; since: Date }): boolean =>
  postsOf(actor).some(
    ({ unitIds, until }) => unitIds.includes(accused.unitId) && (until === null || until >= accused.since),
  )

/** Whether a member of staff may know of a ticket at hand; queries ask it by `notAccused`. */
export const mayKnowOf = (actor: StaffActor, ticket: Accusation & { createdAt: Date }): boolean => {
  const unitId = accusedUnit(ticket)
  return unitId === null || !isParty(actor, { unitId, since: ticket.createdAt })
}

/** From whom a live event about a ticket is kept: part of its audience. Nothing where it accuses nobody. */
export const keptFrom = (ticket: Accusation & { createdAt: Date }): { accused?: { unitId: string; since: string } } => {
  const unitId = accusedUnit(ticket)
  return unitId === null ? {} : { accused: { unitId, since: ticket.createdAt.toISOString() } }
}
