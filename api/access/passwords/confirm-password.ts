import type { Directory } from '../../directory/directory.ts'
import { record } from '../../audit/record.ts'
import type { WriteDeps } from '../../platform/deps.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { accessProblem } from '../access.errors.ts'
import { findPasswordHash } from '../account.store.ts'
import type { Admission } from '../sign-in/admission.ts'
import type { HashLine } from '../sign-in/hash-line.ts'
import { verifyPassword } from './password-hash.ts'

/** Where a request comes from, for the count of tries. */
export interface From {
  address: string
  device: string | null
}

/**
 * Asks the owner of a session for the password once more: a desk left open is not enough to change what opens it. Tries are counted with those
 * to sign in. Throws `password.wrong`, `request.too-many`.
 */
export const confirmPassword =
  (deps: WriteDeps & { directory: Directory; admission: Admission; hashLine: HashLine }) =>
  async (actor: StaffActor, password: string, { address, device }: From): Promise<void> => {
    const name = deps.directory.staffById(actor.id)?.username ?? ''
    const admitted = await deps.admission.admit({ name, address, device })
    const leave = await deps.hashLine.enter({ address, known: true })
    try {
      const hash = await findPasswordHash(deps.db, actor.id)
      if (hash !== null && (await verifyPassword({ hash, password }))) return
      await deps.db.tx(async (tx) => {
        await admitted.failed(tx)
        const audit = [{ action: 'password.refused', entity: 'staff', entityId: actor.id, after: { address } }]
        await record(tx, deps, actor, { audit })
      })
      throw accessProblem('password.wrong')
    } finally {
      leave()
    }
  }
export type ConfirmPassword = ReturnType<typeof confirmPassword>
