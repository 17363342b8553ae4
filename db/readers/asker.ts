import { AsyncLocalStorage } from 'node:async_hooks'

const askers = new AsyncLocalStorage<AbortSignal>()

/** Runs something for somebody who may go away: what is read for them meanwhile beside the loop ends with them. */
export const forAsker = <T>(signal: AbortSignal, run: () => T): T => askers.run(signal, run)

/** Who waits for what is read now; undefined where the program reads for itself. */
export const asker = (): AbortSignal | undefined => askers.getStore()
