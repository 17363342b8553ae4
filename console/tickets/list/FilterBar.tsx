import ListFilter from 'lucide-solid/icons/list-filter'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createIsPhone } from '../../shared/create-media-query.ts'
import { Button } from '../../ui/Button.tsx'
import { DayRangeChip } from '../../ui/filters/DayRangeChip.tsx'
import { FilterChip } from '../../ui/filters/FilterChip.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PanelChip } from '../../ui/filters/PanelChip.tsx'
import { SearchBox } from '../../ui/fields/SearchBox.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { sorts } from '../../../api/vocabulary/ticket-list.ts'
import { filterChoices, isFiltered, sortOf, noFilters, type ListFilters } from '../list-filters.ts'
import { createMatterOptions, MatterField } from '../act/MatterField.tsx'
import { createUnitOptions, UnitField } from '../act/UnitField.tsx'

/** Search, filters and sort of the list; all of it stands in the address. */
export const FilterBar = (props: {
  filters: ListFilters
  onChange: (change: Partial<ListFilters>) => void
  searchRef: (input: HTMLInputElement) => void
}) => {
  const { t } = useI18n()
  const phone = createIsPhone()
  const [open, setOpen] = createSignal(false)
  const chips = () => !phone() || open()
  return (
    <div class="flex flex-wrap items-center gap-1.5 px-4">
      <SearchBox
        label={t('tickets.search')}
        value={props.filters.q}
        keys="/"
        ref={props.searchRef}
        class="w-80 max-sm:w-auto max-sm:flex-1"
        onSearch={(q) => props.onChange({ q })}
      />
      <Show when={phone()}>
        <IconButton
          label={t('tickets.filters')}
          icon={ListFilter}
          kind="secondary"
          pressed={open()}
          onClick={() => setOpen(!open())}
        />
      </Show>
      <Show when={chips()}>
        <FilterChips filters={props.filters} onChange={props.onChange} />
        <Show when={isFiltered(props.filters)}>
          <Button kind="quiet" onClick={() => props.onChange(noFilters)}>
            {t('tickets.clearFilters')}
          </Button>
        </Show>
        <div class="ml-auto max-sm:ml-0">
          <Select
            label={t('tickets.sort')}
            hideLabel
            inline
            value={sortOf(props.filters)}
            options={sorts
              .filter((value) => value !== 'clock' || props.filters.q.trim() === '')
              .map((value) => ({ value, label: t(`sort.${value}`) }))}
            onChange={(sort) => props.onChange({ sort })}
          />
        </div>
      </Show>
    </div>
  )
}

const FilterChips = (props: { filters: ListFilters; onChange: (change: Partial<ListFilters>) => void }) => {
  const { t } = useI18n()
  const matters = createMatterOptions(() => true)
  const units = createUnitOptions(
    () => undefined,
    () => undefined,
  )
  const matterName = () =>
    matters.options().find(({ value }) => value === props.filters.matter)?.label ?? props.filters.matter
  return (
    <>
      <FilterChip
        label={t('tickets.filter.state')}
        value={props.filters.state}
        options={filterChoices.state.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(state) => props.onChange({ state })}
      />
      <PanelChip
        label={t('tickets.filter.matter')}
        words={props.filters.matter === '' ? '' : matterName()}
        onClear={() => props.onChange({ matter: '' })}
      >
        <MatterField
          label={t('tickets.filter.matter')}
          branches
          value={props.filters.matter || null}
          onChange={(matter) => props.onChange({ matter })}
        />
      </PanelChip>
      <PanelChip
        label={t('tickets.filter.unit')}
        words={props.filters.unit === '' ? '' : units.nameOf(props.filters.unit)}
        onClear={() => props.onChange({ unit: '' })}
      >
        <UnitField
          label={t('tickets.filter.unit')}
          value={props.filters.unit || null}
          onChange={(unit) => props.onChange({ unit: unit ?? '' })}
        />
      </PanelChip>
      <FilterChip
        label={t('tickets.filter.kind')}
        value={props.filters.kind}
        options={filterChoices.kind.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => props.onChange({ kind })}
      />
      <FilterChip
        label={t('tickets.filter.urgency')}
        value={props.filters.urgency}
        options={filterChoices.urgency.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        onChange={(urgency) => props.onChange({ urgency })}
      />
      <FilterChip
        label={t('tickets.filter.channel')}
        value={props.filters.channel}
        options={filterChoices.channel.map((value) => ({ value, label: t(`channel.${value}`) }))}
        onChange={(channel) => props.onChange({ channel })}
      />
      <DayRangeChip
        label={t('tickets.filter.created')}
        from={props.filters.from}
        to={props.filters.to}
        onChange={props.onChange}
      />
    </>
  )
}
