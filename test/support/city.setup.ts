import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { seedCity } from '../../scripts/start/city.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Data folder of a sample city that nobody has called yet; not to be started, only copied. */
    sampleCity: string
  }
}

/**
 * Seeds the sample city once for the run; each file of browser tests starts its own server and carrier on a copy.
 * @public called by Vitest
 */
export const setup = async (project: TestProject) => {
  const folder = await mkdtemp(join(tmpdir(), 'yixian-sample-'))
  await seedCity(folder, 0)
  project.provide('sampleCity', folder)
}
