import type { Config } from '../../api/platform/config.ts'
import { holdData } from '../../api/start/data-lock.ts'
import { checkDatabase } from '../../api/start/prepare-database.ts'
import { inBoth, StartFault } from '../../api/start/start-fault.ts'
import { isStaffed } from './peek.ts'

/** Fills an empty database of a trial with the sample city, after the same look at it that the server takes; `fail` is told why that cannot be. */
export const fillSampleCity = async (
  config: Config,
  say: (text: string) => void,
  fail: (text: string) => never,
): Promise<void> => {
  // The server takes over what is written here, and it is for nobody else on the machine.
  const mask = process.umask(0o077)
  try {
    const lock = holdData(config.dataDir, config.databaseUrl.startsWith('file:') ? 'alone' : 'shared')
    try {
      await checkDatabase(config, (said) => process.stderr.write(inBoth(said)))
      if (await isStaffed(config.databaseUrl)) return
      const { seedSampleCity } = await import('../sample-city/seed.ts')
      const seeded = await seedSampleCity(config, say)
      if (seeded) say(`Sample city ready: ${seeded.units} units, ${seeded.matters} matters, ${seeded.tickets} tickets.`)
    } finally {
      lock.release()
    }
  } catch (error) {
    if (error instanceof StartFault) fail(inBoth(error.said))
    throw error
  } finally {
    process.umask(mask)
  }
}
