import { z } from 'zod'
import { grades, limitUnits } from '../../vocabulary/catalogue.ts'
import { isLimit } from '../../clocks/limit.rules.ts'
import { MatterRef, UnitRef } from '../ticket.dto.ts'
import { sendingActions } from '../life/acts/acts.ts'
import { limitAmount, notWholeDays, SubLimit, TicketId, UnitId } from '../life/ticket.input.ts'

/** What would happen if the act were made now with this much filled in; everything left out is the catalogue's. */
export const PlanAsked = z
  .strictObject({
    ticketId: TicketId,
    action: z.enum(sendingActions).default('dispatch'),
    leadUnitId: UnitId.optional(),
    coUnitIds: z.array(UnitId).max(10).optional(),
    copyUnitIds: z.array(UnitId).max(20).optional(),
    coLimit: SubLimit.optional(),
    limit: z.strictObject(limitAmount).refine(isLimit, notWholeDays).optional(),
  })
  .meta({ id: 'PlanAsked' })
export type PlanAsked = z.output<typeof PlanAsked>

/** What of an act's input says where a ticket goes and by when; its words are left aside. */
export const SendingInput = z.object({
  leadUnitId: UnitId.optional(),
  coUnitIds: z.array(UnitId).optional(),
  copyUnitIds: z.array(UnitId).optional(),
  coLimit: z.object(limitAmount).optional(),
  limit: z.object(limitAmount).optional(),
})
export type SendingInput = z.output<typeof SendingInput>

export const PlansBody = z
  .strictObject({ items: z.array(PlanAsked).min(1).max(100) })
  .meta({ id: 'PlansBody', samples: [{ items: [{ ticketId: 'tkt_0sx078s43z7y5d5qpmb8' }] }] })

/** Danger and critical: sent at once, and not to be taken back; differs: triage would have chosen another matter; unsure: below the threshold. */
const dispatchDoubts = ['danger', 'critical', 'differs', 'unsure'] as const
export type DispatchDoubt = (typeof dispatchDoubts)[number]

const instant = z.iso.datetime()

export const DispatchPlanDto = z
  .object({
    ticketId: z.string(),
    /** Null where a person must choose: see `problems`. */
    lead: UnitRef.nullable(),
    why: z.enum(['matterUnit', 'streetOfPlace', 'districtOfPlace', 'chosen']).nullable(),
    co: z.array(UnitRef),
    /** When the sub-limit of the co-handling units ends; null where they go by the ticket's limit. */
    coDueAt: instant.nullable(),
    copies: z.array(UnitRef),
    limit: z
      .object({
        value: z.number(),
        unit: z.enum(limitUnits),
        basis: z.string(),
        basisEn: z.string(),
        grade: z.enum(grades),
        dueAt: instant,
        /** Reaches into a year whose public holidays are not published yet. */
        provisional: z.boolean(),
      })
      .nullable(),
    /** The limit that is running goes on; no new one starts. */
    keepsClock: z.boolean(),
    /** What triage said of the ticket's matter; null for units and where a person named it. */
    guess: z.object({ matter: MatterRef, confidence: z.number(), why: z.array(z.string()) }).nullable(),
    /** What triage would have chosen where a person named another matter, and where that would go; null where they agree, and for units. */
    otherChoice: z
      .object({ matter: MatterRef, confidence: z.number(), why: z.array(z.string()), lead: UnitRef.nullable() })
      .nullable(),
    /** Why whoever shows this asks a person to confirm twice; empty: one key sends it. A slip of the hand is guarded against, so the act itself asks for nothing. */
    doubts: z.array(z.enum(dispatchDoubts)),
    /** Problem codes that the act would answer with as it stands. */
    problems: z.array(z.string()),
  })
  .meta({ id: 'DispatchPlan' })
export type DispatchPlanDto = z.infer<typeof DispatchPlanDto>
export const DispatchPlans = z.object({ items: z.array(DispatchPlanDto) }).meta({ id: 'DispatchPlans' })
