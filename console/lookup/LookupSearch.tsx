import { useNavigate } from '@solidjs/router'
import BookOpen from 'lucide-solid/icons/book-open'
import Building from 'lucide-solid/icons/building-2'
import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import TicketIcon from 'lucide-solid/icons/ticket'
import User from 'lucide-solid/icons/user'
import type { LookupDto } from '../../api/lookup/lookup.dto.ts'
import { createSearchSource, type Command, type CommandGroup } from '../app/commands.ts'
import { createCan } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { phone } from '../softphone/phone.ts'

/** What one can send: longer words are cut. */
const mostTyped = 200

type Kind = keyof LookupDto
type Found<Of extends Kind> = NonNullable<LookupDto[Of]>[number]

/** Tickets, citizens, units, staff and knowledge in ⌘K, asked all at once. Shows nothing itself; its code comes with the first search. */
export const LookupSearch = () => {
  const { t, inLocale, format } = useI18n()
  const navigate = useNavigate()
  const can = createCan()
  const directory = (view: 'staff' | 'units', q: string) => navigate(`/staff?view=${view}&q=${encodeURIComponent(q)}`)

  const citizen = ({ id, name, phone: number }: Found<'citizens'>): Command => ({
    id,
    label: t('shell.callCitizen', { who: [name, number].filter(Boolean).join(' ') }),
    icon: PhoneOutgoing,
    run: () => void phone()?.dial({ citizenId: id }),
  })
  const unit = ({ id, name, nameEn, dutyPhone }: Found<'units'>): Command => ({
    id,
    label: inLocale(name, nameEn),
    hint: dutyPhone === null ? undefined : format().phone(dutyPhone),
    icon: Building,
    run: () => directory('units', name),
  })
  const person = ({ id, username, name, unitName, unitNameEn, extension }: Found<'staff'>): Command => ({
    id,
    label: name,
    hint: [inLocale(unitName, unitNameEn), extension].filter(Boolean).join(' · '),
    icon: User,
    run: () => directory('staff', username),
  })
  const article = ({ id, title }: Found<'articles'>): Command => ({
    id,
    label: title,
    icon: BookOpen,
    run: () => navigate(`/knowledge?article=${id}`),
  })

  createSearchSource({
    search: async (text, signal): Promise<CommandGroup[]> => {
      const [{ lookUp }, { groupNumber }] = await Promise.all([
        import('./lookup.api.ts'),
        import('../tickets/tickets.models.ts'),
      ])
      const ticket = ({ id, number, title, state }: Found<'tickets'>): Command => ({
        id,
        label: title,
        hint: `${groupNumber(number)} · ${t(`state.${state}`)}`,
        icon: TicketIcon,
        run: () => navigate(`/tickets/${id}`),
      })
      const found = await lookUp(text.slice(0, mostTyped), signal)
      return [
        { title: t('tickets.title'), commands: (found.tickets ?? []).map(ticket) },
        // a citizen has no page: they are rung up
        { title: t('shell.citizens'), commands: can('call.take') ? (found.citizens ?? []).map(citizen) : [] },
        { title: t('directory.units'), commands: (found.units ?? []).map(unit) },
        { title: t('directory.staff'), commands: (found.staff ?? []).map(person) },
        { title: t('knowledge.title'), commands: (found.articles ?? []).map(article) },
      ]
    },
  })
  return null
}
