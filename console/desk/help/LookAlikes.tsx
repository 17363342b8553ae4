import { A } from '@solidjs/router'
import { keepPreviousData } from '@tanstack/solid-query'
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { alikeQuery } from '../desk.queries.ts'
import { AddToTicket } from '../form/AddToTicket.tsx'
import { HelpPart } from './HelpPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const pause = 700

/** Tickets that may be about the same thing: asked for when the form rests. */
export const LookAlikes = (props: { work: IntakeWork }) => {
  const { t, format } = useI18n()
  const question = () => {
    const { text, matterCode, districtId, streetId } = props.work.form()
    const { citizenId } = props.work.source
    return {
      text: text.trim(),
      matterCode: matterCode ?? null,
      districtId: districtId ?? null,
      streetId: streetId ?? null,
      citizenId,
    }
  }
  const [asked, setAsked] = createSignal(question())
  createEffect(
    on(question, (next) => {
      const timer = setTimeout(() => setAsked(next), pause)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  const alike = useQuery(() => ({
    ...alikeQuery(asked()),
    enabled: asked().text.length > 3,
    placeholderData: keepPreviousData,
    throwOnError: false,
  }))
  const found = () => known(alike) ?? []
  return (
    <Show when={found().length > 0}>
      <HelpPart title={t('desk.alike', { count: found().length })}>
        <ul class="flex flex-col gap-1">
          <For each={found()}>
            {({ ticket, likeness, sameCitizen }) => (
              <li class="-mx-2 rounded-md px-2 py-1 hover:bg-hover">
                <A href={`/tickets/${ticket.id}`} class="block rounded-sm">
                  <span class="block truncate font-medium">{ticket.title}</span>
                  <span class="flex flex-wrap gap-x-2 text-sm text-muted">
                    <span>{t(`state.${ticket.state}`)}</span>
                    <span>{t('desk.likeness', { share: format().percent(likeness, 0) })}</span>
                    <span>{sameCitizen ? t('desk.sameCitizen') : t('desk.otherCitizen')}</span>
                  </span>
                </A>
                <Show when={sameCitizen} fallback={<p class="text-sm text-muted">{t('desk.mergeHint')}</p>}>
                  <AddToTicket ticketId={ticket.id} number={ticket.number} work={props.work} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </HelpPart>
    </Show>
  )
}
