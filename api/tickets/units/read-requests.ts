import { platformProblem } from '../../platform/problem.ts'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { may } from '../../vocabulary/permissions.ts'
import { openPage, type Page } from '../../platform/page.ts'
import { extensionDto, returnDto } from '../reading/parts.view.ts'
import type { ReadDeps } from '../reading/read-lists.ts'
import { PendingExtensionDto, PendingReturnDto } from '../ticket.dto.ts'
import { listItem } from '../reading/ticket.view.ts'
import { extensionsByIds, listPending, returnsByIds } from '../reading/ticket-page.store.ts'

interface Asked {
  cursor?: string | undefined
  size: number
}

/** Those who decide requests: dispatchers, and for more time the reviewers as well. */
const mayDecide = (actor: StaffActor) => may(actor, 'dispatch.desk') || may(actor, 'review.desk')

/** Returns that wait for a decision, oldest first, each with its ticket. */
export const pendingReturns =
  (deps: ReadDeps) =>
  async (actor: StaffActor, asked: Asked): Promise<Page<PendingReturnDto>> => {
    if (!mayDecide(actor)) throw platformProblem('auth.forbidden')
    const now = deps.clock.now()
    const page = openPage('returns', {}, asked)
    const rows = await listPending(deps.db.lists, actor, 'returnRequest', page.after, asked.size)
    const { items: shown, next } = page.cut(rows, ({ at, id }) => ({ at, id }))
    const found = new Map(
      (
        await returnsByIds(
          deps.db,
          shown.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    )
    const items = shown.flatMap(({ id, ticket }) => {
      const row = found.get(id)
      return row ? [PendingReturnDto.parse({ ...returnDto(deps, row), ticket: listItem(deps, ticket, now) })] : []
    })
    return { items, next }
  }

/** Requests for more time that wait for a decision, oldest first, each with its ticket. */
export const pendingExtensions =
  (deps: ReadDeps) =>
  async (actor: StaffActor, asked: Asked): Promise<Page<PendingExtensionDto>> => {
    if (!mayDecide(actor)) throw platformProblem('auth.forbidden')
    const now = deps.clock.now()
    const page = openPage('extensions', {}, asked)
    const rows = await listPending(deps.db.lists, actor, 'extension', page.after, asked.size)
    const { items: shown, next } = page.cut(rows, ({ at, id }) => ({ at, id }))
    const found = new Map(
      (
        await extensionsByIds(
          deps.db,
          shown.map(({ id }) => id),
        )
      ).map((row) => [row.id, row]),
    )
    const items = shown.flatMap(({ id, ticket }) => {
      const row = found.get(id)
      return row ? [PendingExtensionDto.parse({ ...extensionDto(deps, row), ticket: listItem(deps, ticket, now) })] : []
    })
    return { items, next }
  }
