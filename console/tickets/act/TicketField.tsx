import { createSignal } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import type { Option } from '../../ui/fields/combobox.models.ts'
import type { FieldProps } from '../../ui/fields/Field.tsx'
import { groupNumber } from '../tickets.models.ts'
import { createAlike } from '../create-alike.ts'
import { ticketSearchQuery } from '../tickets.queries.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** Another ticket: look-alikes are offered first, everything else is found by number or words. */
export const TicketField = (
  props: FieldProps & { ticket: TicketDto; value: string | null; onChange: (id: string) => void },
) => {
  const { t } = useI18n()
  const [text, setText] = createSignal('')
  const query = useQuery(() => ticketSearchQuery(text().trim()))
  const alike = createAlike(() => props.ticket)
  const searches = () => text().trim() !== ''
  const found = () => (searches() ? (known(query) ?? []) : (known(alike) ?? []).map(({ ticket }) => ticket))
  const [chosen, setChosen] = createSignal<Option>()
  const options = (): Option[] => {
    const kept = chosen()
    const rows = listed()
    return kept && !rows.some(({ value }) => value === kept.value) ? [...rows, kept] : rows
  }
  const listed = (): Option[] =>
    found()
      .filter(({ id }) => id !== props.ticket.id)
      .map((ticket) => ({
        value: ticket.id,
        label: ticket.title,
        hint: `${groupNumber(ticket.number)} · ${t(`state.${ticket.state}`)}`,
      }))
  return (
    <Combobox
      label={props.label}
      hint={props.hint}
      error={props.error}
      required={props.required ?? false}
      options={options()}
      loading={searches() ? query.isFetching : alike.isLoading}
      failed={(searches() ? query : alike).isLoadingError}
      onRetry={() => void (searches() ? query : alike).refetch()}
      value={props.value ?? undefined}
      placeholder={t('act.choose')}
      onQuery={setText}
      onChange={(id, option) => {
        setChosen(option)
        props.onChange(id)
      }}
    />
  )
}
