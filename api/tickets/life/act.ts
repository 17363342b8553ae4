import { parseInput } from '../../platform/field-faults.ts'
import { refusedAct, ticketProblem } from '../tickets.errors.ts'
import type { Tx } from '../../../db/db.ts'
import { keptFrom } from '../../vocabulary/accused.ts'
import { hotlineRoles, type Actor } from '../../vocabulary/actor.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import { record, type LiveNote } from '../../audit/record.ts'
import { noticeTo, type Hearer } from '../../notices/hearers.ts'
import type { Notices } from '../../notices/notices.ts'
import { rowOf } from '../../notices/notices.table.ts'
import type { TicketAct } from './define-act.ts'
import { unitSearchText } from '../privacy/unit-search.ts'
import { reminderPatch } from '../clock/remind.ts'
import { nextState, onePerCitizen, refusal } from './ticket.rules.ts'
import type { ActDeps } from './act.deps.ts'
import { finalStates, sideStates, type TicketAction } from '../../vocabulary/ticket.ts'
import {
  activeAssignments,
  loadFacts,
  lockTicket,
  mergedCitizensOf,
  mergedInto,
  mustFindTicket,
  noDue,
  saveTicket,
  type Assignment,
  type LoadedFacts,
  type Ticket,
  type TicketPatch,
} from '../tickets.store.ts'

/** What the runner needs: what every act does, and the means to record and to tell. */
export interface RunnerDeps extends WriteDeps, ActDeps {
  notices: Pick<Notices, 'tell'>
}

/** An act as it is asked for. */
export interface ActAsked {
  ticketId: string
  action: TicketAction
  /** What the actor saw; a ticket changed since is a conflict. Absent where the act is on whatever the ticket is by now: it waits its turn. */
  version?: number
  input: unknown
}

/**
 * The one order of every act on a ticket: parse → load within scope → may this actor, in this state, under these guards →
 * the act decides → save with `WHERE version = ?` → timeline, audit, live events and texts in the same transaction.
 * Throws `request.invalid`, `ticket.not-found`, `auth.forbidden`, `ticket.illegal-transition`, `ticket.conflict`, and what the act names.
 */
export const createAct = (deps: RunnerDeps, acts: readonly TicketAct<TicketAction>[]) => {
  const byAction = new Map(acts.map((act) => [act.action, act]))

  /** Everything before the act decides: its input, the ticket within scope and as it was seen, and whether it may be done. */
  const check = async (
    tx: Tx,
    actor: Actor,
    act: TicketAct<TicketAction>,
    { ticketId, version, input }: Omit<ActAsked, 'action'>,
  ) => {
    const parsed = parseInput(act.input, input)
    const found = await mustFindTicket(tx, actor, ticketId)
    const before = version === undefined ? await lockTicket(tx, found.id) : found
    if (version !== undefined && version !== before.version)
      throw ticketProblem('ticket.conflict', undefined, { version: before.version, state: before.state })
    const facts = await factsFor(tx, actor, before)
    const now = deps.clock.now()
    const refused = refusal(facts, act, actor, now)
    if (refused) throw refusedAct(refused, { state: before.state })
    return { parsed, before, facts, now }
  }

  const make = async (
    tx: Tx,
    actor: Actor,
    act: TicketAct<TicketAction>,
    asked: Omit<ActAsked, 'action'>,
  ): Promise<Ticket> => {
    const { action, tells } = act
    const { parsed, before, facts, now } = await check(tx, actor, act, asked)
    const heldBefore = facts.parts.filter(({ endedAt }) => endedAt === null)
    const change = await act.decide(
      { tx, actor, now, ticket: before, facts, act: (who, next) => make(tx, who, next.act, next) },
      parsed,
      deps,
    )
    const state = nextState(facts, { to: change.to ?? act.to })
    const { dueAt = before.dueAt, leadUnitId = before.leadUnitId } = change.patch ?? {}
    const mayWait = facts.extensionPending || action === 'extend'
    const reminder = await reminderPatch(tx, deps, before, { state, dueAt, leadUnitId, mayWait }, now)
    const entersSide = sideStates.includes(state) && state !== before.state
    const after = await saveTicket(tx, before, {
      ...change.patch,
      ...(await searchedByUnits(tx, before, change.patch ?? {})),
      ...reminder,
      state,
      ...(entersSide ? { stateBefore: before.state } : {}),
      ...(finalStates.includes(state) && state !== before.state ? { closedAt: now, dueSort: noDue, warnAt: null } : {}),
      updatedAt: now,
    })

    await record(tx, deps, actor, {
      timeline: [
        {
          ticketId: after.id,
          type: action,
          visibility: change.visibility ?? 'unit',
          text: change.text ?? null,
          unitId: actor.kind === 'staff' ? actor.unitId : null,
          data: { from: before.state, to: state, ...change.data },
        },
      ],
      audit: [
        {
          action: `ticket.${action}`,
          entity: 'ticket',
          entityId: after.id,
          ...difference(before, after),
          reason: change.reason ?? null,
        },
      ],
      live: [
        liveNote(after, action, tells, [...heldBefore, ...(await activeAssignments(tx, after.id))]),
        ...(change.live ?? []),
      ],
      ...(change.outbox ? { outbox: change.outbox } : {}),
    })
    // what it tells follows from it, and stands after it in the timeline
    const { notice } = change
    if (notice) {
      const merged = rowOf(notice.name).to === 'citizenAndMerged' ? await mergedInto(tx, after.id) : []
      for (const ticket of onePerCitizen([after, ...merged]))
        await deps.notices.tell(tx, actor, {
          notice,
          to: { citizenId: ticket.citizenId, ticket },
          key: `ticket:${ticket.id}:${after.id}:${after.version}`,
        })
    }
    return change.after ? change.after(after) : after
  }

  const actOf = (action: TicketAction): TicketAct<TicketAction> => {
    const act = byAction.get(action)
    if (!act) throw new Error(`no act ${action}`)
    return act
  }
  const actIn = (tx: Tx, actor: Actor, { action, ...asked }: ActAsked): Promise<Ticket> =>
    make(tx, actor, actOf(action), asked)

  return {
    /** Within a transaction that is open already: text intake, follow-up, the sample city. */
    actIn,
    /** Whether an act would be taken now, without doing it; answers the ticket and the input as it is read. */
    checkIn: async (tx: Tx, actor: Actor, { action, ...asked }: ActAsked) => {
      const { before, parsed } = await check(tx, actor, actOf(action), asked)
      return { ticket: before, input: parsed }
    },
    act: (actor: Actor, input: ActAsked) => deps.db.tx((tx) => actIn(tx, actor, input)),
    /** The same, and what is answered to it, read in its transaction. */
    actAndAnswer: <Answer>(actor: Actor, input: ActAsked, answer: (tx: Tx, after: Ticket) => Promise<Answer>) =>
      deps.db.tx(async (tx) => answer(tx, await actIn(tx, actor, input))),
  }
}
export type Act = ReturnType<typeof createAct>

