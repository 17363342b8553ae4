import type { Tx } from '../../../db/db.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Message } from '../messages.types.ts'
import { insertOptOut, newestWordOf } from './opt-out.store.ts'

/**
 * The carrier would not take a text, for its receiver told the carrier to stop: the ledger says so from now on. A receiver who has asked for texts
 * since that text was written is not shut out again by news of it that comes late.
 */
export const noteStopped = async (
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  { id, toNumber, createdAt }: Pick<Message, 'id' | 'toNumber' | 'createdAt'>,
): Promise<void> => {
  const newest = await newestWordOf(tx, toNumber)
  if (newest !== null && (newest.state === 'stopped' || newest.at > createdAt)) return
  await insertOptOut(tx, {
    id: deps.ids.next('optOut'),
    phone: toNumber,
    state: 'stopped',
    source: 'carrier',
    messageRef: id,
    at: deps.clock.now(),
  })
}
