import Camera from 'lucide-solid/icons/camera'
import Paperclip from 'lucide-solid/icons/paperclip'
import X from 'lucide-solid/icons/x'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { Field, type FieldProps } from '../../ui/fields/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ProgressBar } from '../../ui/feedback/ProgressBar.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import type { FileValue } from '../action-values.ts'
import { fileSize } from '../tickets.models.ts'
import { uploadFile } from '../upload-file.ts'

const accepted = 'image/*,application/pdf,audio/mpeg,audio/wav,video/mp4,.docx,.xlsx'

/** Files that go with an act: chosen, dropped, pasted or taken with the camera, sent at once with progress. */
export const FilesField = (
  props: FieldProps & {
    value: readonly FileValue[]
    onChange: (files: readonly FileValue[]) => void
    onBusy: (busy: boolean) => void
  },
) => {
  const { t } = useI18n()
  const problemText = createProblemText()
  const [sending, setSending] = createSignal<readonly { name: string; share: number }[]>([])
  const stop = new AbortController()
  let picker: HTMLInputElement | undefined
  let camera: HTMLInputElement | undefined
  onCleanup(() => stop.abort())

  const send = async (file: File) => {
    const own = { name: file.name, share: 0 }
    const update = (next: typeof own | undefined) => {
      setSending((all) =>
        next ? [...all.filter(({ name }) => name !== own.name), next] : all.filter(({ name }) => name !== own.name),
      )
      props.onBusy(sending().length > 0)
    }
    update(own)
    try {
      const stored = await uploadFile(file, (share) => update({ ...own, share }), stop.signal)
      props.onChange([...props.value, { id: stored.id, name: stored.name, size: stored.size }])
    } catch (thrown) {
      if (stop.signal.aborted) return
      const { title, next } = problemText(thrown)
      showToast({ tone: 'bad', title: t('files.failed', { name: file.name }), detail: next ?? title })
    } finally {
      update(undefined)
    }
  }
  const take = async (files: Iterable<File> | null | undefined) => {
    for (const file of files ?? []) await send(file)
  }
  const chosen = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    void take(files)
  }

  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(ids) => (
        <div
          class="flex flex-col gap-2"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            void take(event.dataTransfer?.files)
          }}
        >
          <div class="flex flex-wrap gap-2">
            <input
              ref={picker}
              {...ids()}
              type="file"
              multiple
              accept={accepted}
              class="sr-only"
              tabIndex={-1}
              onChange={(event) => chosen(event.currentTarget)}
            />
            <Button icon={Paperclip} onClick={() => picker?.click()}>
              {t('files.add')}
            </Button>
            <input
              ref={camera}
              aria-label={t('files.take')}
              type="file"
              accept="image/*"
              capture="environment"
              class="sr-only"
              tabIndex={-1}
              onChange={(event) => chosen(event.currentTarget)}
            />
            <Button icon={Camera} class="pointer-fine:hidden" onClick={() => camera?.click()}>
              {t('files.take')}
            </Button>
          </div>
          <For each={sending()}>
            {(file) => (
              <ProgressBar
                label={t('files.uploading', { name: file.name })}
                value={Math.round(file.share * 100)}
                max={100}
                words={`${Math.round(file.share * 100)}%`}
              />
            )}
          </For>
          <Show when={props.value.length > 0}>
            <ul class="flex flex-col" aria-label={props.label}>
              <For each={props.value}>
                {(file) => (
                  <li class="flex items-center gap-2">
                    <Paperclip size={14} class="shrink-0 text-muted" aria-hidden="true" />
                    <span class="min-w-0 truncate">{file.name}</span>
                    <span class="text-sm whitespace-nowrap text-muted">{fileSize(file.size)}</span>
                    <IconButton
                      label={t('files.remove', { name: file.name })}
                      icon={X}
                      onClick={() => props.onChange(props.value.filter(({ id }) => id !== file.id))}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Field>
  )
}
