import { actTexts } from '../act-texts.ts'

/** Labels that the acts which send a ticket to units share. */
const units = {
  leadUnitId: 'Lead unit',
  instruction: 'Instruction',
  coUnitIds: 'Co-handling units',
  coLimit: 'Limit of the co-handling units',
  copyUnitIds: 'Copied units',
}
/** Where files go along. */
const attachmentIds = { label: 'Attachments', hint: 'Pictures, PDF, sound, video or documents, at most 10 MB each.' }

/** The texts of every act on a ticket: its name, and the label of each field of its form. */
export const acts = actTexts({
  accept: { name: 'Accept', done: 'Accepted' },
  submit: { name: 'Submit for dispatch', done: 'Submitted for dispatch' },
  answerDirectly: {
    name: 'Answer on the spot',
    done: 'Answered on the spot',
    fields: {
      text: { label: 'Answer', hint: 'Sent to the citizen as written; the ticket closes.' },
      note: 'Internal note',
    },
  },
  decline: {
    name: 'Decline',
    done: 'Declined',
    fields: {
      outcome: 'Why it is not accepted',
      route: 'Where the citizen is sent',
      told: 'What the citizen is told',
    },
  },
  transferOut: {
    name: 'Transfer at once',
    done: 'Transferred at once',
    fields: {
      to: { label: 'Handed to', hint: 'A line or department, for example 110 or 12315.' },
      connected: 'Connected',
      told: 'What the citizen is told',
    },
  },
  dispatch: { name: 'Dispatch', done: 'Dispatched', fields: { ...units, limit: 'Limit' } },
  redispatch: { name: 'Re-dispatch', done: 'Re-dispatched', fields: { ...units, reason: 'Why it is sent elsewhere' } },
  designate: {
    name: 'Designate',
    done: 'Unit designated',
    fields: {
      ...units,
      reason: 'Why this unit',
      limit: 'Limit',
    },
  },
  addHelper: {
    name: 'Add helpers',
    done: 'Helpers added',
    fields: {
      coUnitIds: units.coUnitIds,
      instruction: 'What they are asked to do',
      coLimit: units.coLimit,
      copyUnitIds: units.copyUnitIds,
    },
  },
  removeHelper: {
    name: 'Take helpers away',
    done: 'Helpers taken away',
    fields: { unitIds: 'Units', reason: 'Why they are not needed' },
  },
  sign: { name: 'Sign for', done: 'Signed for' },
  firstContact: {
    name: 'Record first contact',
    done: 'First contact recorded',
    fields: {
      how: 'By',
      reached: 'Reached',
      text: 'What was said',
      at: { label: 'When', hint: 'Empty means now.' },
    },
  },
  returnTicket: {
    name: 'Return',
    done: 'Asked to return it',
    fields: {
      reason: 'Why it is not ours',
      basis: { label: 'Basis', hint: 'The rule or the catalogue entry.' },
      suggestedUnitId: 'Unit suggested',
    },
  },
  upholdReturn: { name: 'Uphold return', done: 'Return upheld', fields: { note: 'Note' } },
  rejectReturn: { name: 'Reject return', done: 'Return rejected', fields: { note: 'Note' } },
  report: {
    name: 'Stage report',
    done: 'Stage report',
    fields: {
      text: 'Stage report',
      finished: 'Our part is done',
      attachmentIds,
    },
  },
  answer: {
    name: 'Answer',
    done: 'Answered',
    fields: {
      text: { label: 'Answer to the citizen', hint: 'Sent to the citizen as written, after review.' },
      result: { label: 'Report to the hotline', hint: 'For the reviewer: what was done, by whom, what remains.' },
      attachmentIds,
    },
  },
  passReview: { name: 'Pass review', done: 'Passed review', fields: { note: 'Note' } },
  sendBack: { name: 'Send back', done: 'Sent back', fields: { note: 'What is missing' } },
  close: { name: 'Close', done: 'Closed', fields: { note: 'Note' } },
  redo: {
    name: 'Order redo',
    done: 'Sent back to be done again',
    fields: { reason: 'Why it is done again', limit: 'Limit' },
  },
  withdraw: { name: 'Withdraw', done: 'Withdrawn', fields: { reason: 'Why it is withdrawn' } },
  terminate: {
    name: 'Terminate',
    done: 'Terminated',
    fields: {
      ground: 'Ground',
      reason: 'Reason',
      told: 'What the citizen is told',
    },
  },
  merge: {
    name: 'Merge',
    done: 'Merged',
    fields: {
      mainTicketId: { label: 'Main ticket', hint: 'Find it by number or words; the citizen gets its answer.' },
      reason: 'Reason',
    },
  },
  pause: {
    name: 'Pause',
    done: 'Paused',
    fields: {
      reason: 'Waiting for',
      note: 'Explanation',
      told: 'What the citizen is told',
    },
  },
  resume: { name: 'Resume', done: 'Resumed', fields: { note: 'Note' } },
  urge: { name: 'Urge', done: 'Urged', fields: { text: 'What is urged' } },
  extend: {
    name: 'Ask for more time',
    done: 'Asked for more time',
    fields: {
      workingDays: 'More working days',
      reason: { label: 'Why more time is needed', hint: 'The citizen is told when it is approved.' },
    },
  },
  approveExtension: { name: 'Approve extension', done: 'More time granted', fields: { note: 'Note' } },
  refuseExtension: { name: 'Refuse extension', done: 'More time refused', fields: { note: 'Note' } },
  supervise: {
    name: 'Supervise',
    done: 'Supervised',
    fields: {
      kind: 'Manner',
      trigger: 'Because',
      text: 'What is demanded',
    },
  },
  note: { name: 'Note', done: 'Note', fields: { text: 'Note', visibility: 'Who can read it' } },
  supplement: { name: 'Add information', done: 'Supplemented', fields: { text: 'What is added', attachmentIds } },
  reclassify: {
    name: 'Reclassify',
    done: 'Reclassified',
    fields: {
      matterCode: 'Matter',
      kind: 'Kind',
      urgency: 'Urgency',
      districtId: 'District',
      streetId: 'Street or town',
      place: 'Place',
      title: 'Title',
      respondentUnitId: 'Unit complained of',
      confidential: 'Confidential',
      replyWanted: 'Reply wanted',
      reason: 'Reason',
    },
  },
  keepConfidential: {
    name: 'Keep confidential',
    done: 'Confidential at the citizen’s wish',
    fields: {
      reason: {
        label: 'What the citizen said',
        hint: 'Only the hotline sees it. From now on units neither read nor find who asked.',
      },
    },
  },
})
