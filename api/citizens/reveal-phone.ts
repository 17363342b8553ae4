import { citizenProblem } from './citizens.errors.ts'
import { z } from 'zod'
import { hasRole, type Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { findCitizen, isHandledBy } from './citizens.store.ts'
import { isWithheld } from '../platform/phone.rules.ts'
import { words } from '../platform/words.ts'

/** Why somebody must see a full number. */
export const Reveal = z
  .strictObject({
    /** Why the full number is needed; kept in the audit. */
    reason: words(200, 2),
  })
  .meta({ id: 'RevealBody', samples: [{ reason: '回访需要回拨' }] })
export type Reveal = z.input<typeof Reveal>

/**
 * Shows a citizen's full number, and writes down who looked and why (PIPL 54). The hotline may see any; a unit only that of a citizen
 * whose ticket it is handling now, and never of a confidential one. Throws `auth.forbidden`, `citizen.not-found` (unknown or out of
 * scope), `citizen.number-withheld`.
 */
export const revealPhone =
  (deps: WriteDeps) =>
  (actor: Actor, id: string, input: Reveal): Promise<{ phone: string }> =>
    deps.db.tx(async (tx) => {
      demand(actor, 'citizen.reveal')
      const { reason } = Reveal.parse(input)
      const citizen = await findCitizen(tx, id)
      const anywhere = hasRole(actor, 'agent', 'dispatcher', 'followUp', 'supervisor') || actor.kind === 'system'
      const inScope = anywhere || (actor.kind === 'staff' && (await isHandledBy(tx, id, actor)))
      if (!citizen || !inScope) throw citizenProblem('citizen.not-found')
      if (isWithheld(citizen.phone)) throw citizenProblem('citizen.number-withheld')
      await record(tx, deps, actor, {
        audit: [{ action: 'citizen.revealed', entity: 'citizen', entityId: id, reason }],
      })
      return { phone: citizen.phone }
    })
