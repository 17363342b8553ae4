import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { seedCity } from '../../scripts/start/city.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Data folder of a sample city that nobody has called yet; not to be started, only copied. */
    sampleCity: string
    /** The same with sixty requests behind it. */
    busyCity: string
  }
}

const seeded = async (stories: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-sample-'))
  await seedCity(folder, stories)
  return folder
}

/**
 * Seeds the sample city for the run, quiet and busy; each file of browser tests starts its own server and carrier on a copy.
 * @public called by Vitest
 */
export const setup = async (project: TestProject) => {
  project.provide('sampleCity', await seeded(0))
  project.provide('busyCity', await seeded(60))
}
