import type { Kind, Route, Urgency } from '../vocabulary/catalogue.ts'

/** What the classifier needs to know of a catalogue leaf. */
export interface TriageMatter {
  code: string
  kind: Kind
  urgency: Urgency
  route: Route
  unitId: string | null
  names: string[]
  examples: string[]
}

/** What the place finder needs to know of a unit that has an area (district or street). */
export interface TriageArea {
  unitId: string
  level: 'district' | 'street'
  parentId: string | null
  names: string[]
}
