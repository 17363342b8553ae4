import { createContext, useContext, type Accessor } from 'solid-js'
import { createRegistry } from '../shared/create-registry.ts'
import { createDangers, type DeskDangers } from './create-dangers.ts'
import type { IntakeWork } from './create-intake.ts'
import type { OpenItem } from './open-item.models.ts'

/** What lies open on the desk, so that the columns beside the form can help with it. */
export interface Desk {
  item: Accessor<OpenItem | undefined>
  open: (item: OpenItem | undefined) => void
  citizenId: Accessor<string | undefined>
  work: Accessor<IntakeWork | undefined>
  /** The contact that lies open: no earlier one. */
  contactId: Accessor<string | undefined>
  dangers: DeskDangers
  /** Above the alarm: where a call has its bar, whose buttons no alarm pushes away. */
  top: Accessor<HTMLElement | undefined>
  /** A pane says what it works on, for as long as it is there. */
  present: (presented: Presented) => void
}
export const DeskContext = createContext<Desk>()

/** The desk that a part stands on. Throws outside it. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk is called outside the desk')
  return desk
}

/** Makes the desk over what the address says is open. */
export const createDesk = (item: Accessor<OpenItem | undefined>, open: Desk['open'], top: Desk['top']): Desk => {
  const shown = createRegistry<Presented>()
  const last = () => shown.all().at(-1)
  const citizenId = () => last()?.citizenId()
  const work = () => last()?.work?.()
  return {
    item,
    open,
    top,
    citizenId,
    work,
    dangers: createDangers({ item, citizenId, work }),
    contactId: () => last()?.work?.()?.source.contactId ?? last()?.contactId?.(),
    present: shown.add,
  }
}

/** The innermost pane counts; when it goes, the one around it does again. */
interface Presented {
  citizenId: Accessor<string | undefined>
  work?: Accessor<IntakeWork | undefined>
  contactId?: Accessor<string | undefined>
}
