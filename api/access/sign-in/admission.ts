import { createHmac, createSecretKey } from 'node:crypto'
import type { Db, Tx } from '../../../db/db.ts'
import { createBounded } from '../../platform/bounded.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { platformProblem } from '../../platform/problem.ts'
import { caps, countedAddress, waitFor, type CapName } from './caps.rules.ts'
import { addDebt, findDebts, findKnownPlaces, rememberPlace, removeDebt } from './tries.store.ts'

/** Who tries to sign in, from where. */
export interface Comer {
  /** The name as it is looked up: lower case. */
  name: string
  address: string
  /** The browser's own mark, if it brings one that is ours. */
  device: string | null
}

/** A try that may go on. */
export interface Admitted {
  /** The account was signed in to from this device or address before. */
  known: boolean
  /** Counts the try as failed. */
  failed(tx: Tx): Promise<void>
  /** Nothing is owed for this account here any more, and the place is known from now on. `device`: the mark that the browser is given. */
  succeeded(tx: Tx, device: string): Promise<void>
}

/**
 * Says whether a try to sign in may go on, by what failed before: for this account here, and for strangers also from this address, for this
 * account from anywhere and for all together. The counts stand in the database, so several servers share them; a try that is refused
 * costs a read. Names and addresses are kept as keyed hashes only. Throws `request.too-many`.
 */
export const createAdmission = (deps: { db: Db; clock: Clock; config: Pick<Config, 'sessionSecret'> }) => {
  const secret = createSecretKey(deps.config.sessionSecret, 'utf8')
  const hash = (...parts: string[]) =>
    createHmac('sha256', secret).update(parts.join('\n')).digest('base64url').slice(0, 32)
  /** Addresses that have used up their tries, and until when (ms since the epoch): what is owed only sinks, so nobody need be asked. */
  const spent = createBounded<string, { until: number }>({ most: 10_000, ms: caps.address.everyMs }, deps.clock)
  const refused = (wait: number) =>
    platformProblem('request.too-many', undefined, { retryAfterSeconds: Math.ceil(wait / 1000) })

  const remember = async (tx: Tx, { name, address }: Pick<Comer, 'name' | 'address'>, device: string) => {
    for (const key of [hash('device', device, name), hash('place', countedAddress(address), name)].toSorted()) {
      await removeDebt(tx, key)
      await rememberPlace(tx, key, deps.clock.now())
    }
  }

  return {
    /** Nothing is owed for an account at a place any more, and the place is known from now on. */
    remember,
    /** A name as the audit may keep it: whoever mistypes writes a password there, too. */
    hashName: (name: string) => hash('name', name),
    admit: async ({ name, address, device }: Comer): Promise<Admitted> => {
      const from = countedAddress(address)
      const ofAddress = hash('address', from)
      const now = deps.clock.now().getTime()
      const until = device === null ? spent.get(ofAddress)?.until : undefined
      if (until !== undefined && until > now) throw refused(until - now)

      const keys: Record<CapName, string> = {
        device: hash('device', device ?? '', name),
        place: hash('place', from, name),
        address: ofAddress,
        account: hash('account', name),
        all: hash('all'),
      }
      const places = await findKnownPlaces(deps.db, device === null ? [keys.place] : [keys.device, keys.place])
      const onDevice = device !== null && places.has(keys.device)
      const known = onDevice || places.has(keys.place)
      const counted: readonly CapName[] = onDevice
        ? ['device']
        : known
          ? ['place', 'address']
          : ['place', 'address', 'account', 'all']

      const debts = await findDebts(
        deps.db,
        counted.map((cap) => keys[cap]),
      )
      const waitOf = (cap: CapName) => waitFor(caps[cap], debts.get(keys[cap]) ?? 0, now)
      if (waitOf('address') > 0) spent.set(ofAddress, { until: now + waitOf('address') })
      const wait = Math.max(...counted.map(waitOf))
      if (wait > 0) throw refused(wait)

      return {
        known,
        failed: async (tx) => {
          // In one order everywhere: two servers that count the same keys must not wait for each other.
          for (const cap of counted.toSorted((a, b) => (keys[a] < keys[b] ? -1 : 1)))
            await addDebt(tx, keys[cap], caps[cap].everyMs, deps.clock.now().getTime())
        },
        succeeded: (tx, given) => remember(tx, { name, address }, given),
      }
    },
  }
}
export type Admission = ReturnType<typeof createAdmission>
