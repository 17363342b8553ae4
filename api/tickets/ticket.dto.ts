import { z } from 'zod'
import { kinds, limitUnits, urgencies } from '../vocabulary/catalogue.ts'
import { TicketCitizenDto } from '../citizens/ticket-citizen.ts'
import { unitLevels } from '../vocabulary/directory.ts'
import { wheres } from '../search/texts.types.ts'
import { pageDto } from '../platform/page.ts'
import { dangers } from '../vocabulary/danger.ts'
import { listingReasons } from '../vocabulary/follow-up.ts'
import { textArrivals } from '../vocabulary/message.ts'
import { ClockDto, ClockBriefDto } from './clock/ticket-clock.dto.ts'
import { channels } from '../vocabulary/contact.ts'
import { assignmentEnds, assignmentRoles, closeReasons, ticketActions, ticketStates } from '../vocabulary/ticket.ts'

/** Instants are ISO 8601 in UTC. */
const instant = z.iso.datetime()

export const UnitRef = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    level: z.enum(unitLevels),
  })
  .meta({ id: 'UnitRef' })
export type UnitRef = z.infer<typeof UnitRef>

/** A matter with its way from the root of the catalogue, the leaf last. */
export const MatterRef = z
  .object({ code: z.string(), path: z.array(z.string()), pathEn: z.array(z.string()) })
  .meta({ id: 'MatterRef' })
export type MatterRef = z.infer<typeof MatterRef>

/** A decision that has not left the house yet, and may be taken back until then: as if nothing had happened so far. */
export const LeavingDto = z
  .object({
    action: z.enum(ticketActions),
    unit: UnitRef,
    limit: z.object({ value: z.number(), unit: z.enum(limitUnits), dueAt: instant }),
    /** Who decided it. */
    by: z.string(),
    leavesAt: instant,
  })
  .meta({ id: 'Leaving' })
export type LeavingDto = z.infer<typeof LeavingDto>

/** Since when somebody waits for us, and from when on that is shown as pressing and as too long. */
export const WaitingDto = z.object({ since: instant, amberAt: instant, redAt: instant }).meta({ id: 'Waiting' })
export type WaitingDto = z.infer<typeof WaitingDto>

/** One row of a ticket list. */
export const TicketListItem = z
  .object({
    id: z.string(),
    number: z.string(),
    version: z.number(),
    state: z.enum(ticketStates),
    title: z.string(),
    kind: z.enum(kinds).nullable(),
    matter: MatterRef.nullable(),
    urgency: z.enum(urgencies),
    danger: z.enum(dangers).nullable(),
    channel: z.enum(channels),
    leadUnit: UnitRef.nullable(),
    place: z.string().nullable(),
    confidential: z.boolean(),
    supervised: z.boolean(),
    designated: z.boolean(),
    redoCount: z.number(),
    returnCount: z.number(),
    urgeCount: z.number(),
    clock: ClockBriefDto.nullable(),
    /** How the reader's own unit stands where it helps with a sub-limit of its own; null elsewhere. */
    partClock: ClockBriefDto.nullable(),
    /** How long it has waited for a unit, by the dispatch wait of its urgency; null once a unit has it. */
    waiting: WaitingDto.nullable(),
    /** On its way to its first unit; null where it is not. */
    leaving: LeavingDto.nullable(),
    closeReason: z.enum(closeReasons).nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'TicketListItem' })
export type TicketListItem = z.infer<typeof TicketListItem>
/** The part of a ticket's texts in which a search was found, and where in it: pairs of from and to, in UTF-16 code units. */
const SnippetDto = z
  .object({ where: z.enum(wheres), text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) })
  .meta({ id: 'Snippet' })
export const TicketPage = pageDto(TicketListItem.extend({ found: SnippetDto.nullable() }).meta({ id: 'TicketListRow' }))
  .extend({
    /** Of a search for words. `bounded`: there may be older ones that were not looked at. `building`: older tickets cannot be found yet. */
    search: z.object({ bounded: z.boolean(), building: z.boolean() }).optional(),
  })
  .meta({ id: 'TicketPage' })
export type TicketPage = z.infer<typeof TicketPage>
export type TicketListRow = TicketPage['items'][number]

