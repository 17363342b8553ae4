import type { After } from '../../../db/keyset.ts'
import { arrivalIn } from '../../vocabulary/message.ts'
import type { Job } from '../../platform/jobs.ts'
import type { ListedText } from '../../telephony/text-events.types.ts'
import { findByCarrierRef, findMessage, mostUnsettled, unsettledMessages } from '../messages.store.ts'
import type { MessagesDeps } from '../messages.types.ts'
import { noteStatus } from './note-status.ts'

/** The carrier is asked about a text of which nothing final was heard from this long after its sending, ms, … */
const patience = 15 * 60_000
/** … until this long after: then what is known stays. */
const window = 3 * 3_600_000
/** Longer than two runs lie apart: what falls out of the window is told as lost in one of them at least. */
const outOfWindow = 25 * 60_000

/** How much earlier than ours the carrier's clock may say that it took a text, ms. */
const clocksApart = 60_000

type Unsettled = Awaited<ReturnType<typeof unsettledMessages>>[number]

/** Which of the carrier's texts one of ours is: by its id, or, where a time-out hid that, the only one of these words that is no other of ours. */
const findSeen = async (deps: MessagesDeps, ours: Unsettled, seen: ListedText[]): Promise<ListedText | null> => {
  if (ours.carrierRef !== null) return seen.find(({ ref }) => ref === ours.carrierRef) ?? null
  const since = ours.createdAt.getTime() - clocksApart
  const alike: ListedText[] = []
  for (const text of seen)
    if (text.body === ours.body && text.takenAt.getTime() >= since && !(await findByCarrierRef(deps.db, text.ref)))
      alike.push(text)
  const [only] = alike
  return alike.length === 1 && only ? only : null
}

/** Texts of which nothing more will be heard count as not arrived: whoever waits for their answer must know. All of them: an outage leaves many. */
const tellLost = async (deps: MessagesDeps, now: number) => {
  const [since, until] = [new Date(now - window - outOfWindow), new Date(now - window)]
  for (let after: After | null = null; ;) {
    const rows: Unsettled[] = await unsettledMessages(deps.db, since, until, after)
    for (const { id } of rows)
      await deps.db.tx(async (tx) => {
        const message = await findMessage(tx, id)
        if (message && arrivalIn[message.status] === 'unknown') await deps.textLost(tx, message)
      })
    const last = rows.at(-1)
    if (!last || rows.length < mostUnsettled) return
    after = { at: last.runAt, id: last.id }
  }
}

/**
 * Asks the carrier about texts whose callbacks did not come, or whose sending timed out, and notes what it says as a callback would have.
 * Nothing is sent again. While the carrier does not answer, the rest waits for the next time.
 */
export const reconcileTextsJob = (deps: MessagesDeps): Job => {
  const note = noteStatus(deps)
  return {
    name: 'messages.reconcile',
    everyMs: 600_000,
    run: async () => {
      const now = deps.clock.now().getTime()
      const rows = await unsettledMessages(deps.db, new Date(now - window), new Date(now - patience))
      let count = 0
      for (const ours of rows) {
        const seen = await deps.telephony.textsTo(ours.toNumber, ours.fromNumber)
        if ('unknown' in seen) {
          deps.log.warn({ reason: seen.message }, 'the carrier does not tell what became of texts')
          break
        }
        const found = await findSeen(deps, ours, seen)
        if (!found) continue
        await note({ ...found, deliveryToken: null, messageId: ours.id })
        count++
      }
      await tellLost(deps, now)
      return count
    },
  }
}
