import { citizenProblem } from './citizens.errors.ts'
import { z } from 'zod'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { words } from '../platform/words.ts'
import { updateCitizen, type Citizen } from './citizens.store.ts'
import { findOrCreateCitizenIn } from './find-or-create-citizen.ts'
import { normalisePhone } from '../platform/phone.rules.ts'

/** Somebody at the counter or in a letter: their number, however it was written down, and how they wish to be called. */
export const Meet = z
  .strictObject({
    /** As people write it. */
    phone: words(40, 3),
    /** Kept where none is known yet. */
    name: words(60).optional(),
  })
  .meta({ id: 'NewCitizenBody', samples: [{ phone: '138 0000 1234', name: '李先生' }] })
export type Meet = z.input<typeof Meet>

/**
 * The citizen who is at the counter or wrote a letter: found by number, made when new; counts as a contact.
 * Throws `auth.forbidden`, `citizen.phone-invalid`.
 */
export const meetCitizen =
  (deps: WriteDeps) =>
  (actor: Actor, input: Meet): Promise<Citizen> =>
    deps.db.tx(async (tx) => {
      demand(actor, 'citizen.write')
      const { phone, name } = Meet.parse(input)
      const number = normalisePhone(phone)
      if (number === null) throw citizenProblem('citizen.phone-invalid')
      const citizen = await findOrCreateCitizenIn(deps)(tx, number)
      if (name === undefined || citizen.name !== null) return citizen
      const named = await updateCitizen(tx, citizen.id, { name }, deps.clock.now())
      await record(tx, deps, actor, {
        audit: [
          {
            action: 'citizen.changed',
            entity: 'citizen',
            entityId: citizen.id,
            before: { name: null },
            after: { name },
          },
        ],
      })
      return named ?? citizen
    })
