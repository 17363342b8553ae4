import PhoneOutgoing from 'lucide-solid/icons/phone-outgoing'
import { holdsWholeNumber } from '../../api/platform/whole-number.rules.ts'
import { createSearchSource } from '../app/commands.ts'
import { createCan } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { toProblem } from '../shared/problem.ts'
import { phone } from '../softphone/phone.ts'

/** Citizens in ⌘K, by their whole telephone number, to be rung up. The number is asked in a body, and shown masked. Shows nothing itself. */
export const CitizenSearch = () => {
  const { t } = useI18n()
  const can = createCan()
  createSearchSource({
    title: () => t('shell.citizens'),
    byPhone: true,
    search: async (text) => {
      if (!can('citizen.read') || !can('call.take') || !holdsWholeNumber(text)) return []
      const { findCitizens } = await import('./citizens.api.ts')
      const found = await findCitizens(text).catch((thrown: unknown) => {
        // a number among other words is none to look for
        if (toProblem(thrown).code === 'citizen.phone-invalid') return []
        throw thrown
      })
      return found.map((citizen) => ({
        id: citizen.id,
        label: t('shell.callCitizen', { who: [citizen.name, citizen.phone].filter(Boolean).join(' ') }),
        icon: PhoneOutgoing,
        run: () => void phone()?.dial({ citizenId: citizen.id }),
      }))
    },
  })
  return null
}
