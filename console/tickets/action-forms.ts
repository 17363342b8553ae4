import type { TicketAction } from '../../api/tickets/life/acts/acts.ts'

/** One field of an act's form. `required` and the lists are held against the server's inputs by a test. */
export type FieldSpec = { name: string; required?: true; /** Folded away until asked for. */ extra?: true } & (
  | { kind: 'text'; most: number; rows: number }
  | { kind: 'choice'; options: readonly string[]; words: string; fallback?: string }
  | { kind: 'yesNo'; fallback?: boolean }
  | { kind: 'number'; least: number; most: number; fallback: number }
  | { kind: 'moment' }
  | { kind: 'unit'; level?: 'district' | 'street' }
  | { kind: 'units' }
  | { kind: 'matter' }
  | { kind: 'ticket' }
  | { kind: 'files' }
  | { kind: 'limit' }
  | { kind: 'subLimit' }
)
export interface ActionForm {
  fields: readonly FieldSpec[]
  /** Sends the ticket to units: shows to whom and with which limit. */
  plan?: true
  /** Starts from what the ticket says, and only what was changed is sent. */
  edits?: true
}

const remark = (name: string, rows = 3) => ({ kind: 'text', name, most: 2000, rows }) as const
const must = <T extends object>(field: T): T & { required: true } => ({ ...field, required: true })
const long = (name: string, rows = 5) => ({ kind: 'text', name, most: 20_000, rows }) as const
const files = { kind: 'files', name: 'attachmentIds' } as const
const extra = <T extends object>(field: T): T & { extra: true } => ({ ...field, extra: true })

const declineOutcomes = [
  'emergencyTransfer',
  'statutoryRoute',
  'repeatNoNewFacts',
  'protectedContent',
  'outsideDuty',
  'unlawful',
]
const units = [
  extra({ kind: 'units', name: 'coUnitIds' } as const),
  extra({ kind: 'subLimit', name: 'coLimit' } as const),
  extra({ kind: 'units', name: 'copyUnitIds' } as const),
] as const
const instruction = remark('instruction', 2)
const limit = extra({ kind: 'limit', name: 'limit' } as const)
const lead = { kind: 'unit', name: 'leadUnitId' } as const

