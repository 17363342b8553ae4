import type { Role } from '../vocabulary/directory.ts'
import type { AssignmentRole, OpenState, WaitKind } from '../vocabulary/ticket.ts'

/** Who is reminded: a desk of the hotline, or the units that have a part in the ticket. */
export type Reminded = Role | { part: AssignmentRole }

/** One kind of waiting: somebody owes the next step, is reminded, and somebody else hears when that did not help. */
export interface Wait {
  kind: WaitKind
  /** What is waited for. */
  for: string
  /** Who owes the next step (责任人), and hears each reminder. */
  owner: readonly Reminded[]
  /** Who hears as well from the second reminder on. */
  next: readonly Reminded[]
  /** From when it is counted: since the ticket came into the state, or since its limit passed. */
  since: 'state' | 'due'
}

const lead = { part: 'lead' } as const
const copied = { part: 'copied' } as const

/**
 * Every state in which a ticket waits for somebody, beside the table of states: no open state is without an owner, a reminder and a next
 * person. How long until each reminder stands in `tickets/ticket.settings.ts`, and is a city's own. Warnings of limits and windows come besides.
 */
export const waits: Readonly<Record<OpenState, Wait>> = {
  received: {
    kind: 'waitsAccept',
    for: 'acceptance, or another outcome',
    owner: ['agent', 'dispatcher'],
    next: ['supervisor'],
    since: 'state',
  },
  accepted: {
    kind: 'waitsSubmit',
    for: 'its matter, and the dispatchers',
    owner: ['agent', 'dispatcher'],
    next: ['supervisor'],
    since: 'state',
  },
  awaitingDispatch: {
    kind: 'waitsDispatch',
    for: 'a unit',
    owner: ['dispatcher'],
    next: ['supervisor'],
    since: 'state',
  },
  dispatched: {
    kind: 'waitsSign',
    for: 'the signature of the lead unit',
    owner: [lead],
    next: [copied, 'dispatcher', 'supervisor'],
    since: 'state',
  },
  handling: {
    kind: 'waitsAnswer',
    for: 'an answer whose limit has passed',
    owner: [lead],
    next: [copied, 'supervisor'],
    since: 'due',
  },
  returnRequested: {
    kind: 'waitsReturn',
    for: 'a decision on the return',
    owner: ['dispatcher'],
    next: ['supervisor'],
    since: 'state',
  },
  paused: {
    kind: 'waitsResume',
    for: 'what the limit stands still for',
    owner: [lead, 'dispatcher'],
    next: ['supervisor'],
    since: 'state',
  },
  answered: {
    kind: 'waitsReview',
    for: 'the review of the answer',
    owner: ['reviewer'],
    next: ['supervisor'],
    since: 'state',
  },
  awaitingFollowUp: {
    kind: 'waitsFollowUp',
    for: 'what the citizen says of the answer',
    owner: ['followUp'],
    next: ['supervisor'],
    since: 'state',
  },
}

/** A request for more time waits beside the ticket's state, since it was made. */
export const extensionWait: Omit<Wait, 'since'> = {
  kind: 'waitsExtension',
  for: 'a decision on more time',
  owner: ['dispatcher', 'reviewer'],
  next: ['supervisor'],
}

/** What a supervisor owes of a follow-up, since it was answered: the ticket has closed meanwhile, and nobody else would ask. */
export const supervisorWaits: Readonly<Record<'decision' | 'check', Omit<Wait, 'since'>>> = {
  decision: {
    kind: 'waitsDecision',
    for: 'a decision on what follows from dissatisfaction',
    owner: ['supervisor'],
    next: ['admin'],
  },
  check: {
    kind: 'waitsCheck',
    for: 'a look at a result that was noted without a call',
    owner: ['supervisor'],
    next: ['admin'],
  },
}

const every: readonly Omit<Wait, 'since'>[] = [
  ...Object.values(waits),
  extensionWait,
  ...Object.values(supervisorWaits),
]

/** Every kind of waiting by its name. */
export const waitOf = (kind: WaitKind): Omit<Wait, 'since'> => {
  const found = every.find((wait) => wait.kind === kind)
  if (!found) throw new Error(`nobody is waited for by ${kind}`)
  return found
}

/** The reminder from which the next person hears as well. */
export const escalatesAt = 2
