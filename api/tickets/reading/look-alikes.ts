import { isHotline, type Actor, type StaffActor } from '../../vocabulary/actor.ts'
import { demand } from '../../platform/demand.ts'
import type { Triage } from '../../triage/triage.types.ts'
import { openStates } from '../../vocabulary/ticket.ts'
import type { ReadDeps } from './read-lists.ts'
import type { LookAlikeDto } from '../ticket.dto.ts'
import { isSamePlace, type Spot } from './same-place.rules.ts'
import { likelyAlike } from './ticket-list.store.ts'
import type { TicketSettings } from '../ticket.settings.ts'
import { mustFindTicket } from '../tickets.store.ts'
import { listItem } from './ticket.view.ts'

export interface AlikeDeps extends ReadDeps {
  triage: Pick<Triage, 'likeness'>
  settings: TicketSettings
}

export interface AlikeQuestion {
  text: string
  matterCode: string | null
  streetId: string | null
  districtId: string | null
  citizenId: string | null
  /** The ticket itself is not its own look-alike. */
  exceptId: string | null
}

/** Tickets that may be about the same thing, the likest first, at most `most`: for the intake form and whoever files without a person. */
export const lookAlikes =
  (deps: AlikeDeps) =>
  async (actor: Actor, asked: AlikeQuestion, most = 5): Promise<LookAlikeDto[]> =>
    (await compared(deps, actor, { ...asked, place: null, lat: null, lon: null }))
      .filter(({ likeness }) => likeness >= deps.settings.lookAlikeFrom)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)

/** What a ticket might be merged with, for the hotline while it is open; nothing for anybody else. Throws `ticket.not-found`. */
export const alikeTo =
  (deps: AlikeDeps) =>
  async (actor: StaffActor, id: string): Promise<LookAlikeDto[]> => {
    demand(actor, 'ticket.read')
    const ticket = await mustFindTicket(deps.db, actor, id)
    return isHotline(actor) && openStates.includes(ticket.state)
      ? mergeCandidates(deps)(actor, { ...ticket, text: ticket.request, exceptId: ticket.id })
      : []
  }

/**
 * What a ticket might be merged with: those whose words are alike, and whatever the same citizen or somebody at the same place has open,
 * however it is worded. The likest first, at most `most`.
 */
const mergeCandidates =
  (deps: AlikeDeps) =>
  async (actor: Actor, asked: AlikeQuestion & Spot, most = 8): Promise<LookAlikeDto[]> =>
    (await compared(deps, actor, asked))
      .filter(
        ({ ticket, likeness, sameCitizen, samePlace }) =>
          likeness >= deps.settings.lookAlikeFrom || ((sameCitizen || samePlace) && openStates.includes(ticket.state)),
      )
      .sort((a, b) => rankOf(b) - rankOf(a))
      .slice(0, most)

/** Words count most; who and where move a ticket up among those that are as like. */
const rankOf = ({ likeness, sameCitizen, samePlace }: LookAlikeDto) =>
  likeness + (sameCitizen ? 0.2 : 0) + (samePlace ? 0.3 : 0)

const compared = async (deps: AlikeDeps, actor: Actor, asked: AlikeQuestion & Spot): Promise<LookAlikeDto[]> => {
  const now = deps.clock.now()
  const since = new Date(now.getTime() - deps.settings.lookAlikeDays * 86_400_000)
  const rows = await likelyAlike(deps.db.lists, actor, { ...asked, since })
  return rows
    .filter((row) => row.id !== asked.exceptId)
    .map((row) => ({
      ticket: listItem(deps, row, now),
      likeness: deps.triage.likeness(asked.text, row.request),
      sameCitizen: asked.citizenId !== null && row.citizenId === asked.citizenId,
      samePlace: isSamePlace(asked, row),
    }))
}
