import FileText from 'lucide-solid/icons/file-text'
import FileX from 'lucide-solid/icons/file-x'
import { createSignal, Match, Switch } from 'solid-js'
import { kindOfType } from '../../../api/vocabulary/file.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { fileSize } from '../../tickets/tickets.models.ts'
import type { Message } from '../threads.api.ts'
import { createFilesText } from '../files-text.ts'

/** A file that came with a text, as what it is: a picture to look at, a video or sound to play, anything else to open; or that it is not here. */
export const TextFile = (props: { file: Message['attachments'][number] }) => {
  const { t } = useI18n()
  const words = createFilesText()
  const [broken, setBroken] = createSignal(false)
  const url = () => `/api/attachments/${props.file.id}`
  const kind = () => kindOfType(props.file.contentType)
  const isHere = () => props.file.state === 'stored'
  return (
    <li class="max-w-full">
      <Switch
        fallback={
          <a
            href={url()}
            target="_blank"
            rel="noreferrer"
            class="inline-flex min-h-control max-w-full items-center gap-2 rounded-md border border-line px-2.5 hover:bg-hover"
          >
            <FileText size={16} class="shrink-0 text-muted" aria-hidden="true" />
            <span class="truncate">{props.file.name}</span>
            <span class="text-sm whitespace-nowrap text-muted">{fileSize(props.file.size)}</span>
          </a>
        }
      >
        <Match when={!isHere()}>
          <span class="flex h-24 w-32 flex-col items-center justify-center gap-1 rounded-md border border-dashed border-line-strong px-2 text-center text-xs text-muted">
            <FileX size={16} aria-hidden="true" />
            {t(props.file.state === 'pending' ? 'threads.filePending' : 'threads.fileRefused', {
              files: words({ [kind()]: 1 }),
            })}
          </span>
        </Match>
        <Match when={kind() === 'picture' && !broken()}>
          <a href={url()} target="_blank" rel="noreferrer" class="block overflow-hidden rounded-md border border-line">
            <img
              src={url()}
              alt={t('threads.picture', { name: props.file.name })}
              loading="lazy"
              class="h-32 w-40 object-cover"
              onError={() => setBroken(true)}
            />
          </a>
        </Match>
        <Match when={kind() === 'video' && !broken()}>
          <video
            controls
            preload="metadata"
            src={url()}
            aria-label={t('threads.video', { name: props.file.name })}
            class="h-40 max-w-full rounded-md"
            onError={() => setBroken(true)}
          />
        </Match>
        <Match when={kind() === 'sound' && !broken()}>
          <audio
            controls
            preload="metadata"
            src={url()}
            aria-label={t('threads.sound', { name: props.file.name })}
            class="h-10 w-80 max-w-full"
            onError={() => setBroken(true)}
          />
        </Match>
      </Switch>
    </li>
  )
}
