import { createMemo } from 'solid-js'
import { titleOf } from '../../../api/tickets/opening/title.rules.ts'
import { citizenQuery } from '../../citizens/citizens.queries.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { IntakeWork } from '../create-intake.ts'

/** The ticket's title, suggested out of the request, and how the citizen wishes to be called; what a person wrote in either stays. */
export const TitleAndName = (props: { work: IntakeWork }) => {
  const { t } = useI18n()
  const fieldError = createFieldError()
  const citizen = useQuery(() => ({ ...citizenQuery(props.work.source.citizenId), throwOnError: false }))
  const form = () => props.work.form()
  const suggested = createMemo(() => (form().text.trim() === '' ? '' : titleOf(form().text)))
  return (
    <div class="grid gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr]">
      <TextField
        label={t('desk.ticketTitle')}
        value={props.work.touched('title') ? form().title : suggested()}
        error={fieldError(props.work.problem(), 'title')}
        onChange={(title) => props.work.write({ title })}
        input={{ placeholder: suggested() || t('desk.ticketTitleHint'), maxLength: 120, autocomplete: 'off' }}
      />
      <TextField
        label={t('desk.callerName')}
        value={props.work.touched('citizenName') ? form().citizenName : (known(citizen)?.name ?? '')}
        error={fieldError(props.work.problem(), 'citizenName')}
        onChange={(citizenName) => props.work.write({ citizenName })}
        input={{ maxLength: 60, autocomplete: 'off' }}
      />
    </div>
  )
}
