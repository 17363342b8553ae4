import { For } from 'solid-js'
import type { TimelineEntryDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { newsSince } from '../tickets.models.ts'
import { latestQuery } from '../tickets.queries.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** What others did to the ticket while a form was open; what was typed stays, and the reader decides. */
export const SheetNews = (props: { ticketId: string; version: number; seenAt: string; onGoOn: () => void }) => {
  const { t, maybe, format } = useI18n()
  const latest = useQuery(() => latestQuery(props.ticketId, props.version))
  const news = () => newsSince(known(latest) ?? [], props.seenAt)
  const who = ({ actor }: TimelineEntryDto) =>
    actor.name || t(`timeline.side.${actor.kind === 'staff' ? 'hotline' : actor.kind}`)
  const line = (entry: TimelineEntryDto): string => {
    const what = maybe(`done.${entry.type}`) ?? maybe(`timeline.${entry.type}`) ?? entry.type
    const did = t('act.newsBy', { who: who(entry), what })
    return entry.text ? t('ticket.said', { label: did, text: entry.text.slice(0, 120) }) : did
  }
  return (
    <Banner tone="warn" class="rounded-md" action={<Button onClick={() => props.onGoOn()}>{t('act.goOn')}</Button>}>
      <p class="font-medium">{t('act.news')}</p>
      <ul>
        <For each={news()}>
          {(entry) => (
            <li>
              {format().time(entry.at)} {line(entry)}
            </li>
          )}
        </For>
      </ul>
    </Banner>
  )
}
