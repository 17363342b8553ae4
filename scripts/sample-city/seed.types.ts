import type { Grade, Kind, LimitUnit, Route, Urgency } from '../../api/vocabulary/catalogue.ts'
import type { MergeMode, Role, UnitLevel } from '../../api/vocabulary/directory.ts'

/** One unit of the sample city. `code` is stable, lower-case, dashed: `housing-bureau`, `putuo`, `putuo-changfeng`. */
export interface UnitSeed {
  code: string
  parent: string | null
  level: UnitLevel
  name: string
  nameEn: string
  /** Other names a citizen uses for it or its area: 普陀, 长风新村. */
  aliases: string[]
  /** Invented duty phone, E.164. */
  dutyPhone: string
  /** Place of the office, WGS-84. */
  lat: number
  lon: number
}

/** A published number and how it greets. Hours are local, null = round the clock. */
export interface LineSeed {
  code: string
  number: string
  name: string
  nameEn: string
  mode: MergeMode
  greeting: string
  greetingEn: string
  recordingNotice: string
  recordingNoticeEn: string
  hours: { from: string; to: string; workingDaysOnly: boolean } | null
}

/** A node of the catalogue; leaves (level 3) carry kind, route, limit and examples. `code` is dotted: `municipal.lighting.lamp-out`. */
export interface MatterSeed {
  code: string
  name: string
  nameEn: string
}

/** A leaf of the sample catalogue: who is responsible, how urgent, and its own limit if it has one. */
export interface MatterLeafSeed extends MatterSeed {
  kind: Kind
  route: Route
  /** With route `unit`: the unit's code. With `district` or `street`: the bureau that guides it, or null. */
  unit: string | null
  urgency: Urgency
  /** Where it differs from the city's general limit of its kind and urgency. */
  limit: { value: number; unit: LimitUnit; basis: string; basisEn: string; grade: Grade } | null
  /** Sentences as citizens say them, zh first then en; never copied from a data set. */
  examples: string[]
  examplesEn: string[]
}

/** The city's general limits, most specific row wins. */
export interface LimitSeed {
  kind: Kind | null
  urgency: Urgency | null
  value: number
  unit: LimitUnit
  basis: string
  basisEn: string
  grade: Grade
}

/** A knowledge starter. */
export interface ArticleSeed {
  slug: string
  matter: string
  unit: string
  title: string
  body: string
  validDays: number
}

/** Sample staff: invented people. */
export interface StaffSeed {
  username: string
  name: string
  roles: Role[]
  unit: string
  extension: string
}

/** A citizen's request as first said, and how its life goes; played through the real verbs. */
export interface StorySeed {
  channel: 'sms' | 'call'
  line: string
  text: string
  matter: string
  /** Street or district code of the place, and the place in words. */
  area: string
  place: string
  path:
    | 'answeredDirectly'
    | 'closedSatisfied'
    | 'closedDissatisfied'
    | 'redone'
    | 'noReply'
    | 'returned'
    | 'designated'
    | 'handling'
    | 'dispatched'
    | 'answered'
    | 'awaitingFollowUp'
    | 'awaitingDispatch'
    | 'received'
    | 'withdrawn'
    | 'declined'
    | 'extended'
    | 'merged'
    | 'returning'
    | 'extending'
    | 'paused'
  /** A unit that helps (协办), by its code. */
  coUnit?: string
  /** What the unit answers, if it gets that far. */
  answer: string
}
