import { z } from 'zod'
import type { StaffActor } from '../vocabulary/actor.ts'
import { hasRole } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import { record } from '../audit/record.ts'
import { followUpNote } from './followup-note.ts'
import { saveFollowUp } from './followup.store.ts'
import type { FollowUp } from './followup.types.ts'
import { mustBeFree, mustBeOpen } from './open-follow-up.ts'
import type { SettleDeps } from './settle.ts'

export const ClaimInput = z
  .strictObject({ version: z.number().int().positive(), claim: z.boolean() })
  .meta({ id: 'FollowUpClaimBody', samples: [{ version: 1, claim: true }] })

/**
 * Takes an entry of the call list, or gives it back, so that two people do not ring the same citizen; a supervisor may give back what
 * somebody left lying.
 */
export const claimFollowUp =
  (deps: SettleDeps) =>
  async (actor: StaffActor, id: string, input: z.output<typeof ClaimInput>): Promise<FollowUp> => {
    demand(actor, 'followUp.desk')
    return deps.db.tx(async (tx) => {
      const { followUp: before, ticket } = await mustBeOpen(tx, actor, id, input.version)
      if (input.claim || !hasRole(actor, 'supervisor')) mustBeFree(before, actor)
      const after = await saveFollowUp(tx, before, { claimedBy: input.claim ? actor.id : null })
      await record(tx, deps, actor, {
        audit: [{ action: input.claim ? 'followUp.claimed' : 'followUp.released', entity: 'followUp', entityId: id }],
        live: [followUpNote(ticket, id, { type: 'claimed', payload: { claimedBy: after.claimedBy } })],
      })
      return after
    })
  }
