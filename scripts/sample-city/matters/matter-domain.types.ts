import type { MatterLeafSeed, MatterSeed } from '../seed.types.ts'

/** One top-level domain of the catalogue with its groups and leaves. */
export interface MatterDomain {
  nodes: MatterSeed[]
  leaves: MatterLeafSeed[]
}
