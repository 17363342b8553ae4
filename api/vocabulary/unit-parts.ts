import type { AssignmentRole } from './ticket.ts'

/** A unit's part in a ticket, by the unit's path. */
export interface UnitPart {
  role: AssignmentRole
  unitPath: string
}

/**
 * In whose place somebody of a unit acts: their own unit's, where it has a part; else that of the units under theirs.
 * So a district that is copied urges its street and does not answer for it (BJ 12).
 */
export const partsOf = <Part extends Pick<UnitPart, 'unitPath'>>(parts: readonly Part[], unitPath: string): Part[] => {
  const own = parts.filter((part) => part.unitPath === unitPath)
  return own.length > 0 ? own : parts.filter((part) => part.unitPath.startsWith(unitPath))
}

/** The units of a path, from the root down to the unit itself. */
export const unitsOfPath = (unitPath: string): string[] => unitPath.split('/').filter((id) => id !== '')
