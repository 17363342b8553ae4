import type { Audience } from '../../db/schema/platform.ts'
import type { RecordingState } from '../vocabulary/call.ts'
import type { DangerKind, EmergencyNumber } from '../vocabulary/danger.ts'
import type { Role } from '../vocabulary/directory.ts'
import type { TicketState } from '../vocabulary/ticket.ts'
import type { DeskNotice, HearingPart } from './desk-notice.types.ts'
import { waiting, warning } from './warning.rules.ts'

/** A danger that a ticket is about. */
interface DangerFacts {
  number: string
  danger: DangerKind
  citizenId: string
  /** The number that takes it; null where a person said that there is a danger. */
  call: EmergencyNumber | null
}

/** A danger that was heard in a call, with the number to ring. */
interface CallDangerFacts {
  callId: string
  agentId: string | null
  danger: DangerKind
  call: EmergencyNumber
  words: readonly string[]
  citizenId: string
}

/** A danger in what an agent is writing down. */
interface DraftDangerFacts {
  agentId: string
  danger: DangerKind
  call: EmergencyNumber
  words: readonly string[]
  citizenId: string
}

/** A recording that cannot be had. */
interface RecordingFacts {
  recordingId: string
  agentId: string | null
}

const desks: readonly Role[] = ['agent', 'dispatcher', 'supervisor', 'admin']

const agentAnd = (roles: readonly Role[], agentId: string | null): Audience => ({
  roles: [...roles],
  staffIds: agentId === null ? [] : [agentId],
})

const supervisor = (): Role[] => ['supervisor']
const byTicketLimit = ({ role, byTicketLimit: goes }: HearingPart) => role !== 'co' || goes
const leadAndCopied = ({ role }: HearingPart) => role !== 'co'

const dangerInTicket: DeskNotice<DangerFacts> = {
  on: 'a ticket about a danger is opened, or a text tells more of it',
  whom: 'agents, dispatchers, supervisors, administrators',
  words: 'desk.alert',
  to: () => ({ roles: [...desks] }),
  event: ({ number, danger, citizenId, call }) => ({ type: 'danger', payload: { number, danger, citizenId, call } }),
}

const dangerInCall: DeskNotice<CallDangerFacts> = {
  on: 'the citizen tells of a danger in a call',
  whom: 'the agent of the call, or all agents while it has none; supervisors',
  words: 'desk.alert',
  to: ({ agentId }) => agentAnd(agentId === null ? ['supervisor', 'agent'] : ['supervisor'], agentId),
  event: ({ danger, call, words, callId, citizenId }) => ({
    type: 'danger',
    payload: { danger, call, words: [...words], callId, citizenId },
  }),
}

const dangerInDraft: DeskNotice<DraftDangerFacts> = {
  on: 'an agent writes down a danger, of which no ticket and no call tells yet',
  whom: 'the agent, supervisors',
  words: 'desk.alert',
  to: ({ agentId }) => agentAnd(['supervisor'], agentId),
  event: ({ danger, call, words, citizenId }) => ({
    type: 'dangerInDraft',
    payload: { danger, call, words: [...words], citizenId },
  }),
}

const transferred: DeskNotice<{ agentId: string; citizenId: string }> = {
  on: 'a colleague passes a call on to an agent',
  whom: 'that agent',
  words: 'notice.transferred',
  to: ({ agentId }) => agentAnd([], agentId),
  event: ({ citizenId }) => ({ type: 'transferred', payload: { citizenId } }),
}

const text: DeskNotice<{ citizenId: string }> = {
  on: 'a text came that the program could not settle',
  whom: 'agents',
  words: 'notice.text',
  to: () => ({ roles: ['agent'] }),
  event: ({ citizenId }) => ({ type: 'text', payload: { citizenId } }),
}

const ofRecording = {
  whom: 'the agent of the call, supervisors',
  words: 'recording.lost',
  to: ({ agentId }: RecordingFacts) => agentAnd(['supervisor'], agentId),
}

const recordingAbsent: DeskNotice<RecordingFacts & { state: RecordingState }> = {
  ...ofRecording,
  on: 'the carrier made no recording of a call',
  event: ({ recordingId, state }) => ({ type: 'recordingAbsent', payload: { recordingId, state } }),
}

