import type { DangerKind, EmergencyNumber } from '../vocabulary/danger.ts'
import type { TriageArea, TriageMatter } from '../catalogue/teaching.types.ts'
import type { Kind, Urgency } from '../vocabulary/catalogue.ts'

/** One filed text with the matter a person chose. */
export interface TrainingExample {
  text: string
  matterCode: string
}

/** A matter that a text may be about. */
export interface MatterGuess {
  code: string
  /** Calibrated probability 0…1. */
  confidence: number
  /** The words that spoke for it, strongest first, at most five. */
  why: string[]
}

/** What triage proposes for one text; a person decides, a calibrated threshold may decide for them. */
export interface Proposal {
  language: 'zh' | 'en'
  /** Top three, best first; empty when nothing was learnt. */
  matters: MatterGuess[]
  kind: { value: Kind; confidence: number } | null
  urgency: { value: Urgency; why: string[] }
  danger: { kind: DangerKind; call: EmergencyNumber; words: string[] } | null
  /** The place as said, and the district and street it names, unit ids. */
  place: { text: string; districtId: string | null; streetId: string | null } | null
  /** Unit to lead and units to copy (district of a street), with the reason as a short code for the console. */
  unit: { id: string; copies: string[]; why: 'matterUnit' | 'streetOfPlace' | 'districtOfPlace' } | null
  /** True when the first matter passes the threshold: no person needs to confirm it. */
  confident: boolean
}

/** The running classifier: pure in-memory state, built from the catalogue and what people filed. */
export interface Triage {
  propose(text: string): Proposal
  /** Learns one filed text at once; forgets nothing. */
  learn(example: TrainingExample): void
  /** Probability-weighted likeness 0…1 of two texts, for look-alike tickets. */
  likeness(a: string, b: string): number
}
/** What a triage is built from. */
export interface TriageOptions {
  matters: TriageMatter[]
  areas: TriageArea[]
  filed: Iterable<TrainingExample>
  /** Below it a person decides. Default 0.6. */
  threshold?: number
}
