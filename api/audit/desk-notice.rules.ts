import type { Audience } from '../../db/schema/platform.ts'
import { ticketActions, finalStates, type TicketAction, type TicketState } from '../vocabulary/ticket.ts'
import type { LiveNote } from './record.ts'

/** A notice that a live event leaves behind for its desks. */
export interface KeptNotice {
  subject: string
  /** `role:agent`, `unit:unt_…`, `staff:stf_…`. */
  hearers: string[]
  citizenId: string | null
  /** A danger: it stays open until somebody has handled it. */
  open: boolean
  /** Told once, however often it is heard: each line of a call may say it again. */
  once: boolean
}

/** Notices that a live event makes an end of. */
export type Ending =
  /** What was told of the subject is past; where a state is named, only what was told of another. */
  | { kind: 'past'; subject: string; state?: TicketState }
  /** The dangers of the subject are in the hands of whoever goes there. */
  | { kind: 'passedOn'; subject: string }

/** Who hears a notice: of an audience, the roles, the persons, and of the units those that are meant, not those above them. */
const hearersOf = ({ roles = [], staffIds = [], unitPaths = [] }: Audience): string[] => [
  ...new Set([
    ...roles.map((role) => `role:${role}`),
    ...staffIds.map((id) => `staff:${id}`),
    ...unitPaths.map((path) => `unit:${path.split('/').at(-2) ?? ''}`),
  ]),
]

/**
 * Handed on to the next desk's own queue, where every ticket passes: it stands there, and is no news. Of an answer and of a ticket sent to a unit
 * the desk is told.
 */
const queued: readonly string[] = ['submit', 'created', 'passReview'] satisfies (TicketAction | 'created')[]

/**
 * What a live event leaves behind for its desks, so that it is there after a reload and in another browser: every alert, the acts that tell a desk
 * (`tells`), and a dissatisfied citizen, who waits for a supervisor. Null for what merely refreshes a list.
 */
export const keptNotice = (note: LiveNote): KeptNotice | null => {
  const kept = (subject: string, hearers: string[], more: Partial<KeptNotice> = {}): KeptNotice | null =>
    hearers.length === 0 ? null : { subject, hearers, citizenId: null, open: false, once: false, ...more }
  if (note.topic === 'ticket') {
    if (!('notice' in note.payload) || queued.includes(note.type)) return null
    const { roles, unitIds } = note.payload.notice
    return kept(`act:${note.entityId}`, [
      ...roles.map((role) => `role:${role}`),
      ...unitIds.map((unit) => `unit:${unit}`),
    ])
  }
  if (note.topic === 'followUp' && note.type === 'dissatisfied')
    return kept(`dissatisfied:${note.payload.ticketId}`, ['role:supervisor'])
  if (note.topic !== 'alert') return null
  const hearers = hearersOf(note.audience)
  switch (note.type) {
    case 'read':
    case 'handled':
      return null
    case 'danger': {
      const { danger, citizenId } = note.payload
      const ofTicket = 'number' in note.payload
      return kept(dangerSubject(note.entityId, ofTicket ? null : danger), hearers, {
        citizenId,
        open: true,
        once: !ofTicket,
      })
    }
    case 'dangerInDraft':
      return kept(dangerSubject(note.entityId, note.payload.danger), hearers, {
        citizenId: note.payload.citizenId,
        open: true,
        once: true,
      })
    case 'transferred':
    case 'text':
      return kept(`${note.type}:${note.entityId}`, hearers, { citizenId: note.payload.citizenId })
    case 'recordingAbsent':
    case 'recordingLost':
    case 'recordingUnplaced':
      return kept(`recording:${note.entityId}`, hearers)
    case 'answeredOut':
    case 'notSent':
      return kept(`${note.type}:${note.entityId}`, hearers)
    case 'waitsAccept':
    case 'waitsSubmit':
    case 'waitsDispatch':
    case 'waitsSign':
    case 'waitsAnswer':
    case 'waitsReturn':
    case 'waitsResume':
    case 'waitsReview':
    case 'waitsFollowUp':
      return kept(`waits:${note.entityId}`, hearers)
    case 'waitsExtension':
    case 'waitsDecision':
    case 'waitsCheck':
      // They wait beside the ticket's state, and end by themselves.
      return kept(`${note.type}:${note.entityId}`, hearers)
    case 'undispatched':
    case 'yellow':
    case 'red':
    case 'overdue':
    case 'unsigned':
    case 'uncontacted':
    case 'coYellow':
    case 'coRed':
    case 'coOverdue':
      break
  }
  return kept(`due:${note.entityId}`, hearers)
}

/** The subject of a danger. Of a ticket there is one; in a call or a draft each kind is told of by itself. */
const dangerSubject = (entityId: string, kind: string | null): string =>
  kind === null ? `danger:${entityId}` : `danger:${entityId}:${kind}`

/** Acts by which a ticket leaves the hotline for whoever goes there. */
const passingOn: readonly string[] = ['dispatch', 'designate', 'redispatch', 'transferOut'] satisfies TicketAction[]
const actions: readonly string[] = ticketActions

/** Acts after which no request for more time waits any longer. */
const endsExtension: readonly string[] = [
  'approveExtension',
  'refuseExtension',
  'answer',
  'redispatch',
  'designate',
  'upholdReturn',
  'withdraw',
  'terminate',
  'merge',
] satisfies TicketAction[]

/** What ends with an event of a follow-up, by its type, before the ticket's id: what a supervisor owed, what a call list owed. */
const endedByFollowUp: Readonly<Record<string, readonly string[]>> = {
  decided: ['waitsDecision', 'dissatisfied'],
  started: ['waitsCheck'],
  answered: ['waits'],
  dissatisfied: ['waits'],
  noReply: ['waits'],
  unreachable: ['waits'],
}

/**
 * What a live event makes an end of: where a ticket stood before, what fell due of one that is over, a text that somebody has looked at, what
 * somebody owed and has done.
 */
export const endings = (note: LiveNote): Ending[] => {
  if (note.topic === 'message' && note.type === 'settled') return [{ kind: 'past', subject: `text:${note.entityId}` }]
  if (note.topic === 'followUp' && 'ticketId' in note.payload) {
    const { ticketId } = note.payload
    return (endedByFollowUp[note.type] ?? []).map((what) => ({ kind: 'past', subject: `${what}:${ticketId}` }))
  }
  if (note.topic !== 'ticket' || !actions.includes(note.type) || note.type === 'note') return []
  const { state } = note.payload
  return [
    { kind: 'past', subject: `act:${note.entityId}`, state },
    // Whom a ticket waited for is over with the state it waited in.
    { kind: 'past', subject: `waits:${note.entityId}`, state },
    ...(endsExtension.includes(note.type)
      ? [{ kind: 'past', subject: `waitsExtension:${note.entityId}` } as const]
      : []),
    ...(finalStates.includes(state) ? [{ kind: 'past', subject: `due:${note.entityId}` } as const] : []),
    ...(passingOn.includes(note.type) ? [{ kind: 'passedOn', subject: `danger:${note.entityId}` } as const] : []),
  ]
}
