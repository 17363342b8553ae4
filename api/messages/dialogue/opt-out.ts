import type { MessagesDeps } from '../messages.types.ts'
import { insertOptOut } from '../sending/opt-out.store.ts'
import { isE164 } from '../sending/sender.rules.ts'
import type { Outcome, Turn } from '../intake/turn.types.ts'

const note = async (deps: MessagesDeps, turn: Turn, state: 'stopped' | 'started') => {
  const id = deps.ids.next('optOut')
  const { optOut } = turn.incoming
  await insertOptOut(turn.tx, {
    id,
    phone: turn.incoming.from,
    state,
    source: optOut === null ? 'text' : 'carrier',
    messageRef: turn.messageId,
    at: turn.now,
  })
  return { action: `optOut.${state}`, entity: 'citizen', entityId: turn.citizen.id, after: { channel: 'sms', state } }
}

/** STOP: into the ledger, and not a word more. The carrier confirms its own words by itself. */
export const stop =
  (deps: MessagesDeps) =>
  async (turn: Turn): Promise<Outcome> => ({
    ticketId: null,
    contact: 'closed',
    replies: [],
    audit: isE164(turn.incoming.from) ? [await note(deps, turn, 'stopped')] : [],
  })

/** START: texts may go out again. A Chinese word is not known to the carrier, so it is confirmed here. */
export const start =
  (deps: MessagesDeps) =>
  async (turn: Turn): Promise<Outcome> => ({
    ticketId: null,
    contact: 'closed',
    replies: turn.incoming.optOut === null && turn.heard.word?.locale === 'zh' ? [{ name: 'resumed' }] : [],
    audit: isE164(turn.incoming.from) ? [await note(deps, turn, 'started')] : [],
  })
