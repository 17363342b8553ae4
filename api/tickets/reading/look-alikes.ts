import type { Actor } from '../../vocabulary/actor.ts'
import type { Triage } from '../../triage/triage.types.ts'
import type { ReadDeps } from './read-lists.ts'
import type { LookAlikeDto } from '../ticket.dto.ts'
import { likelyAlike } from './ticket-list.store.ts'
import type { TicketSettings } from '../ticket.settings.ts'
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

/** Tickets that may be about the same thing, the likest first, at most `most`: for the intake form, the ticket's page and merging. */
export const lookAlikes =
  (deps: AlikeDeps) =>
  async (actor: Actor, asked: AlikeQuestion, most = 5): Promise<LookAlikeDto[]> => {
    const now = deps.clock.now()
    const since = new Date(now.getTime() - deps.settings.lookAlikeDays * 86_400_000)
    const rows = await likelyAlike(deps.db, actor, { ...asked, since })
    return rows
      .filter((row) => row.id !== asked.exceptId)
      .map((row) => ({ row, likeness: deps.triage.likeness(asked.text, row.request) }))
      .filter(({ likeness }) => likeness >= deps.settings.lookAlikeFrom)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, most)
      .map(({ row, likeness }) => ({
        ticket: listItem(deps, row, now),
        likeness,
        sameCitizen: asked.citizenId !== null && row.citizenId === asked.citizenId,
      }))
  }
