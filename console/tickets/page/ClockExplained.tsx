import Info from 'lucide-solid/icons/info'
import { Show } from 'solid-js'
import type { ClockDto } from '../../../api/tickets/clock/ticket-clock.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { DescriptionList, type Fact } from '../../ui/DescriptionList.tsx'
import { Popover } from '../../ui/overlays/Popover.tsx'
import { createTicketWords } from '../create-ticket-words.ts'
import { TicketClock } from '../marks/TicketClock.tsx'
import { GradeMark } from '../../ui/GradeMark.tsx'

/** The clock of a ticket in words, and behind it how the due time was computed and on what it rests. */
export const ClockExplained = (props: { clock: ClockDto }) => {
  const { t } = useI18n()
  return (
    <Popover
      label={t('clock.how')}
      placement="bottom-end"
      triggerClass="h-auto! py-1! pr-2! pl-1! text-left font-normal!"
      class="w-[26rem] p-3!"
      trigger={
        <>
          <TicketClock clock={props.clock} size="large" />
          <Info size={14} class="shrink-0 self-center text-muted" aria-hidden="true" />
        </>
      }
    >
      <h2 class="mb-2 font-semibold">{t('clock.how')}</h2>
      <ClockFacts clock={props.clock} />
    </Popover>
  )
}

export const ClockFacts = (props: { clock: ClockDto }) => {
  const { t, format, inLocale, maybe } = useI18n()
  const words = createTicketWords()
  const day = (date: string) => format().day(`${date}T12:00:00+08:00`)
  const named = (days: ClockDto['explain']['skipped']) =>
    days.flatMap((one) => {
      const name = inLocale(one.name, one.nameEn)
      return name === null ? [] : [`${day(one.date)} ${name}`]
    })
  const skipped = () => {
    const { explain } = props.clock
    const weekends = explain.skipped.filter(({ name }) => name === null).length
    return [...named(explain.skipped), ...(weekends > 0 ? [t('clock.skippedWeekends', { count: weekends })] : [])]
  }
  const facts = (): Fact[] => {
    const { clock } = props
    const { explain } = clock
    return [
      { term: t('clock.limit'), value: words.limit(clock.limit) },
      {
        term: t('clock.basis'),
        value: (
          <span class="inline-flex flex-wrap items-center gap-1.5">
            {inLocale(clock.basis, clock.basisEn)}
            <GradeMark grade={clock.grade} />
          </span>
        ),
      },
      {
        term: t('clock.started'),
        value: `${format().moment(clock.startedAt)} · ${t(`limitStart.${clock.startEvent}`)}`,
      },
      ...(clock.limit.unit === 'wd' || clock.limit.unit === 'cd'
        ? [{ term: t('clock.firstDay'), value: day(explain.firstDate) }]
        : []),
      ...(skipped().length > 0 ? [{ term: t('clock.skipped'), value: skipped().join(inLocale('、', ', ')) }] : []),
      ...(explain.madeUp.length > 0
        ? [{ term: t('clock.madeUp'), value: explain.madeUp.map(({ date }) => day(date)).join(inLocale('、', ', ')) }]
        : []),
      { term: t('clock.lastDay'), value: day(explain.lastDate) },
      ...clock.extensions.map((one) => ({
        term: t('clock.extended'),
        value: t('clock.extendedBy', { days: one.workingDays, from: format().due(one.from), to: format().due(one.to) }),
      })),
      ...(clock.pauseReason
        ? [{ term: t('clock.pausedBecause'), value: maybe(`pauseReason.${clock.pauseReason}`) ?? clock.pauseReason }]
        : []),
    ]
  }
  return (
    <>
      <DescriptionList facts={facts()} />
      <Show when={props.clock.explain.rolledFrom}>
        {(date) => <p class="mt-2 text-sm text-muted">{t('clock.rolled', { date: day(date()) })}</p>}
      </Show>
      <Show when={props.clock.explain.unpublishedYear}>
        {(year) => <p class="mt-2 text-sm text-warn">{t('clock.provisional', { year: String(year()) })}</p>}
      </Show>
    </>
  )
}
