import type { Tx } from '../../db/db.ts'
import { readTogether } from '../triage/read-together.ts'
import type { Proposal, Triage } from '../triage/triage.types.ts'
import type { Channel } from '../vocabulary/contact.ts'
import { newestContacts } from './contacts.store.ts'

/** How long after a piece the next one is still part of what is being said, ms. */
const togetherMs = 180_000
const most = 3

/** Something a citizen says by one channel, in which triage heard no danger. */
interface Piece {
  citizenId: string
  channel: Channel
  text: string
  at: Date
}

/**
 * The danger in what a citizen says together with what they said by the same channel in the last minutes (煤气, then 漏了): the proposal for all of
 * it, and all of it as one text. Null where there is none; what was told of before is not told again.
 */
export const hearWithLately =
  (deps: { triage: Pick<Triage, 'propose'> }) =>
  async (tx: Tx, { citizenId, channel, text, at }: Piece): Promise<{ proposal: Proposal; text: string } | null> => {
    const since = new Date(at.getTime() - togetherMs)
    const rows = await newestContacts(tx, citizenId, { channel, since, limit: most })
    const told = rows.findIndex(({ danger }) => danger !== null)
    const lately = (told < 0 ? rows : rows.slice(0, told)).map((row) => row.text).toReversed()
    return lately.length === 0 ? null : readTogether(deps.triage, lately, text)
  }
