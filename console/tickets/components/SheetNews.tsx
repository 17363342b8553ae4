import { useQuery } from '@tanstack/solid-query'
import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { newsSince } from '../tickets.models.ts'
import { latestQuery } from '../tickets.queries.ts'

/** What others did to the ticket while a form was open; what was typed stays, and the reader decides. */
export const SheetNews = (props: { ticketId: string; version: number; seenAt: string; onGoOn: () => void }) => {
  const { t, maybe, format } = useI18n()
  const latest = useQuery(() => latestQuery(props.ticketId, props.version))
  const news = () => newsSince(latest.isSuccess ? latest.data : [], props.seenAt)
  return (
    <Banner tone="warn" class="rounded-md" action={<Button onClick={() => props.onGoOn()}>{t('act.goOn')}</Button>}>
      <p class="font-medium">{t('act.news')}</p>
      <ul>
        <For each={news()}>
          {(entry) => (
            <li>
              {format().time(entry.at)}{' '}
              {t('act.newsBy', {
                who:
                  entry.actor.name || t(`timeline.side.${entry.actor.kind === 'staff' ? 'hotline' : entry.actor.kind}`),
                what: maybe(`action.${entry.type}`) ?? maybe(`timeline.${entry.type}`) ?? entry.type,
              })}
              {entry.text ? `：${entry.text.slice(0, 120)}` : ''}
            </li>
          )}
        </For>
      </ul>
    </Banner>
  )
}
