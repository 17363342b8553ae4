import Users from 'lucide-solid/icons/users'
import { useI18n } from '../../i18n/i18n.tsx'
import { asList } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import { DataList } from '../../ui/lists/DataList.tsx'
import type { Column } from '../../ui/lists/data-list.models.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import type { StaffQuestion } from '../directory.api.ts'
import { staffQuery } from '../directory.queries.ts'

/** The people of the hotline and of the units. */
export const StaffList = (props: { question: StaffQuestion; onSearch: () => void }) => {
  const { t, inLocale } = useI18n()
  const staff = useQuery(() => ({ ...staffQuery(props.question), throwOnError: false }))
  const list = asList(staff, () => props.question)
  type Row = (typeof list.rows)[number]
  const unit = (row: Row) => inLocale(row.unitName, row.unitNameEn)
  const roles = (row: Row) => row.roles.map((role) => t(`role.${role}`)).join(inLocale('、', ', '))
  const columns = (): Column<Row>[] => [
    {
      id: 'name',
      header: t('directory.name'),
      width: 'minmax(0,1fr)',
      cell: (row) => <span class="font-medium">{row.name}</span>,
    },
    {
      id: 'account',
      header: t('directory.account'),
      width: 'minmax(0,1.4fr)',
      cell: (row) => <span class="text-muted">{row.username}</span>,
    },
    { id: 'roles', header: t('directory.roles'), width: 'minmax(0,1.4fr)', cell: roles },
    { id: 'unit', header: t('directory.unit'), width: 'minmax(0,2fr)', cell: unit },
    { id: 'extension', header: t('directory.extension'), width: '72px', cell: (row) => row.extension ?? '', from: 700 },
  ]
  return (
    <DataList
      label={t('directory.staff')}
      {...list}
      columns={columns()}
      card={(row) => (
        <div class="flex flex-col gap-0.5">
          <span class="flex justify-between gap-3 text-base font-medium">
            {row.name} <span class="text-sm font-normal text-muted">{row.extension}</span>
          </span>
          <span>{roles(row)}</span>
          <span class="truncate text-muted">{unit(row)}</span>
        </div>
      )}
      rowLabel={(row) => row.name}
      onOpen={() => {}}
      onSearch={props.onSearch}
      empty={<EmptyState icon={Users} title={t('directory.noStaff')} detail={t('directory.emptyHint')} />}
    />
  )
}
