import ChevronDown from 'lucide-solid/icons/chevron-down'
import X from 'lucide-solid/icons/x'
import { Show, type JSX } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import { Popover } from '../overlays/Popover.tsx'

/** A filter whose panel is the caller's own. */
export interface PanelChipProps {
  label: string
  /** What holds, in brief; '' while nothing does. */
  words: string
  /** What holds, whole, for who hears it; `words` where none is given. */
  aloud?: string
  /** The look of the panel. */
  panel?: string
  onClear: () => void
  children: JSX.Element
}

/** One filter of a list, which opens a small panel: closed it says what holds. */
export const PanelChip = (props: PanelChipProps) => {
  const { t } = useI18n()
  const on = () => props.words !== ''
  return (
    <span
      class={classes(
        'inline-flex items-center rounded-full border',
        on() ? 'border-accent bg-accent-soft text-accent' : 'border-dashed border-line-strong',
      )}
    >
      <Popover
        label={on() ? `${props.label}: ${props.aloud ?? props.words}` : props.label}
        triggerClass={classes(
          'min-h-7! rounded-full! px-3! text-sm font-normal! hover:bg-transparent! max-sm:min-h-10!',
          on() && 'pr-1!',
        )}
        class={props.panel ?? 'w-80 px-3! py-3!'}
        trigger={
          <>
            <span class={on() ? '' : 'text-muted'}>{props.label}</span>
            <Show when={on()} fallback={<ChevronDown size={14} class="-mr-1 text-muted" aria-hidden="true" />}>
              <span class="max-w-40 truncate font-medium">{props.words}</span>
            </Show>
          </>
        }
      >
        {props.children}
      </Popover>
      <Show when={on()}>
        <button
          type="button"
          aria-label={t('ui.clearFilter', { name: props.label })}
          class="mr-0.5 inline-flex size-6 items-center justify-center rounded-full hover:bg-hover max-sm:size-9"
          onClick={() => props.onClear()}
        >
          <X size={12} aria-hidden="true" />
        </button>
      </Show>
    </span>
  )
}
