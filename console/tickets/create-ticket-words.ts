import type { MatterRef, TicketListItem, UnitRef } from '../../api/tickets/ticket.dto.ts'
import type { ClockBriefDto, ClockDto } from '../../api/tickets/clock/ticket-clock.dto.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createIsPhone } from '../shared/create-media-query.ts'
import { createTimeWords } from '../shared/create-time-words.ts'
import { clockView, type ClockView } from './tickets.models.ts'

type Named = Pick<UnitRef, 'name' | 'nameEn'>

/** Names and clocks of tickets in the reader's language. */
export const createTicketWords = () => {
  const { t, format, inLocale } = useI18n()
  const phone = createIsPhone()
  const unit = (of: Named | null): string => (of ? inLocale(of.name, of.nameEn) : t('tickets.noUnit'))
  const path = (matter: MatterRef): readonly string[] => inLocale(matter.path, matter.pathEn)

  const { length: amount } = createTimeWords()
  const says: Record<ClockView['says'], (view: ClockView) => string> = {
    left: (view) => t('clock.left', { amount: amount(view) }),
    over: (view) => t('clock.over', { amount: amount(view) }),
    paused: (view) => t('clock.stopped', { amount: amount(view) }),
    met: () => t('clock.metEarly'),
    metLate: (view) => t('clock.metLate', { amount: amount(view) }),
  }
  return {
    phone,
    unit,
    units: (of: readonly Named[]): string => of.map((one) => unit(one)).join(inLocale('、', ', ')),
    /** The leaf of the catalogue. */
    matter: (matter: MatterRef | null): string =>
      matter ? (path(matter).at(-1) ?? matter.code) : t('tickets.noMatter'),
    /** The whole way: *市政设施 › 照明 › 路灯不亮*. */
    matterPath: (matter: MatterRef | null): string => (matter ? path(matter).join(' › ') : t('tickets.noMatter')),
    clock: (clock: ClockBriefDto) => {
      const view = clockView(clock)
      return { ...view, words: says[view.says](view), due: t('clock.dueAt', { at: format().due(view.dueAt) }) }
    },
    limit: (limit: { value: number; unit: ClockDto['limit']['unit'] }): string =>
      t(`limitUnit.${limit.unit}`, { count: limit.value }),
    /** What sets a ticket apart: supervised, urged twice … */
    marks: (ticket: TicketListItem): string[] => [
      ...(ticket.supervised ? [t('tickets.mark.supervised')] : []),
      ...(ticket.designated ? [t('tickets.mark.designated')] : []),
      ...(ticket.confidential ? [t('tickets.mark.confidential')] : []),
      ...(ticket.redoCount > 0 ? [t('tickets.mark.redo', { count: ticket.redoCount })] : []),
      ...(ticket.returnCount > 0 ? [t('tickets.mark.returned', { count: ticket.returnCount })] : []),
      ...(ticket.urgeCount > 0 ? [t('tickets.mark.urged', { count: ticket.urgeCount })] : []),
    ],
  }
}
