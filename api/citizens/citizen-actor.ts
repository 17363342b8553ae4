import { maskPhone } from '../platform/phone.rules.ts'
import type { CitizenActor } from '../vocabulary/actor.ts'
import type { Citizen } from './citizens.store.ts'

/** A citizen as they act: by name where it is known, else by their masked number. */
export const citizenActor = ({ id, name, phone }: Pick<Citizen, 'id' | 'name' | 'phone'>): CitizenActor => ({
  kind: 'citizen',
  id,
  name: name ?? maskPhone(phone),
})
