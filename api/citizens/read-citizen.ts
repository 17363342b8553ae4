import { openStates } from '../vocabulary/ticket.ts'
import { citizenProblem } from './citizens.errors.ts'
import type { Actor } from '../vocabulary/actor.ts'
import { demand } from '../platform/demand.ts'
import type { Deps } from '../platform/deps.ts'
import { openPage, type Page } from '../platform/page.ts'
import {
  countTickets,
  findCitizen,
  findCitizenByPhone,
  selectTickets,
  type Citizen,
  type CitizenTicket,
} from './citizens.store.ts'
import { givenPhone } from '../platform/phone.rules.ts'

/** A citizen and what they have had to do with the hotline. */
export interface CitizenHistory {
  citizen: Citizen
  tickets: number
  openTickets: number
}

/** A page of one citizen's history, as asked for. */
export interface PageOf {
  id: string
  cursor?: string | undefined
  size: number
}

const withHistory = async (deps: Pick<Deps, 'db'>, actor: Actor, citizen: Citizen): Promise<CitizenHistory> => {
  const { all, inStates } = await countTickets(deps.db.lists, actor, citizen.id, openStates)
  return { citizen, tickets: all, openTickets: inStates }
}

const mustFind = async (deps: Pick<Deps, 'db'>, actor: Actor, id: string): Promise<Citizen> => {
  demand(actor, 'citizen.read')
  const citizen = await findCitizen(deps.db, id)
  if (!citizen) throw citizenProblem('citizen.not-found')
  return citizen
}

/** One citizen with counts. Throws `auth.forbidden`, `citizen.not-found`. */
export const readCitizen = (deps: Pick<Deps, 'db'>) => async (actor: Actor, id: string) =>
  withHistory(deps, actor, await mustFind(deps, actor, id))

/** The citizen of exactly this number, as people write it; null when the hotline does not know it. Throws `citizen.phone-invalid`. */
export const lookUpCitizen =
  (deps: Pick<Deps, 'db'>) =>
  async (actor: Actor, written: string): Promise<CitizenHistory | null> => {
    demand(actor, 'citizen.read')
    const phone = givenPhone(written)
    if (phone === null) throw citizenProblem('citizen.phone-invalid')
    const citizen = await findCitizenByPhone(deps.db, phone)
    return citizen ? withHistory(deps, actor, citizen) : null
  }

/** A citizen's tickets, newest first. Throws `citizen.not-found`. */
export const listCitizenTickets =
  (deps: Pick<Deps, 'db'>) =>
  async (actor: Actor, { id, cursor, size }: PageOf): Promise<Page<CitizenTicket>> => {
    const citizen = await mustFind(deps, actor, id)
    const page = openPage('citizenTickets', { id }, { cursor, size })
    const rows = await selectTickets(deps.db.lists, actor, citizen.id, page.after, size + 1)
    return page.cut(rows, (row) => ({ at: row.createdAt, id: row.id }))
  }
