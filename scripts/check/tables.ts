import type { TableHome } from './tables.rule.ts'

const log = 'the audit log says to which ticket or citizen a thing belongs'

/**
 * Which room a table of the schema belongs to, and who else reads it. A reader is a room whose question needs a join or a count that a
 * verb of the owner could only answer row by row; it says here what for. Writing is the owner's alone.
 */
export const tables: Readonly<Record<string, TableHome>> = {
  audit: { owners: ['api/audit'] },
  outbox: {
    owners: ['api/platform', 'api/audit', 'api/operations'],
    readers: { 'api/messages': 'texts whose promise was kept without a report' },
  },
  inbox: { owners: ['api/telephony'] },
  liveEvent: { owners: ['api/platform', 'api/audit'] },
  deskNotice: { owners: ['api/audit', 'api/desk-notices'] },
  deskNoticeHearer: { owners: ['api/audit', 'api/desk-notices'] },
  deskNoticeRead: { owners: ['api/audit', 'api/desk-notices'] },
  deskNoticeSeen: { owners: ['api/desk-notices'] },
  counter: { owners: ['api/tickets', 'api/platform'] },
  retentionRun: { owners: ['api/retention'] },
  setting: {
    owners: ['api/operations', 'api/retention'],
    readers: { 'api/audit': 'whether a restore is not decided on yet' },
  },
  authUser: { owners: ['api/access'] },
  authSession: { owners: ['api/access'] },
  authAccount: { owners: ['api/access'] },
  authTwoFactor: { owners: ['api/access'] },
  authVerification: { owners: ['api/access'] },
  signInDebt: { owners: ['api/access'] },
  signInPlace: { owners: ['api/access'] },
  unit: { owners: ['api/directory'], readers: { 'api/followup': 'where a ticket stood among the units' } },
  line: { owners: ['api/directory'] },
  staff: { owners: ['api/directory'] },
  matter: { owners: ['api/catalogue'], readers: { 'api/audit': 'names in the audit log' } },
  limitRule: { owners: ['api/catalogue'] },
  trainingExample: { owners: ['api/tickets'], readers: { 'api/triage': 'what it learns from' } },
  article: { owners: ['api/knowledge'], readers: { 'api/audit': 'names in the audit log' } },
  citizen: {
    owners: ['api/citizens', 'api/messages'],
    readers: {
      'api/tickets': 'lists show who asked',
      'api/followup': 'lists show who is asked',
      'api/search': 'what is searched',
      'api/calls': 'the board shows who calls',
      'api/audit': 'names in the audit log',
    },
  },
  optOut: { owners: ['api/messages'] },
  strayText: { owners: ['api/messages'] },
  contact: {
    owners: ['api/contacts'],
    readers: {
      'api/audit': log,
      'api/messages': 'which threads wait for somebody to look',
      'api/calls': 'a call-back shows the contact it came from; the tickets of a call, which may be several',
    },
  },
  message: {
    owners: ['api/messages'],
    readers: { 'api/audit': log, 'api/tickets': 'the timeline shows whether a text arrived' },
  },
  dialogue: { owners: ['api/messages'] },
  attachment: { owners: ['api/tickets', 'api/messages'], readers: { 'api/audit': log } },
  call: {
    owners: ['api/calls'],
    readers: {
      'api/audit': log,
      'api/insight': 'counts by hour and line',
      'api/followup': 'whether a citizen was rung for a follow-up, and for how long',
    },
  },
  callOffer: { owners: ['api/calls'] },
  callTurn: { owners: ['api/calls'] },
  recording: {
    owners: ['api/calls'],
    readers: { 'api/audit': log, 'api/followup': 'a result by telephone can be heard' },
  },
  callback: { owners: ['api/calls'], readers: { 'api/audit': log } },
  presence: { owners: ['api/calls'], readers: { 'api/insight': 'how many are at their desks' } },
  ticket: {
    owners: ['api/tickets'],
    readers: {
      'api/contacts': 'the number of the ticket a contact became',
      'api/messages': 'lists of texts show their tickets',
      'api/insight': 'counts by state, unit and day',
      'api/followup': 'lists show what is asked about',
      'api/citizens': 'what a citizen asked before, and who may see it',
      'api/calls': 'the board shows the open tickets of whoever calls; who may hear the recordings of a ticket',
      'api/audit': 'numbers in the audit log; what of it accuses the unit of its reader',
      'api/search': 'what is searched',
    },
  },
  assignment: {
    owners: ['api/tickets'],
    readers: { 'api/citizens': 'which units may see a citizen', 'api/search': 'whose units a ticket is searched by' },
  },
  holding: { owners: ['api/tickets'] },
  ticketSearch: { owners: ['api/search'], readers: { 'api/tickets': 'the tickets that a search found' } },
  timelineEntry: {
    owners: ['api/audit'],
    readers: { 'api/tickets': 'the timeline of a ticket', 'api/search': 'what is searched' },
  },
  returnRequest: { owners: ['api/tickets'] },
  extension: { owners: ['api/tickets'] },
  answer: {
    owners: ['api/tickets'],
    readers: { 'api/followup': 'the answer that a citizen got is asked about', 'api/search': 'what is searched' },
  },
  draft: { owners: ['api/contacts'] },
  followUp: {
    owners: ['api/followup'],
    readers: {
      'api/audit': log,
      'api/tickets': 'the ticket page shows the round',
      'api/messages': 'whether a text answers one',
      'api/insight': 'the three rates',
    },
  },
  followUpAttempt: { owners: ['api/followup'] },
}