export const AttachmentDto = z
  .object({
    id: z.string(),
    name: z.string(),
    contentType: z.string(),
    /** Bytes. */
    size: z.number(),
    /** `pending` is still being fetched from the carrier. */
    state: z.enum(['pending', 'stored', 'refused']),
    createdAt: instant,
  })
  .meta({ id: 'Attachment' })
export type AttachmentDto = z.infer<typeof AttachmentDto>

export const AssignmentDto = z
  .object({
    id: z.string(),
    unit: UnitRef,
    role: z.enum(assignmentRoles),
    round: z.number(),
    state: z.enum(['active', 'ended']),
    designated: z.boolean(),
    instruction: z.string().nullable(),
    dispatchedAt: instant,
    signBy: instant.nullable(),
    signedAt: instant.nullable(),
    contactBy: instant.nullable(),
    contactedAt: instant.nullable(),
    /** Until when the unit may apply to return the ticket; null: no window is set. */
    returnBy: instant.nullable(),
    dueAt: instant.nullable(),
    /** How a co-handling unit stands, by its sub-limit or else by the ticket's limit, until the ticket is answered; null for the others. */
    clock: ClockBriefDto.nullable(),
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
    endReason: z.enum(assignmentEnds).nullable(),
  })
  .meta({ id: 'Assignment' })
export type AssignmentDto = z.infer<typeof AssignmentDto>

