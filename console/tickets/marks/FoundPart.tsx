import { For, Show } from 'solid-js'
import type { Snippet } from '../../../api/search/snippet.rules.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { piecesOf } from './found-part.models.ts'

/** The sentence in which a search found a ticket, its words marked, and where that stands. */
export const FoundPart = (props: { found: Snippet | null | undefined; class?: string }) => {
  const { t } = useI18n()
  return (
    <Show when={props.found}>
      {(found) => (
        <span class={props.class} title={found().text}>
          {t(`found.${found().where}`)}
          <For each={piecesOf(found())}>
            {({ text, marked }) => (
              <Show when={marked} fallback={text}>
                <mark class="bg-transparent font-semibold text-accent">{text}</mark>
              </Show>
            )}
          </For>
        </span>
      )}
    </Show>
  )
}
