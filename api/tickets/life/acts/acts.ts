import { designateUnit } from './dispatch/designate-unit.ts'
import { dispatchTicket } from './dispatch/dispatch-ticket.ts'
import { redispatchTicket } from './dispatch/redispatch-ticket.ts'
import { rejectReturn } from './dispatch/reject-return.ts'
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
import { noteTicket } from './remarks/note-ticket.ts'
import { superviseTicket } from './remarks/supervise-ticket.ts'
import { supplementTicket } from './remarks/supplement-ticket.ts'
import { urgeTicket } from './remarks/urge-ticket.ts'
import { closeTicket } from './review/close-ticket.ts'
import { passReview } from './review/pass-review.ts'
import { redoTicket } from './review/redo-ticket.ts'
import { sendBack } from './review/send-back.ts'

/** Every act on a ticket, in the order in which menus and documents show them. */
export const actList = [
  acceptTicket,
  submitTicket,
  answerDirectly,
  declineTicket,
  transferOut,
  dispatchTicket,
  redispatchTicket,
  designateUnit,
  signTicket,
  firstContact,
  returnTicket,
  upholdReturn,
  rejectReturn,
  reportProgress,
  answerTicket,
  passReview,
  sendBack,
  closeTicket,
  redoTicket,
  withdrawTicket,
  terminateTicket,
  mergeTicket,
  pauseTicket,
  resumeTicket,
  urgeTicket,
  extendLimit,
  approveExtension,
  refuseExtension,
  superviseTicket,
  noteTicket,
  supplementTicket,
  reclassifyTicket,
] as const

type Listed = (typeof actList)[number]
/** Every act by its name. */
export type Acts = { readonly [Act in Listed as Act['action']]: Act }
export type TicketAction = keyof Acts

/** Entries lose which name goes with which act; here each goes with its own. */
const byName = (list: readonly Listed[]) => Object.fromEntries(list.map((act) => [act.action, act])) as Acts

/**
 * The ticket's life as data: action × state × role → state, guards, and whom it tells (domain: the acts and their rules).
 * The API serves buttons from it, the documents draw their diagram from it, the console its forms and keys, the tests walk every pair of it.
 */
export const acts = byName(actList)
export const ticketActions: readonly TicketAction[] = actList.map(({ action }) => action)
/** Acts that send a ticket to units. */
export const sendingActions: readonly TicketAction[] = actList.filter(({ plan }) => plan).map(({ action }) => action)
