import CopyPlus from 'lucide-solid/icons/copy-plus'
import Globe from 'lucide-solid/icons/globe'
import MessageSquare from 'lucide-solid/icons/message-square'
import PenLine from 'lucide-solid/icons/pen-line'
import Trash2 from 'lucide-solid/icons/trash-2'
import { Show } from 'solid-js'
import type { Channel } from '../../../api/vocabulary/contact.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { StateTag } from '../../ui/StateTag.tsx'
import { citizenQuery } from '../../citizens/citizens.queries.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const icons = { call: PenLine, sms: MessageSquare, web: Globe } as const

/** Whose request a form without a call is, and the way to throw it away. */
export const SourceHeader = (props: {
  citizenId: string
  channel: Channel
  /** One more request of a contact that was filed for. */
  further: boolean
  filed: boolean
  onDiscard: () => void
}) => {
  const { t } = useI18n()
  const citizen = useQuery(() => citizenQuery(props.citizenId))
  const name = () => {
    const one = known(citizen)
    return one ? [one.name, one.phone || t('softphone.withheld')].filter(Boolean).join(' ') : ''
  }
  return (
    <header class="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2">
      <StateTag
        icon={props.further ? CopyPlus : icons[props.channel]}
        label={t(props.further ? 'desk.source.further' : `desk.source.${props.channel}`)}
      />
      <h2 class="min-w-0 flex-1 truncate font-semibold">{name()}</h2>
      <Show when={!props.filed}>
        <IconButton label={t('desk.discard')} icon={Trash2} onClick={() => props.onDiscard()} />
      </Show>
    </header>
  )
}
