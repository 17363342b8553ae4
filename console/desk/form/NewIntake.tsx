import { useQueryClient } from '@tanstack/solid-query'
import Search from 'lucide-solid/icons/search'
import { createSignal } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { toProblem, type Problem } from '../../shared/problem.ts'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { createDraft } from '../../contacts/drafts.api.ts'
import { meetCitizen } from '../../citizens/citizens.api.ts'
import { useDesk } from '../desk.context.ts'
import { draftsQuery } from '../../contacts/drafts.queries.ts'
import { emptyIntake, toContent } from '../../contacts/intake.models.ts'

/** A request without a call: somebody at the counter, a letter, a transfer by hand. Begins with the citizen's number. */
export const NewIntake = () => {
  const { t } = useI18n()
  const fieldError = createFieldError()
  const desk = useDesk()
  const queries = useQueryClient()
  const words = createProblemText()
  const [phone, setPhone] = createSignal('')
  const [name, setName] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const begin = async () => {
    setBusy(true)
    setProblem()
    try {
      const citizen = await meetCitizen(phone().trim(), name().trim())
      const draft = await createDraft(toContent({ channel: 'call', citizenId: citizen.id }, emptyIntake))
      void queries.invalidateQueries(draftsQuery())
      desk.open({ kind: 'draft', id: draft.id })
    } catch (thrown) {
      setProblem(toProblem(thrown))
    } finally {
      setBusy(false)
    }
  }
  const error = () => {
    const refused = problem()
    return refused && (fieldError(refused, 'phone') ?? words(refused).sentence)
  }
  return (
    <form
      class="flex max-w-md flex-col gap-4 p-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (phone().trim() !== '') void begin()
      }}
    >
      <h2 class="text-lg font-semibold">{t('desk.new')}</h2>
      <TextField
        label={t('desk.phone')}
        hint={t('desk.phoneHint')}
        type="tel"
        required
        value={phone()}
        error={error()}
        onChange={setPhone}
        input={{
          autocomplete: 'off',
          autofocus: true,
          maxLength: 40,
          ref: (input) => queueMicrotask(() => input.focus()),
        }}
      />
      <TextField
        label={t('desk.callerName')}
        value={name()}
        onChange={setName}
        input={{ autocomplete: 'off', maxLength: 60 }}
      />
      <Button
        kind="primary"
        type="submit"
        icon={Search}
        busy={busy()}
        disabled={phone().trim() === ''}
        class="self-start"
      >
        {t('desk.begin')}
      </Button>
    </form>
  )
}
