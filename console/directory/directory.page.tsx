import { Show } from 'solid-js'
import { roles, type UnitLevel } from '../../api/vocabulary/directory.ts'
import { createCrumbs } from '../app/crumbs.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createUrlState } from '../shared/create-url-state.ts'
import { choiceParam, searchParam } from '../shared/url-state.models.ts'
import { SearchBox } from '../ui/fields/SearchBox.tsx'
import { Select } from '../ui/fields/Select.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { StaffList } from './components/StaffList.tsx'
import { UnitList } from './components/UnitList.tsx'
import type { StaffQuestion, UnitQuestion } from './directory.api.ts'

/** In the order in which one looks for a unit. */
const levels = ['city', 'bureau', 'enterprise', 'district', 'street'] as const satisfies readonly UnitLevel[]
const roleChoices = ['any', ...roles] as const
const levelChoices = ['any', ...levels] as const

/** Who is who, and which unit is which: to look up, not to change. */
export const DirectoryPage = () => {
  const { t } = useI18n()
  createCrumbs(() => [{ label: t('directory.title') }])
  const [view, setView] = createUrlState({
    view: choiceParam(['staff', 'units'], 'staff'),
    q: searchParam(),
    role: choiceParam(roleChoices, 'any'),
    level: choiceParam(levelChoices, 'any'),
  })
  let search: HTMLInputElement | undefined
  const focus = () => search?.focus()
  const staff = () => view().view === 'staff'
  const staffQuestion = (): StaffQuestion => {
    const { q, role } = view()
    return { ...(q !== '' && { q }), ...(role !== 'any' && { role }) }
  }
  const unitQuestion = (): UnitQuestion => {
    const { q, level } = view()
    return { ...(q !== '' && { q }), ...(level !== 'any' && { level }) }
  }
  return (
    <div class="flex h-full min-h-0 flex-col bg-raised">
      <Tabs
        label={t('directory.views')}
        class="shrink-0 px-4"
        value={view().view}
        onChange={(next) => setView({ view: next, q: '' })}
        tabs={(['staff', 'units'] as const).map((value) => ({ value, label: t(`directory.${value}`) }))}
      />
      <div class="flex flex-wrap gap-3 border-b border-line px-4 py-3">
        <SearchBox
          ref={(input) => (search = input)}
          label={staff() ? t('directory.searchStaff') : t('directory.searchUnits')}
          keys="/"
          value={view().q}
          onSearch={(q) => setView({ q })}
          class="w-80 max-sm:w-full"
        />
        <Show
          when={staff()}
          fallback={
            <Select
              label={t('directory.level')}
              hideLabel
              inline
              value={view().level}
              onChange={(level) => setView({ level })}
              options={[
                { value: 'any' as const, label: t('directory.anyLevel') },
                ...levels.map((value) => ({ value, label: t(`unitLevel.${value}`) })),
              ]}
            />
          }
        >
          <Select
            label={t('directory.role')}
            hideLabel
            inline
            value={view().role}
            onChange={(role) => setView({ role })}
            options={[
              { value: 'any' as const, label: t('directory.anyRole') },
              ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
            ]}
          />
        </Show>
      </div>
      <div class="min-h-0 flex-1">
        <Show when={staff()} fallback={<UnitList question={unitQuestion()} onSearch={focus} />}>
          <StaffList question={staffQuestion()} onSearch={focus} />
        </Show>
      </div>
    </div>
  )
}
