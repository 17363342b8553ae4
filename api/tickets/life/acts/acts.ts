import { ticketActions, type TicketAction } from '../../../vocabulary/ticket.ts'
import type { TicketAct } from '../define-act.ts'
import { addHelper } from './dispatch/add-helper.ts'
import { designateUnit } from './dispatch/designate-unit.ts'
import { dispatchTicket } from './dispatch/dispatch-ticket.ts'
import { redispatchTicket } from './dispatch/redispatch-ticket.ts'
import { rejectReturn } from './dispatch/reject-return.ts'
import { removeHelper } from './dispatch/remove-helper.ts'
import { upholdReturn } from './dispatch/uphold-return.ts'
import { mergeTicket } from './ending/merge-ticket.ts'
import { terminateTicket } from './ending/terminate-ticket.ts'
import { withdrawTicket } from './ending/withdraw-ticket.ts'
import { answerTicket } from './handling/answer-ticket.ts'
import { approveExtension } from './handling/approve-extension.ts'
import { extendLimit } from './handling/extend-limit.ts'
import { firstContact } from './handling/first-contact.ts'
import { pauseTicket } from './handling/pause-ticket.ts'
import { refuseExtension } from './handling/refuse-extension.ts'
import { reportProgress } from './handling/report-progress.ts'
import { resumeTicket } from './handling/resume-ticket.ts'
import { returnTicket } from './handling/return-ticket.ts'
import { signTicket } from './handling/sign-ticket.ts'
import { acceptTicket } from './intake/accept-ticket.ts'
import { answerDirectly } from './intake/answer-directly.ts'
import { declineTicket } from './intake/decline-ticket.ts'
import { reclassifyTicket } from './intake/reclassify-ticket.ts'
import { submitTicket } from './intake/submit-ticket.ts'
import { transferOut } from './intake/transfer-out.ts'
import { keepConfidential } from './remarks/keep-confidential.ts'
import { noteTicket } from './remarks/note-ticket.ts'
import { superviseTicket } from './remarks/supervise-ticket.ts'
import { supplementTicket } from './remarks/supplement-ticket.ts'
import { urgeTicket } from './remarks/urge-ticket.ts'
import { closeTicket } from './review/close-ticket.ts'
import { passReview } from './review/pass-review.ts'
import { redoTicket } from './review/redo-ticket.ts'
import { sendBack } from './review/send-back.ts'

/**
 * The ticket's life as data: action × state × role → state, guards, and whom it tells (domain: the acts and their rules).
 * The API serves buttons from it, the documents draw their diagram from it, the console its forms and keys, the tests walk every pair of it.
 */
export const acts = {
  accept: acceptTicket,
  submit: submitTicket,
  answerDirectly,
  decline: declineTicket,
  transferOut,
  dispatch: dispatchTicket,
  redispatch: redispatchTicket,
  designate: designateUnit,
  addHelper,
  removeHelper,
  sign: signTicket,
  firstContact,
  returnTicket,
  upholdReturn,
  rejectReturn,
  report: reportProgress,
  answer: answerTicket,
  passReview,
  sendBack,
  close: closeTicket,
  redo: redoTicket,
  withdraw: withdrawTicket,
  terminate: terminateTicket,
  merge: mergeTicket,
  pause: pauseTicket,
  resume: resumeTicket,
  urge: urgeTicket,
  extend: extendLimit,
  approveExtension,
  refuseExtension,
  supervise: superviseTicket,
  note: noteTicket,
  supplement: supplementTicket,
  reclassify: reclassifyTicket,
  keepConfidential,
} as const satisfies { readonly [Action in TicketAction]: TicketAct<Action> }
/** Every act by its name. */
export type Acts = typeof acts

/** Every act on a ticket, in the order in which menus and documents show them. */
export const actList = ticketActions.map((action) => acts[action])
/** Acts that send a ticket to units. */
export const sendingActions: readonly TicketAction[] = actList.filter(({ plan }) => plan).map(({ action }) => action)
