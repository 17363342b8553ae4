import type { MatterLeafSeed, MatterSeed } from '../seed.types.ts'
import { appearance } from './appearance.ts'
import { business } from './business.ts'
import { civil } from './civil.ts'
import { culture } from './culture.ts'
import { ecology } from './ecology.ts'
import { education } from './education.ts'
import { government } from './government.ts'
import { health } from './health.ts'
import { housing } from './housing.ts'
import { labour } from './labour.ts'
import { market } from './market.ts'
import { municipal } from './municipal.ts'
import { police } from './police.ts'
import { safety } from './safety.ts'
import { transport } from './transport.ts'
import { utilities } from './utilities.ts'
import type { MatterDomain } from './matter-domain.types.ts'

const domains: MatterDomain[] = [
  municipal,
  housing,
  appearance,
  ecology,
  utilities,
  transport,
  labour,
  health,
  education,
  market,
  police,
  civil,
  government,
  culture,
  safety,
  business,
]

/** Levels 1 and 2 of the catalogue, parents before children; the parent of `a.b` is `a`. */
export const matterNodes: MatterSeed[] = domains.flatMap((domain) => domain.nodes)

/** Level 3: what a request can be filed under. */
export const matterLeaves: MatterLeafSeed[] = domains.flatMap((domain) => domain.leaves)
