import ImageOff from 'lucide-solid/icons/image-off'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { Message } from '../threads.api.ts'

/** A picture that came with a text; opens whole in a tab of its own. */
export const Picture = (props: { file: Message['attachments'][number] }) => {
  const { t } = useI18n()
  const [broken, setBroken] = createSignal(false)
  const url = () => `/api/attachments/${props.file.id}`
  return (
    <li>
      <Show
        when={props.file.state === 'stored' && !broken()}
        fallback={
          <span class="flex h-24 w-32 flex-col items-center justify-center gap-1 rounded-md border border-dashed border-line-strong px-2 text-center text-xs text-muted">
            <ImageOff size={16} aria-hidden="true" />
            {props.file.state === 'pending' ? t('threads.picturePending') : t('threads.pictureRefused')}
          </span>
        }
      >
        <a href={url()} target="_blank" rel="noreferrer" class="block overflow-hidden rounded-md border border-line">
          <img
            src={url()}
            alt={t('threads.picture', { name: props.file.name })}
            loading="lazy"
            class="h-32 w-40 object-cover"
            onError={() => setBroken(true)}
          />
        </a>
      </Show>
    </li>
  )
}
