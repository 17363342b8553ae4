import { For, Show } from 'solid-js'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { phone } from '../../softphone/phone.ts'
import type { Draft } from '../../contacts/drafts.api.ts'
import { useDesk } from '../desk.context.ts'
import { draftsQuery } from '../../contacts/drafts.queries.ts'
import { ListPart, rowLook } from './ListPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import type { Still } from '../../shared/create-still.ts'

/** Forms that were begun and not filed; the one of the current call stands with the call. */
export const DraftList = (props: { still: Still }) => {
  const { t, format } = useI18n()
  const can = createCan()
  const desk = useDesk()
  const drafts = useQuery(() => ({ ...draftsQuery(), enabled: can('ticket.file'), throwOnError: false }))
  const text = (draft: Draft) => (typeof draft.content['text'] === 'string' ? draft.content['text'].trim() : '')
  const shown = props.still(() =>
    (known(drafts) ?? []).filter((draft) => {
      const current = draft.contactId !== null && draft.contactId === phone()?.call()?.contactId
      return !current && (text(draft) !== '' || draft.contactId === null)
    }),
  )
  return (
    <Show when={shown().length > 0}>
      <ListPart title={t('desk.drafts')} count={shown().length}>
        <ul>
          <For each={shown().slice(0, 8)}>
            {(draft) => (
              <li>
                <button
                  type="button"
                  class={rowLook}
                  aria-current={desk.item()?.kind === 'draft' && desk.item()?.id === draft.id ? 'true' : undefined}
                  onClick={() => desk.open({ kind: 'draft', id: draft.id })}
                >
                  <span class="truncate">{text(draft) || t('desk.emptyDraft')}</span>
                  <span class="text-sm text-muted">{format().ago(draft.updatedAt)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </ListPart>
    </Show>
  )
}
