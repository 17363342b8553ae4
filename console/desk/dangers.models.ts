import type { DangerKind, EmergencyNumber } from '../../api/vocabulary/danger.ts'
import type { DeskNotice } from '../notices/notices.api.ts'
import type { DeskDanger } from './create-dangers.ts'

/** What a form's own words say of a danger. */
interface Noticed {
  kind: DangerKind
  call: EmergencyNumber
  words: readonly string[]
}

/** Whoever sends help to whatever else is asked; the number that is named where a danger tells none. */
const otherwise: EmergencyNumber = '110'

/**
 * The dangers to show: open ones whatever they were told of, and of the handled those told of what lies here (`ids`: call, draft, ticket). What
 * the form says itself counts until the server has been told of that kind here.
 */
export const dangersNow = (
  told: readonly DeskNotice[],
  noticed: Noticed | null,
  ids: readonly (string | undefined)[],
): { open: DeskDanger[]; handled: DeskNotice[] } => {
  const open = told.flatMap(({ id, open: isOpen, danger, call, words }) =>
    isOpen && danger !== null ? [{ kind: danger, call: call ?? noticed?.call ?? otherwise, words, noticeId: id }] : [],
  )
  const handled = told.filter((one) => one.handled !== null && ids.includes(one.entityId))
  const known = [...open.map(({ kind }) => kind), ...handled.map(({ danger }) => danger)]
  return { open: noticed === null || known.includes(noticed.kind) ? open : [noticed, ...open], handled }
}
