import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import { useI18n } from '../i18n/i18n.tsx'

/**
 * Whom an act tells, in words: `tells(ticket, action.tells)`. A citizen who wants no reply gets no text, and that is said.
 * `act`: the act's name, where the words stand outside its own sheet.
 */
export const createTells = () => {
  const { t, maybe, inLocale } = useI18n()
  return (ticket: Pick<TicketDto, 'replyWanted'>, told: readonly string[], act?: string): string => {
    const silent = told.includes('citizen') && !ticket.replyWanted
    const names = told.filter((one) => !(silent && one === 'citizen')).map((one) => maybe(`tells.${one}`) ?? one)
    const stop = inLocale('。', '.')
    const who = names.join(inLocale('、', ', '))
    const whom = act === undefined ? t('act.tells', { who }) : t('act.tellsAfter', { act, who })
    const first = names.length === 0 ? t('act.tellsNobody') : whom + stop
    return silent ? `${first}${inLocale('', ' ')}${t('act.citizenNotTold')}${stop}` : first
  }
}
