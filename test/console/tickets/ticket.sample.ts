import type { ClockDto } from '../../../api/tickets/clock/ticket-clock.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import type { AnswerDto, AssignmentDto, TicketDto, UnitRef } from '../../../api/tickets/ticket.dto.ts'
import type { TicketActionDto } from '../../../api/tickets/ticket.dto.ts'

export const putuo: UnitRef = { id: 'u1', code: 'putuo', name: '普陀区', nameEn: 'Putuo', level: 'district' }
export const changfeng: UnitRef = {
  id: 'u2',
  code: 'putuo-changfeng',
  name: '长风新村街道',
  nameEn: 'Changfeng',
  level: 'street',
}

/** A ticket in a unit's hands that offers what the test says. */
export const sampleTicket = (actions: readonly TicketActionDto[], over: Partial<TicketDto> = {}): TicketDto => ({
  id: 't1',
  number: '202606010001',
  version: 4,
  state: 'handling',
  title: '路灯不亮',
  kind: 'help',
  matter: { code: 'municipal.lighting.lamp-out', path: ['市政', '路灯', '路灯不亮'], pathEn: ['City', 'Lamps', 'Out'] },
  urgency: 'normal',
  danger: null,
  channel: 'sms',
  leadUnit: putuo,
  place: '大渡河路108弄',
  confidential: false,
  supervised: false,
  designated: false,
  redoCount: 0,
  returnCount: 0,
  urgeCount: 0,
  clock: null,
  partClock: null,
  lostAt: null,
  closeReason: null,
  createdAt: '2026-06-01T02:00:00.000Z',
  updatedAt: '2026-06-01T03:00:00.000Z',
  request: '门口路灯坏了三天',
  district: putuo,
  street: changfeng,
  lat: null,
  lon: null,
  lineId: null,
  contactId: null,
  citizen: null,
  replyWanted: true,
  respondent: null,
  whyUnit: null,
  decidedBy: null,
  outcome: null,
  acceptedAt: null,
  dispatchedAt: null,
  answeredAt: null,
  closedAt: null,
  erasedAt: null,
  extensionCount: 0,
  assignments: [],
  answers: [],
  returns: [],
  extensions: [],
  followUps: [],
  attachments: [],
  mainTicket: null,
  mergedTickets: [],
  lookAlikes: [],
  actions: [...actions],
  ...over,
})

/** A unit that has the ticket and has done nothing with it yet; the lead, unless a test says otherwise. */
export const sampleAssignment = (over: Partial<AssignmentDto> = {}): AssignmentDto => ({
  id: 'as1',
  unit: putuo,
  role: 'lead',
  round: 0,
  state: 'active',
  designated: false,
  instruction: null,
  dispatchedAt: '2026-06-01T02:00:00.000Z',
  signBy: null,
  signedAt: null,
  contactBy: null,
  contactedAt: null,
  returnBy: null,
  dueAt: null,
  clock: null,
  answeredAt: null,
  endedAt: null,
  endReason: null,
  ...over,
})

/** What a unit answered, waiting for its review. */
export const sampleAnswer = (over: Partial<AnswerDto> = {}): AnswerDto => ({
  id: 'a1',
  unit: putuo,
  round: 0,
  text: '已到现场修复',
  result: '现场已核实',
  attachmentIds: [],
  state: 'submitted',
  createdAt: '2026-06-02T02:00:00.000Z',
  createdBy: '陈工',
  reviewedAt: null,
  reviewedBy: null,
  note: null,
  ...over,
})

/** What this reader may do with a ticket. */
export const offer = (action: TicketAction, over: Partial<TicketActionDto> = {}): TicketActionDto => ({
  action,
  tone: 'normal',
  needs: [],
  tells: [],
  ...over,
})

/** A clock that has run for half of its two working days, with how it was computed. */
export const sampleClock = (over: Partial<ClockDto> = {}): ClockDto => ({
  state: 'running',
  level: 'ok',
  dueAt: '2026-06-03T15:59:59.999Z',
  remaining: { workingDays: 1, hours: 4, ms: 100_800_000 },
  used: 0.5,
  unit: 'wd',
  startedAt: '2026-06-01T02:00:00.000Z',
  limit: { value: 2, unit: 'wd' },
  basis: '《办法》第二十条',
  basisEn: 'Measures, art. 20',
  grade: 'A',
  provisional: false,
  pausedAt: null,
  pauseReason: null,
  extensions: [],
  explain: {
    startDate: '2026-06-01',
    firstDate: '2026-06-02',
    lastDate: '2026-06-03',
    skipped: [],
    madeUp: [],
    rolledFrom: null,
    unpublishedYear: null,
  },
  ...over,
})
