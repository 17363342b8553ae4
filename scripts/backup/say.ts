import { ConfigError } from '../../api/platform/config.ts'
import { settingsSentence } from '../../api/platform/settings.mjs'
import { beyondRepair, inBoth, StartFault, type Said } from '../../api/start/start-fault.ts'

/** Tells what was done, in both languages. */
export const say = (said: Said): void => {
  process.stdout.write(inBoth(said))
}

/** Runs a command; what keeps it from being done is told as a sentence, with the status of a start that fails. */
export const command = async (work: () => Promise<void>): Promise<void> => {
  // What it writes is for nobody else on the machine.
  process.umask(0o077)
  try {
    await work()
  } catch (error) {
    if (error instanceof ConfigError) process.stderr.write(settingsSentence(error.message))
    else if (error instanceof StartFault) process.stderr.write(inBoth(error.said))
    else throw error
    process.exitCode = beyondRepair
  }
}
