import { platformProblem } from '../../platform/problem.ts'
import { z } from 'zod'
import type { StaffActor } from '../../vocabulary/actor.ts'
import { may } from '../../vocabulary/permissions.ts'
import { decodeCursor, encodeCursor, type Page } from '../../platform/page.ts'
import { extensionDto, returnDto } from '../reading/parts.view.ts'
import type { ReadDeps } from '../reading/read-lists.ts'
import { PendingExtensionDto, PendingReturnDto } from '../ticket.dto.ts'
import { listItem } from '../reading/ticket.view.ts'
import { extensionsByIds, listPending, returnsByIds } from '../reading/ticket-page.store.ts'

const Cursor = z.tuple([z.number(), z.string()])

interface Asked {
  cursor?: string | undefined
  size: number
}

const after = (cursor: string | undefined) => {
  const seen = cursor === undefined ? null : decodeCursor(cursor, Cursor)
  return seen && { at: new Date(seen[0]), id: seen[1] }
}

/** Those who decide requests: dispatchers, and for more time the reviewers as well. */
const mayDecide = (actor: StaffActor) => may(actor, 'dispatch.desk') || may(actor, 'review.desk')

/** Returns that wait for a decision, oldest first, each with its ticket. */
export const pendingReturns =
  (deps: ReadDeps) =>
  async (actor: StaffActor, { cursor, size }: Asked): Promise<Page<PendingReturnDto>> => {
    if (!mayDecide(actor)) throw platformProblem('auth.forbidden')
    const now = deps.clock.now()
    const rows = await listPending(deps.db, 'returnRequest', after(cursor), size)
    const shown = rows.slice(0, size)
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
    const last = items.at(-1)
    return {
      items,
      next: rows.length > size && last ? encodeCursor([new Date(last.createdAt).getTime(), last.id]) : null,
    }
  }

/** Requests for more time that wait for a decision, oldest first, each with its ticket. */
export const pendingExtensions =
  (deps: ReadDeps) =>
  async (actor: StaffActor, { cursor, size }: Asked): Promise<Page<PendingExtensionDto>> => {
    if (!mayDecide(actor)) throw platformProblem('auth.forbidden')
    const now = deps.clock.now()
    const rows = await listPending(deps.db, 'extension', after(cursor), size)
    const shown = rows.slice(0, size)
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
    const last = items.at(-1)
    return {
      items,
      next: rows.length > size && last ? encodeCursor([new Date(last.createdAt).getTime(), last.id]) : null,
    }
  }
