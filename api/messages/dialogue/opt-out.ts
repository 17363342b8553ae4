import type { MessagesDeps } from '../messages.types.ts'
import { insertOptOut } from '../sending/opt-out.store.ts'
import { isE164 } from '../sending/sender.rules.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'

const note = async (deps: MessagesDeps, intake: TextIntake, state: 'stopped' | 'started') => {
  const id = deps.ids.next('optOut')
  const { optOut } = intake.incoming
  await insertOptOut(intake.tx, {
    id,
    phone: intake.incoming.from,
    state,
    source: optOut === null ? 'text' : 'carrier',
    messageRef: intake.messageId,
    at: intake.now,
  })
  return { action: `optOut.${state}`, entity: 'citizen', entityId: intake.citizen.id, after: { channel: 'sms', state } }
}

/** STOP: into the ledger, and not a word more. The carrier confirms its own words by itself. */
export const stop =
  (deps: MessagesDeps) =>
  async (intake: TextIntake): Promise<Outcome> => ({
    ticketId: null,
    contact: 'closed',
    replies: [],
    audit: isE164(intake.incoming.from) ? [await note(deps, intake, 'stopped')] : [],
  })

/** START: texts may go out again. A Chinese word is not known to the carrier, so it is confirmed here. */
export const start =
  (deps: MessagesDeps) =>
  async (intake: TextIntake): Promise<Outcome> => ({
    ticketId: null,
    contact: 'closed',
    replies: intake.incoming.optOut === null && intake.reading.keyword?.locale === 'zh' ? [{ name: 'resumed' }] : [],
    audit: isE164(intake.incoming.from) ? [await note(deps, intake, 'started')] : [],
  })
