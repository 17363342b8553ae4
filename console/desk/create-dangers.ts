import type { Accessor } from 'solid-js'
import type { DangerKind, EmergencyNumber } from '../../api/vocabulary/danger.ts'
import type { DeskNotice } from '../notices/notices.api.ts'
import { dangersQuery } from '../notices/notices.queries.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { dangersNow } from './dangers.models.ts'
import type { IntakeWork } from './create-intake.ts'
import type { OpenItem } from './open-item.models.ts'

/** A danger that nobody has in hand yet. Without a notice only this form knows of it, until the server has heard. */
export interface DeskDanger {
  kind: DangerKind
  call: EmergencyNumber
  words: readonly string[]
  noticeId?: string
}

/** The dangers of whatever lies on the desk. */
export interface DeskDangers {
  open: Accessor<readonly DeskDanger[]>
  /** Those that somebody has in hand, told of this very contact or open for the citizen before. */
  handled: Accessor<readonly DeskNotice[]>
  /** Whether what lies here is about a danger, handled or not. */
  any: Accessor<boolean>
}

/** Follows the dangers of the citizen on the desk: what the server was told, and at once what the form's words say. */
export const createDangers = (at: {
  item: Accessor<OpenItem | undefined>
  citizenId: Accessor<string | undefined>
  work: Accessor<IntakeWork | undefined>
}): DeskDangers => {
  const told = useQuery(() => ({
    ...dangersQuery(at.citizenId() ?? ''),
    enabled: at.citizenId() !== undefined,
    throwOnError: false,
  }))
  const now = () =>
    dangersNow(at.citizenId() === undefined ? [] : (known(told) ?? []), at.work()?.danger() ?? null, [
      at.item()?.id,
      at.work()?.filed()?.id,
    ])
  return {
    open: () => now().open,
    handled: () => now().handled,
    any: () => now().open.length > 0 || now().handled.length > 0,
  }
}
