import { citizenProblem } from './citizens.errors.ts'
import type { Tx } from '../../db/db.ts'
import { systemActor } from '../vocabulary/actor.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { record } from '../audit/record.ts'
import { upsertCitizen, type Citizen } from './citizens.store.ts'
import { citizenPhone } from '../platform/phone.rules.ts'

/** A language as channels name it; a citizen has `zh-CN` or `en`. */
export type CitizenLocale = 'zh' | 'en' | 'zh-CN'

/**
 * The citizen of a contact that has just come in: found by its number, however that is written (or `anonymous:<id>` where it is withheld), made when new,
 * counted up by one contact. The row is locked until the transaction ends. Throws `citizen.phone-invalid`.
 */
export const findOrCreateCitizenIn =
  (deps: WriteDeps) =>
  async (tx: Tx, phone: string, locale: CitizenLocale = 'zh-CN'): Promise<Citizen & { created: boolean }> => {
    const key = citizenPhone(phone)
    if (key === null) throw citizenProblem('citizen.phone-invalid')
    const citizen = await upsertCitizen(
      tx,
      { id: deps.ids.next('citizen'), phone: key, locale: locale === 'en' ? 'en' : 'zh-CN' },
      deps.clock.now(),
    )
    const created = citizen.contactCount === 1
    if (created) {
      const actor = systemActor('intake')
      await record(tx, deps, actor, { audit: [{ action: 'citizen.created', entity: 'citizen', entityId: citizen.id }] })
    }
    return { ...citizen, created }
  }
