import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { nameText, type AuditName } from '../audit-words.ts'

/** What a record is about, by name; a ticket leads to its page. Nothing where the reader may not know it, or it is gone. */
export const AboutLink = (props: { about: AuditName | null }) => {
  const { t, inLocale } = useI18n()
  return (
    <Show when={props.about}>
      {(about) => (
        <Show when={about().kind === 'ticket'} fallback={nameText(about(), { t, inLocale })}>
          <A
            href={`/tickets/${about().id}`}
            class="rounded-sm font-mono text-accent hover:underline"
            onClick={(event) => event.stopPropagation()}
          >
            {nameText(about(), { t, inLocale })}
          </A>
        </Show>
      )}
    </Show>
  )
}
