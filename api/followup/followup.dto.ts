import { z } from 'zod'
import { TicketCitizenDto } from '../citizens/ticket-citizen.ts'
import { pageDto } from '../platform/page.ts'
import { TicketListItem, UnitRef } from '../tickets/ticket.dto.ts'
import { followUpDecisions, followUpStates, followUpSteps } from '../vocabulary/follow-up.ts'

const instant = z.iso.datetime()

/** One round of asking a citizen, as the follow-up desk works on it. */
export const FollowUpDto = z
  .object({
    id: z.string(),
    version: z.number(),
    ticket: TicketListItem,
    /** Whose work is rated. */
    unit: UnitRef,
    citizen: TicketCitizenDto.nullable(),
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
    claimedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
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
    counts: z.object({ open: z.number(), calling: z.number(), dissatisfied: z.number() }),
  })
  .meta({ id: 'FollowUpCounts' })
export type FollowUpCountsDto = z.infer<typeof FollowUpCountsDto>
export type FollowUpPage = z.infer<typeof FollowUpPage>
