import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createUniqueId, Show, type JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'

/** What every field takes. */
export interface FieldProps {
  label: string
  /** A line under the label that helps before anything goes wrong. */
  hint?: string | undefined
  /** What is wrong; shown under the control and spoken with it. */
  error?: string | undefined
  required?: boolean
  /** For dense places where a heading already names the control: the label is only spoken. */
  hideLabel?: boolean
  class?: string
}
/** What the control inside must carry. */
export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label, hint and error around any control: `<Field label="…">{(ids) => <input {...ids()} />}</Field>`. */
export const Field = (props: FieldProps & { children: (ids: () => FieldIds) => JSX.Element }) => {
  const { t } = useI18n()
  const id = createUniqueId()
  const ids = (): FieldIds => ({
    id,
    'aria-describedby':
      [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': props.error ? true : undefined,
    'aria-required': props.required || undefined,
  })
  return (
    <div class={classes('flex min-w-0 flex-col gap-1', props.class)}>
      <label for={id} class={props.hideLabel ? 'sr-only' : 'text-sm font-medium'}>
        {props.label}
        <Show when={props.required}>
          <span class="ml-1 font-normal text-muted">{t('ui.required')}</span>
        </Show>
      </label>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class="text-sm text-muted">
          {props.hint}
        </p>
      </Show>
      {props.children(ids)}
      <Show when={props.error}>
        <p id={`${id}-error`} class="flex items-start gap-1 text-sm text-bad">
          <CircleAlert size={14} class="mt-0.5 shrink-0" aria-hidden="true" />
          {props.error}
        </p>
      </Show>
    </div>
  )
}
