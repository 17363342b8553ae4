import { typesOfFiles } from './files/attachments.store.ts'
import { endsOfTickets, eraseTickets, findOldTickets } from './old-tickets.store.ts'
import type { Db, Read, Tx } from '../../db/db.ts'
import type { Actor, StaffActor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { Counting } from '../clocks/clocks.types.ts'
import type { WriteDeps } from '../platform/deps.ts'
import type { Triage } from '../triage/triage.types.ts'
import type { Notices } from '../notices/notices.ts'
import { createAct } from './life/act.ts'
import { alikeTo, lookAlikes, type AlikeQuestion } from './reading/look-alikes.ts'
import { machineDto } from './life/machine.view.ts'
import type { OpenTicketIn } from './opening/new-ticket.types.ts'
import { planDispatch } from './units/plan-dispatch.ts'
import { openTicketIn } from './opening/open-ticket.ts'
import { listCounts, listPage } from './reading/read-lists.ts'
import { claimAttachments } from './units/answers.store.ts'
import { pendingExtensions, pendingReturns } from './units/read-requests.ts'
import { readByNumber, readTicket, readTimeline, ticketDto } from './reading/read-ticket.ts'
import { respellJob } from '../platform/writing/respell.ts'
import { exampleTexts } from './opening/learn-filing.ts'
import { ticketTexts } from './reading/respell.ts'
import { renameInSearch } from './privacy/unit-search.ts'
import { carryOut } from './undo/carry-out.ts'
import { leaveLater } from './undo/leave-later.ts'
import { takeBack } from './undo/take-back.ts'
import type { TicketCatalogue, TicketDirectory } from './ticket-directory.types.ts'
import { settingsFrom, type TicketSettings } from './ticket.settings.ts'
import { findByNumber, mustFindTicket, openTicketsOf, ticketOf, ticketsOf } from './tickets.store.ts'
import type { EndFollowUps, StartFollowUp, ActDeps } from './life/act.deps.ts'
import { recountLimitsJob } from './clock/recount-limits.ts'
import { remindJob } from './clock/remind.ts'
import { warnDueJob } from './clock/warn-due.ts'
import { actList } from './life/acts/acts.ts'

export interface TicketsDeps extends WriteDeps {
  notices: Pick<Notices, 'tell'>
  /** `createDirectory(…)` satisfies it. */
  directory: TicketDirectory
  /** `createCatalogue(…)` satisfies it. */
  catalogue: TicketCatalogue
  /** Working calendar and office hours. */
  counting: Counting
  triage: Triage
  /** `startFollowUp(deps)` of api/followup. */
  startFollowUp: StartFollowUp
  /** `endFollowUps(deps)` of api/followup. */
  endFollowUps: EndFollowUps
  settings?: TicketSettings
}

/** The tickets feature: opening, every act, and the reads that other features need. */
export const createTickets = (given: TicketsDeps) => {
  const deps: TicketsDeps & ActDeps = { ...given, settings: given.settings ?? settingsFrom(given.config) }
  const act = createAct(deps, actList)
  const open: OpenTicketIn = openTicketIn(deps)
  return {
    deps,
    act,
    /** Acts that leave the house may be taken back for a moment. */
    undo: {
      leave: leaveLater({ ...deps, act }),
      takeBack: takeBack({ ...deps, act }),
      /** The worker of `leaveEffect`. */
      carryOut: carryOut({ ...deps, act }),
    },
    /** In an open transaction: see open-ticket.ts. */
    openTicketIn: open,
    openTicketsOf: (db: Read | Tx | Db, citizenId: string, most?: number) => openTicketsOf(db, citizenId, most),
    ticketsOf: (db: Read | Tx | Db, citizenId: string, most?: number) => ticketsOf(db, citizenId, most),
    findByNumber: (db: Read | Tx | Db, actor: Actor, number: string) => findByNumber(db, actor, number),
    /** What the routes answer with, as DTOs within the reader's scope. */
    read: {
      list: listPage(deps),
      counts: listCounts(deps),
      ticket: readTicket(deps),
      byNumber: readByNumber(deps),
      timeline: readTimeline(deps),
      returns: pendingReturns(deps),
      extensions: pendingExtensions(deps),
      machine: () => machineDto(),
      plan: planDispatch(deps),
      dto: ticketDto(deps),
      alikeTo: alikeTo(deps),
      alike: (actor: StaffActor, asked: AlikeQuestion) => {
        demand(actor, 'ticket.file')
        return lookAlikes(deps)(actor, asked)
      },
    },
    /** For retention: what is personal in tickets goes. */
    old: { old: findOldTickets, erase: eraseTickets, endsOf: endsOfTickets },
    jobs: [
      warnDueJob(deps),
      recountLimitsJob(deps),
      respellJob(deps, ticketTexts),
      respellJob(deps, exampleTexts),
      remindJob(deps),
    ],
    /** A citizen is called otherwise: units do not find them by the new name either. */
    renamed: renameInSearch,
    mustFindTicket: (db: Read | Tx | Db, actor: Actor, id: string) => mustFindTicket(db, actor, id),
    ticketOf: (db: Read | Tx | Db, citizenId: string, id: string) => ticketOf(db, citizenId, id),
    /** For whoever asks on the program's own account; people ask by `read.alike`. */
    lookAlikes: lookAlikes(deps),
    /** Types of files that somebody uploaded; a missing one has none. */
    fileTypesIn: (tx: Tx, ids: readonly string[]) => typesOfFiles(tx, ids),
    claimFilesIn: (tx: Tx, actor: Actor, ticketId: string, ids: readonly string[]) =>
      claimAttachments(tx, actor, ticketId, ids, deps.clock.now()),
  }
}
export type Tickets = ReturnType<typeof createTickets>
export { leaveEffect } from './undo/leave-later.ts'
export { renewCloseReason } from './life/close-reason.ts'
export { findTicketRow, mergedInto, type Ticket } from './tickets.store.ts'