export const AnswerDto = z
  .object({
    id: z.string(),
    unit: UnitRef,
    round: z.number(),
    /** What the unit tells the citizen (答复). */
    text: z.string(),
    /** What the unit tells the hotline (反馈). */
    result: z.string(),
    attachmentIds: z.array(z.string()),
    state: z.enum(['submitted', 'passed', 'sentBack']),
    createdAt: instant,
    createdBy: z.string(),
    reviewedAt: instant.nullable(),
    reviewedBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Answer' })
export type AnswerDto = z.infer<typeof AnswerDto>

export const ReturnRequestDto = z
  .object({
    id: z.string(),
    ticketId: z.string(),
    unit: UnitRef,
    reason: z.string(),
    basis: z.string(),
    suggestedUnit: UnitRef.nullable(),
    state: z.enum(['pending', 'upheld', 'rejected', 'cancelled']),
    createdAt: instant,
    createdBy: z.string(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'ReturnRequest' })
export type ReturnRequestDto = z.infer<typeof ReturnRequestDto>

export const ExtensionDto = z
  .object({
    id: z.string(),
    ticketId: z.string(),
    unit: UnitRef,
    reason: z.string(),
    workingDays: z.number(),
    state: z.enum(['pending', 'approved', 'refused', 'cancelled']),
    oldDueAt: instant,
    newDueAt: instant.nullable(),
    createdAt: instant,
    createdBy: z.string(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Extension' })
export type ExtensionDto = z.infer<typeof ExtensionDto>

/** A request of a unit beside the ticket it is about, for the dispatcher's desk. */
export const PendingReturnDto = ReturnRequestDto.extend({ ticket: TicketListItem }).meta({ id: 'PendingReturn' })
export const PendingExtensionDto = ExtensionDto.extend({ ticket: TicketListItem }).meta({ id: 'PendingExtension' })
export type PendingReturnDto = z.infer<typeof PendingReturnDto>
export type PendingExtensionDto = z.infer<typeof PendingExtensionDto>
export const PendingReturnPage = pageDto(PendingReturnDto).meta({ id: 'PendingReturnPage' })
export const PendingExtensionPage = pageDto(PendingExtensionDto).meta({ id: 'PendingExtensionPage' })

/** One round of asking the citizen; null: not asked or not answered. */
export const TicketFollowUpDto = z
  .object({
    id: z.string(),
    round: z.number(),
    channel: z.enum(['sms', 'call']),
    state: z.enum(['waiting', 'asking', 'calling', 'answered', 'noReply', 'unreachable', 'cancelled']),
    contacted: z.boolean().nullable(),
    solved: z.boolean().nullable(),
    /** 5 非常满意 … 1 非常不满意. */
    grade: z.number().nullable(),
    reason: z.string().nullable(),
    /** Why the citizen is rung; null: asked by text, or from before. */
    listedFor: z.enum(listingReasons).nullable(),
    /** Whether the result came without a call of the hotline's; null: by text, none yet, or from before. */
    withoutCall: z.boolean().nullable(),
    createdAt: instant,
    doneAt: instant.nullable(),
  })
  .meta({ id: 'TicketFollowUp' })
export type TicketFollowUpDto = z.infer<typeof TicketFollowUpDto>

/** A move this reader may make now. The console draws its buttons from these and knows no rule. */
export const TicketActionDto = z
  .object({
    action: z.enum(ticketActions),
    /** `primary` is the next right act of the state (at most one), `danger` ends or undoes something. */
    tone: z.enum(['primary', 'normal', 'danger']),
    /** Fields of the input that must be filled in; the whole input's JSON Schema is in GET /api/machine. */
    needs: z.array(z.string()),
    /** Who will be told. */
    tells: z.array(z.string()),
  })
  .meta({ id: 'TicketAction' })
export type TicketActionDto = z.infer<typeof TicketActionDto>

/** A ticket that may be about the same thing. */
export const LookAlikeDto = z
  .object({ ticket: TicketListItem, likeness: z.number(), sameCitizen: z.boolean(), samePlace: z.boolean() })
  .meta({ id: 'LookAlike' })
export type LookAlikeDto = z.infer<typeof LookAlikeDto>
export const LookAlikesDto = z.object({ items: z.array(LookAlikeDto) })

/** The whole ticket, as this reader may see it. */
export const TicketDto = TicketListItem.extend({
  request: z.string(),
  district: UnitRef.nullable(),
  street: UnitRef.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  lineId: z.string().nullable(),
  contactId: z.string().nullable(),
  /** Masked: `138****0001`. Null where the reader must not know (a confidential ticket read by a unit). Full number: POST /api/citizens/:id/reveal. */
  citizen: TicketCitizenDto.nullable(),
  replyWanted: z.boolean(),
  respondent: UnitRef.nullable(),
  /** Why the lead unit has it: the catalogue's route, or a person's choice. */
  whyUnit: z.enum(['matterUnit', 'streetOfPlace', 'districtOfPlace', 'designated', 'chosen']).nullable(),
  /** person or threshold: who settled matter and unit. */
  decidedBy: z.string().nullable(),
  outcome: z.string().nullable(),
  acceptedAt: instant.nullable(),
  dispatchedAt: instant.nullable(),
  answeredAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** When its words went by the rules of retention; null: they are there. */
  erasedAt: instant.nullable(),
  extensionCount: z.number(),
  clock: ClockDto.nullable(),
  assignments: z.array(AssignmentDto),
  answers: z.array(AnswerDto),
  returns: z.array(ReturnRequestDto),
  extensions: z.array(ExtensionDto),
  followUps: z.array(TicketFollowUpDto),
  attachments: z.array(AttachmentDto),
  mainTicket: TicketListItem.nullable(),
  mergedTickets: z.array(TicketListItem),
  actions: z.array(TicketActionDto),
  /** A decision to send it that has not left yet; for the hotline only. */
  leaving: LeavingDto.nullable(),
  /** Since when the reader's unit has the ticket no more: what it reads is its own part, as it stood then. Null for everybody else. */
  lostAt: instant.nullable(),
}).meta({ id: 'Ticket' })
export type TicketDto = z.infer<typeof TicketDto>

/** A line of the timeline. `type` is a ticket action, or created, warned, messageIn, messageOut, callEnded, followUpAsked, followUpAnswered … */
export const TimelineEntryDto = z
  .object({
    id: z.string(),
    at: instant,
    type: z.string(),
    actor: z.object({ kind: z.enum(['staff', 'citizen', 'system']), id: z.string(), name: z.string() }),
    unit: UnitRef.nullable(),
    visibility: z.enum(['citizen', 'unit', 'hotline']),
    text: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    /** Of a text to the citizen: how far it has come; null of everything else. */
    arrival: z.enum(textArrivals).nullable(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntryDto = z.infer<typeof TimelineEntryDto>
export const TimelinePage = pageDto(TimelineEntryDto).meta({ id: 'TimelinePage' })

/** Numbers beside the saved views; `more` where the count stopped at its bound. */
export const TicketCountsDto = z
  .object({ bound: z.number(), counts: z.record(z.string(), z.number()) })
  .meta({ id: 'TicketCounts' })
export type TicketCountsDto = z.infer<typeof TicketCountsDto>
