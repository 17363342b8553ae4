import { eraseCitizen, findOldCitizens } from './old-citizens.store.ts'
import type { WriteDeps } from '../platform/deps.ts'
import { changeCitizen, changeCitizenIn, type WhenRenamed } from './change-citizen.ts'
import { findOrCreateCitizenIn } from './find-or-create-citizen.ts'
import { meetCitizen } from './meet-citizen.ts'
import { listCitizenTickets, lookUpCitizen, readCitizen } from './read-citizen.ts'
import { revealPhone } from './reveal-phone.ts'
import { isKnown } from './is-known.ts'
import { citizenFor, citizensFor } from './ticket-citizen.ts'

/** Citizens: who they are, what they had to do with the hotline, and who may see how much of it. */
export const createCitizens = (deps: WriteDeps) => {
  const renamed: WhenRenamed[] = []
  return {
    findOrCreateCitizenIn: findOrCreateCitizenIn(deps),
    isKnown,
    citizenFor,
    citizensFor,
    read: readCitizen(deps),
    lookUp: lookUpCitizen(deps),
    tickets: listCitizenTickets(deps),
    meet: meetCitizen(deps),
    change: changeCitizen(deps, renamed),
    changeCitizenIn: changeCitizenIn(deps, renamed),
    /** Registers what must be done when a citizen is called otherwise. */
    whenRenamed: (hear: WhenRenamed) => void renamed.push(hear),
    reveal: revealPhone(deps),
    /** For retention: number, name and note go. */
    old: { old: findOldCitizens, erase: eraseCitizen },
  }
}
export type Citizens = ReturnType<typeof createCitizens>
