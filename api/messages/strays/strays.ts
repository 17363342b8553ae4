import { record } from '../../audit/record.ts'
import { demand } from '../../platform/demand.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { openPage } from '../../platform/page.ts'
import { telephonyProblem } from '../../telephony/telephony.errors.ts'
import type { IncomingText } from '../../telephony/text-events.types.ts'
import type { DirectoryReads } from '../../directory/directory.cache.ts'
import { systemActor, type Actor } from '../../vocabulary/actor.ts'
import { messageProblem } from '../messages.errors.ts'
import { countStrays, deleteStray, findStray, insertStray, selectStrays } from './strays.store.ts'

/** What dealing with texts to unknown numbers needs. */
interface StrayDeps extends WriteDeps {
  directory: Pick<DirectoryReads, 'lineByNumber'>
}

/** Keeps a text to a number that is no line of the hotline: the carrier sends it to us, so somebody meant us. */
export const keepStray =
  (deps: WriteDeps) =>
  (incoming: IncomingText): Promise<void> =>
    deps.db.tx(async (tx) => {
      const id = deps.ids.next('strayText')
      const { ref, from, to, body } = incoming
      const row = { id, carrierRef: ref, fromNumber: from, toNumber: to, body, delivery: incoming }
      if ((await insertStray(tx, { ...row, receivedAt: deps.clock.now() })) === 0) return
      deps.log.warn({ strayText: id }, 'text to a number that is no line')
      await record(tx, deps, systemActor('carrier'), {
        audit: [{ action: 'strayText.kept', entity: 'strayText', entityId: id, after: { to } }],
      })
    })

/** What administrators may do with texts to numbers that are no line. */
export const createStrays = (deps: StrayDeps, receive: (text: IncomingText) => Promise<void>) => {
  const settle = (actor: Actor, id: string, action: 'strayText.taken' | 'strayText.dismissed') =>
    deps.db.tx(async (tx) => {
      if (!(await deleteStray(tx, id))) throw messageProblem('message.not-found')
      await record(tx, deps, actor, { audit: [{ action, entity: 'strayText', entityId: id }] })
    })
  return {
    count: () => countStrays(deps.db),
    /** Kept texts, newest first, with whether their number is a line by now. Throws `auth.forbidden`. */
    list: async (actor: Actor, { cursor, size }: { cursor?: string | undefined; size: number }) => {
      demand(actor, 'operations.manage')
      const page = openPage('stray-texts', {}, { cursor, size })
      const { items, next } = page.cut(await selectStrays(deps.db, page.after, size + 1), ({ receivedAt, id }) => ({
        at: receivedAt,
        id,
      }))
      return {
        items: items.map((row) => ({ row, isLine: deps.directory.lineByNumber(row.toNumber) !== undefined })),
        next,
      }
    },
    /**
     * Takes a kept text in as if it came now, once its number is a line. Broken off in the middle it is taken in once all the same, for the
     * carrier's id is claimed. Throws `auth.forbidden`, `message.not-found`, `carrier.unknown-number`.
     */
    take: async (actor: Actor, id: string): Promise<void> => {
      demand(actor, 'operations.manage')
      const row = await findStray(deps.db, id)
      if (!row) throw messageProblem('message.not-found')
      if (!deps.directory.lineByNumber(row.toNumber)) throw telephonyProblem('carrier.unknown-number')
      await receive(row.delivery)
      await settle(actor, id, 'strayText.taken')
    },
    /** Throws a kept text away. Throws `auth.forbidden`, `message.not-found`. */
    dismiss: async (actor: Actor, id: string): Promise<void> => {
      demand(actor, 'operations.manage')
      await settle(actor, id, 'strayText.dismissed')
    },
  }
}
export type Strays = ReturnType<typeof createStrays>
