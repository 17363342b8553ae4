import Building2 from 'lucide-solid/icons/building-2'
import { createMemo } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { asList, known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import { DataList } from '../../ui/lists/DataList.tsx'
import type { Column } from '../../ui/lists/data-list.models.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import type { UnitQuestion } from '../directory.api.ts'
import { unitSearchQuery } from '../directory.queries.ts'

/** The units in force, the best match first. */
export const UnitList = (props: { question: UnitQuestion; onSearch: () => void }) => {
  const { t, inLocale, format } = useI18n()
  const units = useQuery(() => ({ ...unitSearchQuery(props.question), throwOnError: false }))
  const all = useQuery(() => ({ ...unitSearchQuery({}), throwOnError: false }))
  const byId = createMemo(() => new Map((known(all) ?? []).map((unit) => [unit.id, unit])))
  const list = asList(units, () => props.question)
  type Row = (typeof list.rows)[number]
  const name = (row: Row | undefined) => (row ? inLocale(row.name, row.nameEn) : '')
  const parent = (row: Row) => name(byId().get(row.parentId ?? ''))
  const phone = (row: Row) => (row.dutyPhone === null ? '' : format().phone(row.dutyPhone))
  const columns = (): Column<Row>[] => [
    {
      id: 'name',
      header: t('directory.unitName'),
      width: 'minmax(0,2fr)',
      cell: (row) => <span class="font-medium">{name(row)}</span>,
    },
    { id: 'level', header: t('directory.level'), width: '140px', cell: (row) => t(`unitLevel.${row.level}`) },
    { id: 'parent', header: t('directory.parent'), width: 'minmax(0,1fr)', cell: parent, from: 700 },
    { id: 'phone', header: t('directory.dutyPhone'), width: '130px', cell: phone },
    {
      id: 'aliases',
      header: t('directory.aliases'),
      width: 'minmax(0,1.2fr)',
      cell: (row) => <span class="text-muted">{row.aliases.join(inLocale('、', ', '))}</span>,
      from: 900,
    },
    {
      id: 'code',
      header: t('directory.code'),
      width: 'minmax(0,1fr)',
      cell: (row) => <span class="text-muted">{row.code}</span>,
      from: 900,
    },
  ]
  return (
    <DataList
      label={t('directory.units')}
      {...list}
      columns={columns()}
      card={(row) => (
        <div class="flex flex-col gap-0.5">
          <span class="text-base font-medium">{name(row)}</span>
          <span class="text-muted">{[t(`unitLevel.${row.level}`), parent(row)].filter(Boolean).join(' · ')}</span>
          <span>{phone(row)}</span>
        </div>
      )}
      rowLabel={(row) => name(row)}
      onOpen={() => {}}
      onSearch={props.onSearch}
      empty={<EmptyState icon={Building2} title={t('directory.noUnits')} detail={t('directory.emptyHint')} />}
    />
  )
}
