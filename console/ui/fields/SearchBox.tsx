import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { createSignal, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import { KeyHint } from '../KeyHint.tsx'

/** A box that searches while one types. */
export interface SearchBoxProps {
  label: string
  value: string
  /** Called when typing pauses (250 ms), on Enter and on clear. */
  onSearch: (text: string) => void
  placeholder?: string
  keys?: string
  ref?: (input: HTMLInputElement) => void
  class?: string
}

/** Search as one types. An input method's unfinished syllables are not searched for. */
export const SearchBox = (props: SearchBoxProps) => {
  const { t } = useI18n()
  const [typed, setTyped] = createSignal<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let input: HTMLInputElement | undefined
  const shown = () => typed() ?? props.value
  const commit = (text: string) => {
    clearTimeout(timer)
    props.onSearch(text)
    setTyped(undefined)
  }
  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => commit(text), 250)
  }
  onCleanup(() => clearTimeout(timer))
  return (
    <div class={classes('control flex items-center gap-2 px-2.5', props.class)}>
      <Search size={16} class="shrink-0 text-muted" aria-hidden="true" />
      <input
        ref={(element) => {
          input = element
          props.ref?.(element)
        }}
        type="text"
        role="searchbox"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        placeholder={props.placeholder ?? props.label}
        value={shown()}
        class="min-w-0 flex-1 bg-transparent outline-none"
        onInput={(event) => !event.isComposing && type(event.currentTarget.value)}
        onCompositionEnd={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Enter') commit(event.currentTarget.value)
          if (event.key === 'Escape') {
            // it is this box's, and closes nothing else beside
            event.preventDefault()
            if (shown() === '') event.currentTarget.blur()
            else commit('')
          }
        }}
      />
      <Show
        when={shown() !== ''}
        fallback={<Show when={props.keys}>{(keys) => <KeyHint keys={keys()} class="text-muted" />}</Show>}
      >
        <button
          type="button"
          aria-label={t('ui.clear')}
          class="-mr-1.5 inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-text max-sm:size-9"
          onClick={() => {
            commit('')
            input?.focus()
          }}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </Show>
    </div>
  )
}
