import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { countsQuery } from '../desk.queries.ts'
import { ListPart } from './ListPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const views = ['danger', 'dispatch', 'overdue'] as const

/** What waits in the ticket list for the desk: danger, what waits for a dispatcher, and what is overdue. */
export const TodoLinks = () => {
  const { t } = useI18n()
  const counts = useQuery(() => ({ ...countsQuery(), throwOnError: false }))
  const count = (view: string) => known(counts)?.counts[view] ?? 0
  const bound = () => known(counts)?.bound ?? 0
  return (
    <ListPart title={t('desk.todo')}>
      <ul>
        <For each={views}>
          {(view) => (
            <li>
              <A
                href={`/tickets?view=${view}`}
                class="flex min-h-control items-center justify-between gap-2 rounded-md px-2 hover:bg-hover"
              >
                {t(`desk.todo.${view}`)}
                <Show when={known(counts)}>
                  <span class={view === 'danger' && count(view) > 0 ? 'font-semibold text-bad' : 'text-muted'}>
                    {count(view) >= bound() ? `${bound() - 1}+` : count(view)}
                  </span>
                </Show>
              </A>
            </li>
          )}
        </For>
      </ul>
    </ListPart>
  )
}
