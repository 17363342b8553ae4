import FileText from 'lucide-solid/icons/file-text'
import { For, Match, Switch } from 'solid-js'
import type { AttachmentDto } from '../../../api/tickets/ticket.dto.ts'
import { kindOfType, type FileKind } from '../../../api/vocabulary/file.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import { fileSize } from '../tickets.models.ts'

/** Files of a ticket: pictures to look at, sound and film to play, everything else to open. */
export const AttachmentList = (props: { files: readonly AttachmentDto[]; class?: string }) => {
  const { t } = useI18n()
  const address = (file: AttachmentDto) => `/api/attachments/${file.id}`
  const is = (file: AttachmentDto, kind: FileKind) => file.state === 'stored' && kindOfType(file.contentType) === kind
  return (
    <ul aria-label={t('ticket.attachments')} class={classes('flex flex-wrap gap-2', props.class)}>
      <For each={props.files}>
        {(file) => (
          <li class="max-w-full">
            <Switch fallback={<FileLink file={file} />}>
              <Match when={is(file, 'picture')}>
                <a
                  href={address(file)}
                  target="_blank"
                  rel="noopener"
                  class="block overflow-hidden rounded-md border border-line"
                >
                  <img src={address(file)} alt={file.name} loading="lazy" class="h-28 w-36 object-cover" />
                </a>
              </Match>
              <Match when={is(file, 'sound')}>
                <audio
                  controls
                  preload="metadata"
                  src={address(file)}
                  aria-label={file.name}
                  class="h-10 w-80 max-w-full"
                />
              </Match>
              <Match when={is(file, 'video')}>
                <video
                  controls
                  preload="metadata"
                  src={address(file)}
                  aria-label={file.name}
                  class="h-40 max-w-full rounded-md"
                />
              </Match>
            </Switch>
          </li>
        )}
      </For>
    </ul>
  )
}

const FileLink = (props: { file: AttachmentDto }) => {
  const { t } = useI18n()
  const said = () =>
    props.file.state === 'stored' ? fileSize(props.file.size) : t(`ticket.attachment.${props.file.state}`)
  return (
    <a
      href={props.file.state === 'stored' ? `/api/attachments/${props.file.id}` : undefined}
      target="_blank"
      rel="noopener"
      class="inline-flex min-h-control max-w-full items-center gap-2 rounded-md border border-line px-2.5 hover:bg-hover"
    >
      <FileText size={16} class="shrink-0 text-muted" aria-hidden="true" />
      <span class="truncate">{props.file.name}</span>
      <span class="text-sm whitespace-nowrap text-muted">{said()}</span>
    </a>
  )
}
