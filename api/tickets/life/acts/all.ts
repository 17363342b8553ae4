import type { TicketVerb } from '../ticket.verb.ts'
import type { VerbDeps } from '../verb.deps.ts'
import { acceptTicket } from './accept-ticket.ts'
import { answerDirectly } from './answer-directly.ts'
import { answerTicket } from './answer-ticket.ts'
import { approveExtension } from './approve-extension.ts'
import { closeTicket } from './close-ticket.ts'
import { declineTicket } from './decline-ticket.ts'
import { designateUnit } from './designate-unit.ts'
import { dispatchTicket } from './dispatch-ticket.ts'
import { extendLimit } from './extend-limit.ts'
import { firstContact } from './first-contact.ts'
import { mergeTicket } from './merge-ticket.ts'
import { noteTicket } from './note-ticket.ts'
import { passReview } from './pass-review.ts'
import { pauseTicket } from './pause-ticket.ts'
import { reclassifyTicket } from './reclassify-ticket.ts'
import { redispatchTicket } from './redispatch-ticket.ts'
import { redoTicket } from './redo-ticket.ts'
import { refuseExtension } from './refuse-extension.ts'
import { rejectReturn } from './reject-return.ts'
import { reportProgress } from './report-progress.ts'
import { resumeTicket } from './resume-ticket.ts'
import { returnTicket } from './return-ticket.ts'
import { sendBack } from './send-back.ts'
import { signTicket } from './sign-ticket.ts'
import { submitTicket } from './submit-ticket.ts'
import { superviseTicket } from './supervise-ticket.ts'
import { supplementTicket } from './supplement-ticket.ts'
import { terminateTicket } from './terminate-ticket.ts'
import { transferOut } from './transfer-out.ts'
import { upholdReturn } from './uphold-return.ts'
import { urgeTicket } from './urge-ticket.ts'
import { withdrawTicket } from './withdraw-ticket.ts'

/** Every act on a ticket, one verb for each action of the machine. */
export const ticketVerbs = (deps: VerbDeps): TicketVerb[] => [
  acceptTicket,
  submitTicket,
  reclassifyTicket(deps),
  answerDirectly(deps),
  declineTicket,
  transferOut,
  dispatchTicket(deps),
  redispatchTicket(deps),
  designateUnit(deps),
  signTicket(deps),
  firstContact,
  returnTicket(deps),
  upholdReturn(deps),
  rejectReturn(deps),
  extendLimit(deps),
  approveExtension(deps),
  refuseExtension,
  pauseTicket(deps),
  resumeTicket(deps),
  reportProgress(deps),
  answerTicket(deps),
  passReview(deps),
  sendBack(deps),
  closeTicket,
  redoTicket(deps),
  withdrawTicket,
  terminateTicket,
  mergeTicket,
  urgeTicket,
  superviseTicket,
  noteTicket,
  supplementTicket,
]
