import ScrollText from 'lucide-solid/icons/scroll-text'
import { createMemo, createSignal, Show } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { staffQuery } from '../directory/directory.queries.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { known } from '../shared/known.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { textParam } from '../shared/url-state.models.ts'
import { useQuery } from '../shared/use-query.ts'
import { Combobox } from '../ui/fields/Combobox.tsx'
import { DayRangeChip } from '../ui/filters/DayRangeChip.tsx'
import { DataList } from '../ui/lists/DataList.tsx'
import type { Column } from '../ui/lists/data-list.models.ts'
import { Dialog } from '../ui/overlays/Dialog.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { SearchBox } from '../ui/fields/SearchBox.tsx'
import { Select } from '../ui/fields/Select.tsx'
import { actForms } from '../tickets/act-forms.at-build.ts'
import { actionOptions } from './audit-actions.ts'
import { toQuestion } from './audit.models.ts'
import { auditList } from './audit.queries.ts'
import type { AuditRow } from './audit-words.ts'
import { AboutLink } from './components/AboutLink.tsx'
import { AuditDetail } from './components/AuditDetail.tsx'

const entities = [
  'ticket',
  'citizen',
  'followUp',
  'call',
  'callback',
  'contact',
  'message',
  'attachment',
  'draft',
  'presence',
  'recording',
  'session',
  'staff',
  'unit',
  'line',
  'matter',
  'limitRule',
  'article',
] as const

/** What was done, by whom, newest first. */
export const AuditPage = () => {
  const { t, maybe, format } = useI18n()
  createCrumbs(() => [{ label: t('audit.title') }])
  const [filters, setFilters] = createUrlState({
    entity: textParam(),
    id: textParam(),
    who: textParam(),
    action: textParam(),
    from: textParam(),
    to: textParam(),
  })
  const list = createKeysetQuery(() => auditList(toQuestion(filters())))
  const staff = useQuery(() => ({ ...staffQuery({}), throwOnError: false }))
  const [open, setOpen] = createSignal<AuditRow>()
  const actions = createMemo(() => actionOptions(Object.keys(actForms), filters().action, { t, maybe }))
  let search: HTMLInputElement | undefined

  const what = (row: AuditRow) =>
    maybe(`audit.did.${row.action}`) ??
    (row.entity === 'ticket' ? maybe(`done.${row.action.replace(/^ticket\./, '')}`) : undefined) ??
    row.action
  const who = (row: AuditRow) =>
    row.actorKind === 'system'
      ? (maybe(`audit.system.${row.actorId.replaceAll(' ', '-')}`) ?? row.actorName)
      : row.actorName
  /** The reason; that of closing and of a pause is a word of the server's lists. */
  const why = (row: AuditRow) =>
    row.reason === null ? '' : (maybe(`closeReason.${row.reason}`) ?? maybe(`pauseReason.${row.reason}`) ?? row.reason)
  const on = (row: AuditRow) => maybe(`audit.entity.${row.entity}`) ?? row.entity
  const columns = (): Column<AuditRow>[] => [
    {
      id: 'at',
      header: t('audit.at'),
      width: '184px',
      cell: (row) => (
        <span class="text-muted">
          {format().moment(row.at)}:{format().timeWithSeconds(row.at).slice(-2)}
        </span>
      ),
    },
    { id: 'actor', header: t('audit.actor'), width: 'minmax(0,1fr)', cell: who },
    {
      id: 'action',
      header: t('audit.action'),
      width: 'minmax(0,1.2fr)',
      cell: (row) => <span class="font-medium">{what(row)}</span>,
    },
    { id: 'entity', header: t('audit.entity'), width: '96px', cell: on },
    {
      id: 'about',
      header: t('audit.about'),
      width: 'minmax(0,1.4fr)',
      cell: (row) => <AboutLink about={row.about} />,
      from: 700,
    },
    { id: 'reason', header: t('audit.reason'), width: 'minmax(0,2fr)', cell: why, from: 700 },
  ]

  return (
    <div class="flex h-full min-h-0 flex-col bg-raised">
      <header class="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
        <SearchBox
          ref={(input) => (search = input)}
          label={t('audit.searchId')}
          keys="/"
          value={filters().id}
          onSearch={(id) => setFilters({ id })}
          class="w-64 max-sm:w-full"
        />
        <Combobox
          label={t('audit.action')}
          hideLabel
          class="w-52 max-sm:w-full"
          value={filters().action}
          options={actions()}
          onChange={(action) => setFilters({ action })}
        />
        <Select
          label={t('audit.entity')}
          hideLabel
          inline
          value={filters().entity}
          onChange={(entity) => setFilters({ entity })}
          options={[
            { value: '', label: t('audit.anyEntity') },
            ...entities.map((value) => ({ value, label: t(`audit.entity.${value}`) })),
          ]}
        />
        <Select
          label={t('audit.actor')}
          hideLabel
          inline
          class="max-w-52"
          value={filters().who}
          onChange={(who) => setFilters({ who })}
          options={[
            { value: '', label: t('audit.anyActor') },
            ...(known(staff) ?? []).map((one) => ({ value: one.id, label: `${one.name} ${one.username}` })),
          ]}
        />
        <DayRangeChip label={t('audit.day')} from={filters().from} to={filters().to} onChange={setFilters} />
      </header>
      <div class="min-h-0 flex-1">
        <DataList
          label={t('audit.list')}
          {...list}
          columns={columns()}
          card={(row) => (
            <div class="flex flex-col gap-0.5">
              <span class="flex justify-between gap-3 text-muted">
                <span>{who(row)}</span>
                <span>{format().ago(row.at)}</span>
              </span>
              <span class="text-base font-medium">{what(row)}</span>
              <span class="truncate text-muted">
                {on(row)} <AboutLink about={row.about} />
                <Show when={why(row)}>{` · ${why(row)}`}</Show>
              </span>
            </div>
          )}
          rowLabel={(row) => `${what(row)} ${who(row)}`}
          onOpen={setOpen}
          onPreview={setOpen}
          onSearch={() => search?.focus()}
          empty={<EmptyState icon={ScrollText} title={t('audit.empty')} detail={t('audit.emptyHint')} />}
        />
      </div>
      <Show when={open()}>
        {(row) => (
          <Dialog open onClose={() => setOpen()} title={what(row())}>
            <AuditDetail row={row()} why={why(row())} who={who(row())} what={what(row())} on={on(row())} />
          </Dialog>
        )}
      </Show>
    </div>
  )
}
