import Users from 'lucide-solid/icons/users'
import { createSignal, Show } from 'solid-js'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { asList } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import { Button } from '../../ui/Button.tsx'
import { DataList } from '../../ui/lists/DataList.tsx'
import type { Column } from '../../ui/lists/data-list.models.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import type { StaffQuestion } from '../directory.api.ts'
import { staffQuery } from '../directory.queries.ts'
import { ResetPassword } from './ResetPassword.tsx'

/** The people of the hotline and of the units; an administrator gives them a password for once here. */
export const StaffList = (props: { question: StaffQuestion; onSearch: () => void }) => {
  const { t, inLocale } = useI18n()
  const staff = useQuery(() => ({ ...staffQuery(props.question), throwOnError: false }))
  const list = asList(staff, () => props.question)
  type Row = (typeof list.rows)[number]
  const unit = (row: Row) => inLocale(row.unitName, row.unitNameEn)
  const roles = (row: Row) => row.roles.map((role) => t(`role.${role}`)).join(inLocale('、', ', '))
  const can = createCan()
  const manages = () => can('staff.manage')
  const [reset, setReset] = createSignal<Row>()
  const resetButton = (row: Row) => (
    <Button onClick={(event) => (event.stopPropagation(), setReset(row))}>{t('directory.reset')}</Button>
  )
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
    ...(manages()
      ? [{ id: 'reset', header: t('account.password'), width: '112px', cell: resetButton, from: 700 }]
      : []),
  ]
  return (
    <>
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
            <Show when={manages()}>
              <span class="self-start">{resetButton(row)}</span>
            </Show>
          </div>
        )}
        rowLabel={(row) => row.name}
        onOpen={(row) => manages() && setReset(row)}
        onSearch={props.onSearch}
        empty={<EmptyState icon={Users} title={t('directory.noStaff')} detail={t('directory.emptyHint')} />}
      />
      <Show when={reset()}>{(row) => <ResetPassword staff={row()} onClose={() => setReset()} />}</Show>
    </>
  )
}
