import { createSignal, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'

/** Longer than this, or more lines, and a text is folded: what follows it must stay in reach. */
const most = { characters: 360, lines: 8 }

const isLong = (text: string) => text.length > most.characters || text.split('\n').length > most.lines

/** What somebody wrote; a long text shows its beginning, and the whole of it on demand. */
export const FoldedText = (props: { text: string }) => {
  const { t } = useI18n()
  const [open, setOpen] = createSignal(false)
  return (
    <Show when={isLong(props.text)} fallback={<p class="wrap-anywhere whitespace-pre-wrap">{props.text}</p>}>
      <p class={`wrap-anywhere whitespace-pre-wrap ${open() ? '' : 'line-clamp-6'}`}>{props.text}</p>
      <button
        type="button"
        aria-expanded={open()}
        class="rounded-sm text-sm text-accent hover:underline max-sm:min-h-11"
        onClick={() => setOpen(!open())}
      >
        {t(open() ? 'ui.fold' : 'ui.unfold')}
      </button>
    </Show>
  )
}
