import type { Grade, Kind, LimitStart, LimitUnit, Route, Urgency } from '../vocabulary/catalogue.ts'
import type { Role, UnitLevel } from '../vocabulary/directory.ts'

/** A limit row of the catalogue. */
interface TicketLimit {
  id: string
  value: number
  unit: LimitUnit
  basis: string
  basisEn: string
  grade: Grade
  startEvent: LimitStart
}

/** What tickets need to know of a unit; the directory's rows satisfy it. */
export interface TicketUnit {
  id: string
  code: string
  parentId: string | null
  path: string
  level: UnitLevel
  name: string
  nameEn: string
  active: boolean
}

/** What tickets need to know of a matter; the catalogue's rows satisfy it. */
export interface TicketMatter {
  code: string
  parentCode: string | null
  name: string
  nameEn: string
  kind: Kind | null
  route: Route | null
  unitId: string | null
  urgency: Urgency | null
}

/** Who leads a matter at a place, who gets a copy, and why. A street brings its district as a copy (BJ 12). */
interface ResolvedUnits {
  leadId: string
  copyIds: string[]
  why: 'matterUnit' | 'streetOfPlace' | 'districtOfPlace'
}

/** Units, lines and names of staff, read from memory. */
export interface TicketDirectory {
  unitById(id: string): TicketUnit | undefined
  staffById(
    id: string,
  ): { id: string; name: string; roles: readonly Role[]; unitId: string; active: boolean } | undefined
  lineById(id: string): { id: string } | undefined
}

/** The dispatch catalogue (派单目录), read from memory; `Catalogue` satisfies it. */
export interface TicketCatalogue {
  /** The matter as it holds now. */
  matterByCode(code: string): TicketMatter | undefined
  /** Also one that no longer holds: old tickets keep their matter's name. */
  matterEver(code: string): TicketMatter | undefined
  /** A code and all that ever stood under it. */
  codesUnder(code: string): string[]
  /** Null where the matter has no unit or the place it is routed by is unknown: a person must choose. */
  resolveUnits(asked: { matterCode: string; districtId: string | null; streetId: string | null }): ResolvedUnits | null
  /** Null where the city has no limit for it. */
  limitFor(asked: { matterCode: string; kind: Kind; urgency: Urgency; at: Date }): TicketLimit | null
}
