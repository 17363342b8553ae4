import { z } from 'zod'
import { TicketCitizenDto } from '../citizens/ticket-citizen.ts'
import { pageDto } from '../platform/page.ts'
import { TicketListItem, UnitRef } from '../tickets/ticket.dto.ts'
import {
  attemptChecks,
  callResults,
  followUpDecisions,
  followUpStates,
  followUpSteps,
  listingReasons,
} from '../vocabulary/follow-up.ts'

const instant = z.iso.datetime()

const StaffName = z.object({ id: z.string(), name: z.string() })

/** A call that was made to ask a citizen. `seconds`: how long they talked; null where nobody answered, or they talk still. */
const FollowUpCallDto = z
  .object({
    id: z.string(),
    /** ringing or talked in (`running`), over after a talk, or over without one. */
    state: z.enum(['running', 'talked', 'missed']),
    startedAt: instant,
    seconds: z.number().nullable(),
    /** What was recorded of it; `stored`: it can be heard. */
    recordings: z.array(z.object({ id: z.string(), durationSeconds: z.number().nullable(), stored: z.boolean() })),
  })
  .meta({ id: 'FollowUpCall' })

/** One try to ask by telephone: by a call, or without one for a reason that a supervisor looks at where it ended the asking. */
export const FollowUpAttemptDto = z
  .object({
    id: z.string(),
    at: instant,
    by: StaffName,
    outcome: z.enum(callResults),
    note: z.string().nullable(),
    call: FollowUpCallDto.nullable(),
    withoutCall: z.string().nullable(),
    check: z.enum(attemptChecks).nullable(),
    checkedBy: StaffName.nullable(),
    checkedAt: instant.nullable(),
    checkNote: z.string().nullable(),
  })
  .meta({ id: 'FollowUpAttempt' })
export type FollowUpAttemptDto = z.infer<typeof FollowUpAttemptDto>

/** One round of asking a citizen, as the follow-up desk works on it. */
export const FollowUpDto = z
  .object({
    id: z.string(),
    version: z.number(),
    ticket: TicketListItem,
    /** Whose work is rated. */
    unit: UnitRef,
    citizen: TicketCitizenDto.nullable(),
    /** The answer they got and are asked about; of a merged request the main ticket's. Null in rounds from before. */
    answer: z.object({ id: z.string(), text: z.string(), unit: UnitRef, at: instant.nullable() }).nullable(),
    round: z.number(),
    channel: z.enum(['sms', 'call']),
    state: z.enum(followUpStates),
    /** The question now open. */
    step: z.enum(followUpSteps),
    contacted: z.boolean().nullable(),
    solved: z.boolean().nullable(),
    /** 5 非常满意 … 1 非常不满意. */
    grade: z.number().nullable(),
    reason: z.string().nullable(),
    /** Tries by telephone so far: vain ones, of which two within the hours apart are one, and the call that was answered. A refusal is none. */
    attempts: z.number(),
    lastAttemptAt: instant.nullable(),
    /** Why it is on the call list; null: it is not, or from before. */
    listedFor: z.enum(listingReasons).nullable(),
    claimedBy: StaffName.nullable(),
    /** The tries, the first first. */
    tries: z.array(FollowUpAttemptDto),
    /** The newest call for it that is no try yet: what is noted now rests on it. */
    call: FollowUpCallDto.nullable(),
    /** Whether the result came without a call of the hotline's; null: by text, none yet, or from before. */
    withoutCall: z.boolean().nullable(),
    /** Whether a supervisor has looked at that. */
    check: z.enum(attemptChecks).nullable(),
    decision: z.enum(followUpDecisions).nullable(),
    createdAt: instant,
    expiresAt: instant,
    doneAt: instant.nullable(),
  })
  .meta({ id: 'FollowUp' })
export type FollowUpDto = z.infer<typeof FollowUpDto>
export const FollowUpPage = pageDto(FollowUpDto).meta({ id: 'FollowUpPage' })
/** Numbers beside the views of what is to be done; a count that reached `bound` stopped there. */
export const FollowUpCountsDto = z
  .object({
    bound: z.number(),
    counts: z.object({ open: z.number(), calling: z.number(), dissatisfied: z.number(), unproven: z.number() }),
  })
  .meta({ id: 'FollowUpCounts' })
export type FollowUpCountsDto = z.infer<typeof FollowUpCountsDto>
export type FollowUpPage = z.infer<typeof FollowUpPage>
