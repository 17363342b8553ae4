import Building2 from 'lucide-solid/icons/building-2'
import Headset from 'lucide-solid/icons/headset'
import Settings2 from 'lucide-solid/icons/settings-2'
import User from 'lucide-solid/icons/user'
import { For, Show } from 'solid-js'
import type { TimelineEntryDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import type { IconComponent } from '../../ui/icon.ts'
import { FoldedText } from '../../ui/FoldedText.tsx'
import { TimelineEntry } from '../../ui/Timeline.tsx'
import type { Tone } from '../../ui/tone.ts'
import { createTicketWords } from '../create-ticket-words.ts'
import { isSpoken, sideOf, type Side } from '../tickets.models.ts'
import { unitsQuery } from '../tickets.queries.ts'
import { entryFacts } from '../timeline-facts.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

const looks: Record<Side, { icon: IconComponent; tone: Tone }> = {
  hotline: { icon: Headset, tone: 'accent' },
  unit: { icon: Building2, tone: 'info' },
  citizen: { icon: User, tone: 'warn' },
  system: { icon: Settings2, tone: 'neutral' },
}

/** One line of the timeline: who (told apart by sign and word), what, and what followed from it. */
export const TimelineRow = (props: { entry: TimelineEntryDto }) => {
  const { t, maybe, format, inLocale } = useI18n()
  const words = createTicketWords()
  const now = createNow(60_000)
  const units = useQuery(() => unitsQuery())
  const side = () => sideOf(props.entry)
  const title = () => {
    const { type, data } = props.entry
    if (type === 'warned')
      return maybe(`timeline.warned.${String(data['kind'])}`, { level: Number(data['level']) }) ?? t('timeline.warned')
    return maybe(`done.${type}`) ?? maybe(`timeline.${type}`) ?? type
  }
  const by = () => {
    const { actor, unit } = props.entry
    const name = actor.kind === 'system' ? '' : actor.name
    const place = side() === 'unit' && unit ? words.unit(unit) : t(`timeline.side.${side()}`)
    return [place, name].filter(Boolean).join(' · ')
  }
  const unitName = (id: string) => {
    const unit = known(units)?.find((one) => one.id === id)
    // What the program calls it is no name, not while the names are on their way either.
    return unit ? words.unit(unit) : units.isPending ? '…' : t('timeline.otherUnit')
  }
  const facts = () =>
    entryFacts(props.entry, { t, maybe, format: format(), unitName, comma: inLocale('、', ', '), limit: words.limit })
  return (
    <TimelineEntry
      {...looks[side()]}
      look={side() === 'system' ? 'machine' : isSpoken(props.entry) ? 'speech' : 'act'}
      title={title()}
      by={
        <>
          {by()}
          <Show when={props.entry.visibility === 'hotline'}>{` · ${t('timeline.only.hotline')}`}</Show>
          <Show when={props.entry.arrival}>
            {(arrival) => (
              <span
                class={arrival() === 'failed' ? 'font-medium text-bad' : arrival() === 'unknown' ? 'text-warn' : ''}
              >
                {` · ${t(`timeline.arrival.${arrival()}`)}`}
              </span>
            )}
          </Show>
        </>
      }
      at={format().ago(props.entry.at, now())}
      atFull={props.entry.at}
    >
      {/* a condition, not <Show>: an entry without words has no children, so no empty box */}
      {props.entry.text || facts().length > 0 ? (
        <>
          <Show when={props.entry.text}>{(text) => <FoldedText text={text()} />}</Show>
          <Show when={facts().length > 0}>
            <ul class="text-sm text-muted">
              <For each={facts()}>{(fact) => <li>{fact}</li>}</For>
            </ul>
          </Show>
        </>
      ) : undefined}
    </TimelineEntry>
  )
}
