import { useNavigate } from '@solidjs/router'
import Building from 'lucide-solid/icons/building-2'
import { createSearchSource } from '../app/commands.ts'
import { useI18n } from '../i18n/i18n.tsx'

/** Units in ⌘K, by name, short name or code. Shows nothing itself; its code comes with the first search. */
export const UnitSearch = () => {
  const { t, inLocale, format } = useI18n()
  const navigate = useNavigate()
  createSearchSource({
    title: () => t('directory.units'),
    search: async (q, signal) => {
      const { readUnits } = await import('./directory.api.ts')
      const units = await readUnits({ q }, signal)
      return units.slice(0, 4).map((unit) => ({
        id: unit.id,
        label: inLocale(unit.name, unit.nameEn),
        hint: unit.dutyPhone === null ? undefined : format().phone(unit.dutyPhone),
        icon: Building,
        run: () => navigate(`/staff?view=units&q=${encodeURIComponent(unit.name)}`),
      }))
    },
  })
  return null
}
