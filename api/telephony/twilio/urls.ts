import type { Config } from '../../platform/config.ts'

/** The address of a webhook that answers with a document; the carrier asks once and gives up after 15 s. */
export const controlUrl = (config: Pick<Config, 'publicUrl'>, path: string) => `${config.publicUrl}${path}`

/**
 * The address of a webhook that only hears of events: the carrier repeats it three times whatever went wrong
 * (by default only a failed connection is repeated). The fragment is neither sent nor signed.
 */
export const eventUrl = (config: Pick<Config, 'publicUrl'>, path: string) => `${config.publicUrl}${path}#rc=3&rp=all`
