import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Deps } from '../platform/deps.ts'
import { loadExamples } from './examples.store.ts'
import { createTriage } from './triage.ts'
import type { Triage } from './triage.types.ts'

/** How many filed texts the classifier starts from; older ones are in the catalogue's examples by then. */
const startFrom = 20_000

/** The classifier of the running program: built from the catalogue and what people filed, built anew when the catalogue changes. */
export const createLivingTriage = async (deps: Pick<Deps, 'db' | 'config'> & { catalogue: Catalogue }): Promise<Triage & { rebuild(): Promise<void> }> => {
  const build = async () =>
    createTriage({
      matters: deps.catalogue.triageMatters(),
      areas: deps.catalogue.triageAreas(),
      filed: await loadExamples(deps.db, startFrom),
      threshold: deps.config.triageThreshold,
    })
  let current = await build()
  return {
    propose: (text) => current.propose(text),
    learn: (example) => current.learn(example),
    likeness: (a, b) => current.likeness(a, b),
    rebuild: async () => {
      current = await build()
    },
  }
}
