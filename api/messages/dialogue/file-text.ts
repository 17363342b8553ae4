import type { Tx } from '../../../db/db.ts'
import { longestRequest } from '../../contacts/open-request.ts'
import { cut } from '../../platform/cut.ts'
import type { Actor, CitizenActor } from '../../vocabulary/actor.ts'
import type { OwnTicket } from '../intake/intake.types.ts'
import type { Outcome, TextIntake } from '../intake/text-intake.types.ts'
import { moveFiles } from '../media/attachments.store.ts'
import type { MessagesDeps } from '../messages.types.ts'
import type { WaitingText } from './dialogue.types.ts'

/** What a ticket keeps of a text: its own words, or, where only files came, how many of which kind. */
export const requestTextOf = ({ reading, say }: TextIntake) =>
  reading.ownWords || say({ name: 'files', params: { files: reading.files } })

/** Who acts on a citizen's ticket: nameless where theirs is confidential and what they say goes to the main one, which is not. */
export const actorOn = ({ actor }: TextIntake, { merged, confidential }: OwnTicket): CitizenActor =>
  merged && confidential ? { ...actor, name: '' } : actor

/** Adds the text to an open ticket; a person still has to look at it. */
export const supplement =
  (deps: MessagesDeps) =>
  async (intake: TextIntake, ticket: OwnTicket): Promise<Outcome> => {
    await deps.tickets.actIn(intake.tx, actorOn(intake, ticket), {
      ticketId: ticket.actOn,
      action: 'supplement',
      input: { text: cut(requestTextOf(intake), longestRequest) },
    })
    return {
      ticketId: ticket.id,
      filesTo: ticket.actOn,
      contact: 'open',
      replies: [{ name: 'ticket.supplemented', params: { number: ticket.number } }],
    }
  }

/** Files a text that waited for a choice as a new request; a ticket that an agent has made of it meanwhile is it. */
export const fileWaitingText =
  (deps: MessagesDeps) =>
  (tx: Tx, actor: Actor, citizenId: string, { text, lineId, contactIds }: WaitingText) =>
    deps.contacts.fileWaitingIn(tx, { channel: 'sms', actor, citizenId, lineId, text, contactIds })

/** Adds a text that waited for a choice to the chosen ticket. */
export const supplementWaitingText =
  (deps: MessagesDeps) => async (intake: TextIntake, ticket: OwnTicket, waitingText: WaitingText) => {
    await deps.contacts.lockIn(intake.tx, waitingText.contactIds)
    await deps.tickets.actIn(intake.tx, actorOn(intake, ticket), {
      ticketId: ticket.actOn,
      action: 'supplement',
      input: { text: cut(waitingText.text, longestRequest) },
    })
    await deps.contacts.fileIn(intake.tx, intake.actor, waitingText.contactIds, ticket.id)
    if (ticket.merged)
      await moveFiles(intake.tx, { contactIds: waitingText.contactIds, ticketId: ticket.actOn, at: intake.now })
  }