/** What units search of a ticket after a change; nothing where nothing of it changed. */
const searchedByUnits = async (
  tx: Tx,
  before: Ticket,
  { confidential, searchText }: TicketPatch,
): Promise<TicketPatch> =>
  confidential === undefined && searchText === undefined
    ? {}
    : {
        unitSearchText: await unitSearchText(tx, {
          id: before.id,
          citizenId: before.citizenId,
          confidential: confidential ?? before.confidential,
          searchText: searchText ?? before.searchText,
        }),
      }

/**
 * Everybody at the hotline sees a list move; units hear of their own tickets, also of one that was just taken from them;
 * `notice` marks who should be notified, not merely refreshed.
 */
const liveNote = (
  ticket: Ticket,
  action: TicketAction,
  tells: readonly Hearer[],
  assignments: readonly Assignment[],
): LiveNote => {
  return {
    topic: 'ticket',
    type: action,
    entityId: ticket.id,
    audience: {
      roles: [...hotlineRoles],
      unitPaths: [...new Set(assignments.map(({ unitPath }) => unitPath))],
      ...keptFrom(ticket),
    },
    payload: {
      number: ticket.number,
      state: ticket.state,
      version: ticket.version,
      notice: noticeTo(tells, assignments),
    },
  }
}

/** What the machine needs to know of a ticket for whoever acts on it. */
const factsFor = async (tx: Tx, actor: Actor, ticket: Ticket): Promise<LoadedFacts> => {
  const facts = await loadFacts(tx, ticket)
  if (actor.kind !== 'citizen' || actor.id === ticket.citizenId) return facts
  return { ...facts, mergedCitizenIds: await mergedCitizensOf(tx, ticket.id) }
}

/** What follows from other fields: when somebody is reminded, and the words once more, as lists search them. */
const derived: ReadonlySet<keyof Ticket> = new Set([
  'updatedAt',
  'searchText',
  'unitSearchText',
  'stateSince',
  'reminded',
  'remindAt',
])

/** Whether two values of a column are stored alike. */
const alike = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

/** The fields that changed, before and after; the audit keeps no more. */
const difference = (before: Ticket, after: Ticket) => {
  const changed = (Object.keys(after) as (keyof Ticket)[]).filter(
    (key) => !derived.has(key) && !alike(before[key], after[key]),
  )
  const pick = (row: Ticket) => Object.fromEntries(changed.map((key) => [key, row[key]]))
  return { before: pick(before), after: pick(after) }
}
