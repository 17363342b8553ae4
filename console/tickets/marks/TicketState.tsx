import type { TicketState as State } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { stateIcon } from '../state-icon.ts'

/** The state of a ticket: sign and word. */
export const TicketState = (props: { state: State; plain?: boolean }) => {
  const { t } = useI18n()
  return <StateTag icon={stateIcon[props.state]} label={t(`state.${props.state}`)} plain={props.plain ?? false} />
}
