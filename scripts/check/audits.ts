import type { AuditLists } from './audit.rule.ts'

const worker = 'how far a promise is; what it brings about is audited where it acts'
const accounts = "better-auth's own rows; sign-in, sign-out and changes of staff are audited by their verbs"
const carrier = 'what the carrier said of a command that was audited when it was given'
const drafts = "a person's own unfinished form, saved every few seconds; filing it is audited"

/** What the check of audits cannot see by itself. */
export const audits: AuditLists = {
  path: 'scripts/check/audits.ts',
  handedIn: {
    actIn: 'api/tickets#actIn',
    changeStaffIn: 'api/directory#changeStaffIn',
    addStaffIn: 'api/directory#addStaffIn',
    createStaffIn: 'api/access#createStaffIn',
    openTicketIn: 'api/tickets#openTicketIn',
    changeCitizenIn: 'api/citizens#changeCitizenIn',
    fileWaitingIn: 'api/contacts#fileWaitingIn',
  },
  unaudited: {
    'api/contacts#createDrafts': drafts,
    'api/contacts#save': drafts,
    'api/desk-notices#readNotices': 'what a person has read is their own',
    'api/platform#respell': 'the spelling of a search text, which nobody sees',
    'api/search#indexWaiting': 'the index of words, which tells nothing that the tickets do not',
    'api/search#rebuildIndex': 'the same',
    'api/tickets#remindOne': 'somebody is reminded of what waits; the timeline says so',
    'api/followup#remindOne': 'somebody is reminded of what they owe of a follow-up; the timeline says so',
    'api/tickets#warnOne': 'the clock tells of a limit; the timeline says so',
    'api/operations#createCommitProof': 'proves that the database commits; nothing of the city changes',
    'api/retention#carryOut': 'takes a turn, or a page of a run; the run is audited at its end',
    'api/platform#claimDue': worker,
    'api/platform#releaseStale': worker,
    'api/platform#finish': worker,
    'api/messages#fetchAttachment': 'the picture of a text that was audited when it came',
    'api/messages#noteStatus': carrier,
    'api/messages#settleMessage': carrier,
    'api/messages#tellLost': 'whoever hears of it audits what follows from it',
    'api/calls#carrierEffects': carrier,
    'api/calls#heartbeat': 'a desk is still there, every few seconds',
    'api/access#prolongSession': accounts,
    'api/access#insertAuth': accounts,
    'api/access#updateAuth': accounts,
    'api/access#deleteAuth': accounts,
    'api/access#updateOneAuth': accounts,
    'api/access#consumeAuth': accounts,
  },
}