const recordingLost: DeskNotice<RecordingFacts> = {
  ...ofRecording,
  on: 'a recording could not be fetched from the carrier',
  event: ({ recordingId }) => ({ type: 'recordingLost', payload: { recordingId } }),
}

const recordingUnplaced: DeskNotice<{ state: RecordingState }> = {
  on: 'the carrier has a recording that belongs to no known call; it stays there',
  whom: 'supervisors, administrators',
  words: 'recording.unplaced',
  to: () => ({ roles: ['supervisor', 'admin'] }),
  event: ({ state }) => ({ type: 'recordingUnplaced', payload: { state } }),
}

const answeredOut: DeskNotice<{ most: number }> = {
  on: 'a number was answered by the program as often within an hour as it may be; what it texts now waits for a person',
  whom: 'agents, supervisors',
  words: 'threads.answeredOut',
  to: () => ({ roles: ['agent', 'supervisor'] }),
  event: ({ most }) => ({ type: 'answeredOut', payload: { most } }),
}

const notSent: DeskNotice<{ number: string; state: TicketState; by: string }> = {
  on: 'a ticket that was to be sent to a unit could not leave',
  whom: 'whoever decided it, dispatchers',
  words: 'desk.notSent',
  to: ({ by }) => agentAnd(['dispatcher'], by),
  event: ({ number, state }) => ({ type: 'notSent', payload: { number, state } }),
}

/** Every notice to a desk: the one place that says when, and who hears it. An act's own hearers stand in the act (`tells`). */
export const deskNotices = {
  dangerInTicket,
  dangerInCall,
  dangerInDraft,
  transferred,
  text,
  recordingAbsent,
  recordingUnplaced,
  recordingLost,
  answeredOut,
  notSent,
  undispatched: warning({
    type: 'undispatched',
    on: 'nobody has dispatched a ticket within the wait of its urgency; again after twice and four times of it',
    whom: 'dispatchers; supervisors from the second time on',
    roles: (level) => (level >= 2 ? ['dispatcher', 'supervisor'] : ['dispatcher']),
  }),
  yellow: warning({
    type: 'yellow',
    on: 'the limit of a ticket is near',
    whom: 'the units that go by it, the copied too',
    units: byTicketLimit,
  }),
  red: warning({
    type: 'red',
    on: 'the limit of a ticket is very near',
    whom: 'the units that go by it, the copied too; supervisors',
    units: byTicketLimit,
    roles: supervisor,
  }),
  overdue: warning({
    type: 'overdue',
    on: 'the limit of a ticket has passed',
    whom: 'the units that go by it, the copied too; supervisors',
    units: byTicketLimit,
    roles: supervisor,
  }),
  unsigned: warning({
    type: 'unsigned',
    on: 'the lead unit has not signed within the window',
    whom: 'the lead unit and the copied; supervisors',
    units: leadAndCopied,
    roles: supervisor,
  }),
  uncontacted: warning({
    type: 'uncontacted',
    on: 'the lead unit has not contacted the citizen within the window',
    whom: 'the lead unit and the copied',
    units: leadAndCopied,
  }),
  coYellow: warning({
    type: 'coYellow',
    on: 'the limit of a co-handling unit is near',
    whom: 'that unit',
    units: ({ own }) => own,
  }),
  coRed: warning({
    type: 'coRed',
    on: 'the limit of a co-handling unit is very near',
    whom: 'that unit; supervisors',
    units: ({ own }) => own,
    roles: supervisor,
  }),
  coOverdue: warning({
    type: 'coOverdue',
    on: 'the limit of a co-handling unit has passed',
    whom: 'that unit and the lead unit; supervisors',
    units: ({ own, role }) => own || role === 'lead',
    roles: supervisor,
  }),
  waitsAccept: waiting('waitsAccept'),
  waitsSubmit: waiting('waitsSubmit'),
  waitsDispatch: waiting('waitsDispatch'),
  waitsSign: waiting('waitsSign'),
  waitsAnswer: waiting('waitsAnswer'),
  waitsReturn: waiting('waitsReturn'),
  waitsResume: waiting('waitsResume'),
  waitsReview: waiting('waitsReview'),
  waitsFollowUp: waiting('waitsFollowUp'),
  waitsExtension: waiting('waitsExtension'),
  waitsDecision: waiting('waitsDecision'),
  waitsCheck: waiting('waitsCheck'),
}
