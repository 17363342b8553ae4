import type { Citizens } from '../citizens/citizens.ts'
import { toCitizenDto } from '../citizens/citizens.dto.ts'
import type { Directory } from '../directory/directory.ts'
import { toStaffDto } from '../directory/directory.dto.ts'
import { listStaff } from '../directory/list-staff.ts'
import { listUnits } from '../directory/list-units.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { givenPhone } from '../platform/phone.rules.ts'
import { holdsWholeNumber } from '../platform/whole-number.rules.ts'
import { soundsLike, type Sounds } from '../platform/writing/pinyin.ts'
import { TicketQuery } from '../tickets/reading/ticket-list.query.ts'
import type { Tickets } from '../tickets/tickets.ts'
import type { StaffActor } from '../vocabulary/actor.ts'
import { may } from '../vocabulary/permissions.ts'
import { LookupDto, mostOfKind } from './lookup.dto.ts'

export interface LookupDeps {
  tickets: Pick<Tickets, 'read'>
  citizens: Pick<Citizens, 'lookUp'>
  directory: Pick<Directory, 'units' | 'unitById' | 'staff'>
  knowledge: Pick<Knowledge, 'list' | 'sounding'>
}

/** Tickets by words, number or telephone number, the newest first. */
const tickets = async (deps: LookupDeps, actor: StaffActor, q: string) =>
  (await deps.tickets.read.list(actor, TicketQuery.parse({ q, sort: 'created', size: String(mostOfKind) }))).items

/** The citizen of a whole number; a number among other words is none to look for. */
const citizens = async (deps: LookupDeps, actor: StaffActor, q: string) => {
  if (!holdsWholeNumber(q) || givenPhone(q) === null) return []
  const found = await deps.citizens.lookUp(actor, q)
  return found ? [toCitizenDto(found)] : []
}

/** Articles that hold the words, then those whose titles sound so. */
const articles = async ({ knowledge }: LookupDeps, actor: StaffActor, q: string, sounds: Sounds | null) => {
  const [worded, sounding] = await Promise.all([
    knowledge.list(actor, { q: q.slice(0, 100), expired: false, size: mostOfKind }),
    sounds === null ? [] : knowledge.sounding(actor, sounds, mostOfKind),
  ])
  const byId = new Map([...worded.items, ...sounding].map((article) => [article.id, article]))
  return [...byId.values()]
}

/** Everything one can open, by what was typed, each kind as its own room finds it for this reader; a kind that they may not see is missing. */
export const lookUp =
  (deps: LookupDeps) =>
  async (actor: StaffActor, q: string): Promise<LookupDto> => {
    const sounds = may(actor, 'directory.read') || may(actor, 'knowledge.read') ? await soundsLike(q) : null
    const [ofTickets, ofCitizens, ofArticles] = await Promise.all([
      may(actor, 'ticket.read') ? tickets(deps, actor, q) : undefined,
      may(actor, 'citizen.read') ? citizens(deps, actor, q) : undefined,
      may(actor, 'knowledge.read') ? articles(deps, actor, q, sounds) : undefined,
    ])
    const first = <Item>(items: readonly Item[]) => items.slice(0, mostOfKind)
    return LookupDto.parse({
      ...(ofTickets && { tickets: ofTickets }),
      ...(ofCitizens && { citizens: ofCitizens }),
      ...(may(actor, 'directory.read') && {
        units: first(listUnits(deps.directory)(actor, { q, sounds })),
        staff: first(listStaff(deps.directory)(actor, { q, sounds, active: true })).map((one) =>
          toStaffDto(deps.directory, one),
        ),
      }),
      ...(ofArticles && { articles: first(ofArticles) }),
    })
  }
