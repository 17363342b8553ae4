import type { Read } from '../../../db/db.ts'
import type { Answer } from '../units/answers.store.ts'
import type { Extension, ReturnRequest } from '../units/requests.store.ts'
import { AnswerDto, AssignmentDto, AttachmentDto, ExtensionDto, ReturnRequestDto } from '../ticket.dto.ts'
import type { Assignment, Ticket } from '../tickets.store.ts'
import { coClockBrief, iso, unitRef, unitRefOrNull, type ViewDeps } from './ticket.view.ts'

type NameDeps = Pick<ViewDeps, 'directory'>
export type Attachment = Read['t']['attachment']['$inferSelect']

/** A member of staff by name; an id that is no staff (the program itself) stays as it is. */
const nameOf = ({ directory }: NameDeps, id: string) => directory.staffById(id)?.name ?? id
const nameOrNull = (deps: NameDeps, id: string | null) => (id === null ? null : nameOf(deps, id))

export const assignmentDto = (deps: ViewDeps, ticket: Ticket, row: Assignment, now: Date): AssignmentDto =>
  AssignmentDto.parse({
    ...row,
    unit: unitRef(deps, row.unitId),
    dispatchedAt: iso(row.dispatchedAt),
    signBy: iso(row.signBy),
    signedAt: iso(row.signedAt),
    contactBy: iso(row.contactBy),
    contactedAt: iso(row.contactedAt),
    returnBy: iso(row.returnBy),
    dueAt: iso(row.dueAt),
    clock: coClockBrief(ticket, row, now, deps.counting),
    answeredAt: iso(row.answeredAt),
    endedAt: iso(row.endedAt),
  })

export const answerDto = (deps: NameDeps, row: Answer): AnswerDto =>
  AnswerDto.parse({
    ...row,
    attachmentIds: row.attachmentIds ?? [],
    unit: unitRef(deps, row.unitId),
    createdAt: iso(row.createdAt),
    createdBy: nameOf(deps, row.createdBy),
    reviewedAt: iso(row.reviewedAt),
    reviewedBy: nameOrNull(deps, row.reviewedBy),
  })

export const returnDto = (deps: NameDeps, row: ReturnRequest): ReturnRequestDto =>
  ReturnRequestDto.parse({
    ...row,
    unit: unitRef(deps, row.unitId),
    suggestedUnit: unitRefOrNull(deps, row.suggestedUnitId),
    createdAt: iso(row.createdAt),
    createdBy: nameOf(deps, row.createdBy),
    decidedAt: iso(row.decidedAt),
    decidedBy: nameOrNull(deps, row.decidedBy),
  })

export const extensionDto = (deps: NameDeps, row: Extension): ExtensionDto =>
  ExtensionDto.parse({
    ...row,
    unit: unitRef(deps, row.unitId),
    oldDueAt: iso(row.oldDueAt),
    newDueAt: iso(row.newDueAt),
    createdAt: iso(row.createdAt),
    createdBy: nameOf(deps, row.createdBy),
    decidedAt: iso(row.decidedAt),
    decidedBy: nameOrNull(deps, row.decidedBy),
  })

export const attachmentDto = (row: Attachment): AttachmentDto =>
  AttachmentDto.parse({ ...row, createdAt: iso(row.createdAt) })
