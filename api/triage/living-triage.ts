import { createHash } from 'node:crypto'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Deps } from '../platform/deps.ts'
import type { Job } from '../platform/jobs.ts'
import { inSlices } from '../platform/steps.ts'
import { loadExamples } from './examples.store.ts'
import { buildTriage } from './triage.ts'
import type { TrainingExample, Triage } from './triage.types.ts'

/** How many filed texts the classifier starts from; older ones are in the catalogue's examples by then. */
const startFrom = 20_000

/** A triage that keeps up with the catalogue and with what is filed. */
export interface LivingTriage extends Triage {
  /** Builds the classifier anew if the catalogue or the areas have changed since; it goes on answering meanwhile. True when it did. */
  refresh(): Promise<boolean>
}

/** The classifier of the running program: built from the catalogue and what people filed, built anew when the catalogue changes. */
export const createLivingTriage = async (
  deps: Pick<Deps, 'db' | 'config'> & { catalogue: Pick<Catalogue, 'triageMatters' | 'triageAreas'> },
): Promise<LivingTriage> => {
  /** Filed while a new classifier is being built from what was filed before; null when none is. */
  let missed: TrainingExample[] | null = null
  let builtFrom = ''
  const build = async () => {
    const [matters, areas] = [deps.catalogue.triageMatters(), deps.catalogue.triageAreas()]
    builtFrom = print(matters, areas)
    return inSlices(
      buildTriage({
        matters,
        areas,
        filed: await loadExamples(deps.db, startFrom),
        threshold: deps.config.triageThreshold,
      }),
    )
  }
  const print = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64')
  let current = await build()
  return {
    propose: (text) => current.propose(text),
    learn: (example) => {
      missed?.push(example)
      current.learn(example)
    },
    likeness: (a, b) => current.likeness(a, b),
    refresh: async () => {
      if (print(deps.catalogue.triageMatters(), deps.catalogue.triageAreas()) === builtFrom) return false
      const during: TrainingExample[] = (missed = [])
      try {
        const next = await build()
        during.forEach(next.learn)
        current = next
      } finally {
        missed = null
      }
      return true
    },
  }
}

/** Keeps the classifier with the catalogue. */
export const triageJobs = (triage: LivingTriage): Job[] => [
  { name: 'triage.refresh', everyMs: 30_000, run: async () => ((await triage.refresh()) ? 1 : 0) },
]
