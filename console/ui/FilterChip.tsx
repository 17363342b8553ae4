import ChevronDown from 'lucide-solid/icons/chevron-down'
import X from 'lucide-solid/icons/x'
import { For, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { Checkbox } from './Checkbox.tsx'
import { classes } from './classes.ts'
import { Popover } from './Popover.tsx'
import type { Choice } from './Select.tsx'

export interface FilterChipProps<T extends string> {
  label: string
  options: readonly Choice<T>[]
  value: readonly T[]
  onChange: (value: T[]) => void
}

/** One filter of a list: closed it says what holds, open it offers the choices. */
export const FilterChip = <T extends string>(props: FilterChipProps<T>) => {
  const { t } = useI18n()
  const chosen = () => props.options.filter((option) => props.value.includes(option.value))
  const words = () => [chosen()[0]?.label ?? '', chosen().length > 1 ? ` +${chosen().length - 1}` : ''].join('')
  const on = () => chosen().length > 0
  return (
    <span
      class={classes(
        'inline-flex items-center rounded-full border',
        on() ? 'border-accent bg-accent-soft text-accent' : 'border-line-strong border-dashed',
      )}
    >
      <Popover
        label={
          on()
            ? `${props.label}: ${chosen()
                .map((option) => option.label)
                .join(', ')}`
            : props.label
        }
        triggerClass={classes(
          'min-h-7! rounded-full! px-3! text-sm font-normal! hover:bg-transparent! max-sm:min-h-10!',
          on() && 'pr-1!',
        )}
        class="min-w-48 px-2"
        trigger={
          <>
            <span class={on() ? '' : 'text-muted'}>{props.label}</span>
            <Show when={on()} fallback={<ChevronDown size={14} class="-mr-1 text-muted" aria-hidden="true" />}>
              <span class="max-w-40 truncate font-medium">{words()}</span>
            </Show>
          </>
        }
      >
        <fieldset class="flex flex-col">
          <legend class="sr-only">{props.label}</legend>
          <For each={props.options}>
            {(option) => (
              <Checkbox
                label={option.label}
                checked={props.value.includes(option.value)}
                onChange={(checked) =>
                  props.onChange(
                    props.options
                      .map((each) => each.value)
                      .filter((value) => (value === option.value ? checked : props.value.includes(value))),
                  )
                }
              />
            )}
          </For>
        </fieldset>
      </Popover>
      <Show when={on()}>
        <button
          type="button"
          aria-label={t('ui.clearFilter', { name: props.label })}
          class="mr-0.5 inline-flex size-6 items-center justify-center rounded-full hover:bg-hover max-sm:size-9"
          onClick={() => props.onChange([])}
        >
          <X size={12} aria-hidden="true" />
        </button>
      </Show>
    </span>
  )
}