/** The forms of all acts: fields in the order one fills them in. */
export const actionForms: Readonly<Record<TicketAction, ActionForm>> = {
  accept: { fields: [] },
  submit: { fields: [] },
  sign: { fields: [] },
  reclassify: {
    edits: true,
    fields: [
      { kind: 'matter', name: 'matterCode' },
      {
        kind: 'choice',
        name: 'kind',
        words: 'kind',
        options: ['inquiry', 'help', 'complaint', 'violationReport', 'suggestion'],
      },
      { kind: 'choice', name: 'urgency', words: 'urgency', options: ['normal', 'urgent', 'critical'] },
      { kind: 'unit', name: 'districtId', level: 'district' },
      { kind: 'unit', name: 'streetId', level: 'street' },
      { kind: 'text', name: 'place', most: 300, rows: 1 },
      extra({ kind: 'text', name: 'title', most: 120, rows: 1 }),
      extra({ kind: 'unit', name: 'respondentUnitId' }),
      extra({ kind: 'yesNo', name: 'confidential' }),
      extra({ kind: 'yesNo', name: 'replyWanted' }),
      extra(remark('reason', 2)),
    ],
  },
  answerDirectly: { fields: [must(long('text')), remark('note', 2)] },
  decline: {
    fields: [
      must({ kind: 'choice', name: 'outcome', words: 'decline', options: declineOutcomes }),
      must(remark('route', 2)),
      must(remark('told')),
    ],
  },
  transferOut: {
    fields: [
      must({ kind: 'text', name: 'to', most: 100, rows: 1 }),
      must({ kind: 'yesNo', name: 'connected', fallback: true }),
      must(remark('told')),
    ],
  },
  dispatch: { plan: true, fields: [lead, instruction, ...units, limit] },
  redispatch: { plan: true, fields: [lead, must(remark('reason', 2)), instruction, ...units] },
  designate: { plan: true, fields: [must(lead), must(remark('reason', 2)), instruction, ...units, limit] },
  firstContact: {
    fields: [
      must({
        kind: 'choice',
        name: 'how',
        words: 'contactWay',
        options: ['phone', 'text', 'visit', 'other'],
        fallback: 'phone',
      }),
      must({ kind: 'yesNo', name: 'reached', fallback: true }),
      must(remark('text')),
      extra({ kind: 'moment', name: 'at' }),
    ],
  },
  returnTicket: {
    fields: [must(remark('reason')), must(remark('basis', 2)), { kind: 'unit', name: 'suggestedUnitId' }],
  },
  upholdReturn: { fields: [must(remark('note', 2))] },
  rejectReturn: { fields: [must(remark('note', 2))] },
  report: { fields: [must(long('text')), must({ kind: 'yesNo', name: 'finished', fallback: false }), files] },
  answer: { fields: [must(long('text')), must(long('result', 4)), files] },
  passReview: { fields: [remark('note', 2)] },
  sendBack: { fields: [must(remark('note'))] },
  close: { fields: [remark('note', 2)] },
  redo: { plan: true, fields: [must(remark('reason')), limit] },
  withdraw: { fields: [must(remark('reason'))] },
  terminate: {
    fields: [
      must({ kind: 'choice', name: 'ground', words: 'terminate', options: [...declineOutcomes, 'citizenRefuses'] }),
      must(remark('reason')),
      must(remark('told')),
    ],
  },
  merge: { fields: [must({ kind: 'ticket', name: 'mainTicketId' }), remark('reason', 2)] },
  pause: {
    fields: [
      must({
        kind: 'choice',
        name: 'reason',
        words: 'pauseReason',
        options: ['supplement', 'thirdParty', 'appraisal'],
        fallback: 'supplement',
      }),
      must(remark('note')),
      remark('told', 2),
    ],
  },
  resume: { fields: [remark('note', 2)] },
  urge: { fields: [remark('text', 2)] },
  extend: {
    fields: [must({ kind: 'number', name: 'workingDays', least: 1, most: 15, fallback: 5 }), must(remark('reason'))],
  },
  approveExtension: { fields: [remark('note', 2)] },
  refuseExtension: { fields: [must(remark('note', 2))] },
  supervise: {
    fields: [
      must({
        kind: 'choice',
        name: 'kind',
        words: 'superviseKind',
        options: ['daily', 'listed', 'interview'],
        fallback: 'daily',
      }),
      must({
        kind: 'choice',
        name: 'trigger',
        words: 'superviseTrigger',
        options: ['overdue', 'repeated', 'unsolved', 'refused', 'badEffect', 'staleKnowledge', 'other'],
      }),
      must(remark('text')),
    ],
  },
  note: {
    fields: [
      must(remark('text')),
      { kind: 'choice', name: 'visibility', words: 'visibility', options: ['unit', 'hotline'], fallback: 'unit' },
    ],
  },
  supplement: { fields: [must(long('text')), files] },
}

/** One key for each act; two acts share one only where no state allows both. */
export const actionKeys: Readonly<Record<TicketAction, string>> = {
  accept: 'a',
  answer: 'a',
  submit: 's',
  sign: 's',
  reclassify: 'c',
  firstContact: 'c',
  answerDirectly: 'shift+a',
  dispatch: 'd',
  redispatch: 'd',
  designate: 'shift+d',
  decline: 'shift+n',
  transferOut: 't',
  returnTicket: 'r',
  rejectReturn: 'r',
  upholdReturn: 'y',
  approveExtension: 'y',
  refuseExtension: 'shift+y',
  extend: 'e',
  close: 'e',
  pause: 'h',
  resume: 'h',
  report: 'l',
  passReview: 'p',
  sendBack: 'b',
  redo: 'b',
  withdraw: 'w',
  terminate: 'shift+e',
  merge: 'm',
  urge: 'u',
  supervise: 'v',
  supplement: 'i',
  note: 'n',
}
