import { useNavigate } from '@solidjs/router'
import TicketIcon from 'lucide-solid/icons/ticket'
import { createSearchSource } from '../app/commands.ts'
import { useI18n } from '../i18n/i18n.tsx'

/** Tickets in ⌘K, by number, whole telephone number or words. Shows nothing itself; its code comes with the first search. */
export const TicketSearch = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  createSearchSource({
    title: () => t('tickets.title'),
    byPhone: true,
    search: async (text, signal) => {
      const [{ readTickets }, { groupNumber }] = await Promise.all([
        import('./tickets.api.ts'),
        import('./tickets.models.ts'),
      ])
      const { items } = await readTickets({ q: text, view: 'all', sort: 'created', size: '8' }, undefined, signal)
      return items.map((ticket) => ({
        id: ticket.id,
        label: ticket.title,
        hint: `${groupNumber(ticket.number)} · ${t(`state.${ticket.state}`)}`,
        icon: TicketIcon,
        run: () => navigate(`/tickets/${ticket.id}`),
      }))
    },
  })
  return null
}
