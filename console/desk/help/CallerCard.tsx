import { useQueryClient } from '@tanstack/solid-query'
import Pencil from 'lucide-solid/icons/pencil'
import { createSignal, Show } from 'solid-js'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { renameCitizen } from '../../citizens/citizens.api.ts'
import { citizenQuery } from '../../citizens/citizens.queries.ts'
import { HelpPart } from './HelpPart.tsx'
import { RevealPhone } from './RevealPhone.tsx'
import { useQuery } from '../../shared/use-query.ts'

/** Who it is: name, masked number, how often they were in touch, and what the hotline should remember. */
export const CallerCard = (props: { citizenId: string }) => {
  const { t, format } = useI18n()
  const can = createCan()
  const citizen = useQuery(() => citizenQuery(props.citizenId))
  const [editing, setEditing] = createSignal(false)
  return (
    <Show when={citizen.data}>
      {(known) => (
        <HelpPart
          title={t('desk.caller')}
          aside={
            <Show when={can('citizen.write') && !editing()}>
              <IconButton label={t('desk.editCaller')} icon={Pencil} class="-my-1" onClick={() => setEditing(true)} />
            </Show>
          }
        >
          <Show
            when={!editing()}
            fallback={
              <EditCaller
                citizenId={known().id}
                name={known().name}
                note={known().note}
                onDone={() => setEditing(false)}
              />
            }
          >
            <p class="text-lg font-semibold">{known().name ?? t('desk.noName')}</p>
            <Show when={known().phone} fallback={<p class="text-muted">{t('softphone.withheld')}</p>}>
              <RevealPhone citizenId={known().id} masked={known().phone} />
            </Show>
            <p class="text-sm text-muted">
              {t('desk.history', {
                contacts: known().contactCount,
                tickets: known().ticketCount,
                open: known().openTicketCount,
              })}
            </p>
            <p class="text-sm text-muted">{t('desk.firstSeen', { day: format().day(known().firstSeenAt) })}</p>
            <Show when={known().note}>
              {(note) => (
                <p class="rounded-md bg-warn-soft px-3 py-2 text-sm whitespace-pre-wrap text-warn">{note()}</p>
              )}
            </Show>
          </Show>
        </HelpPart>
      )}
    </Show>
  )
}

const EditCaller = (props: { citizenId: string; name: string | null; note: string | null; onDone: () => void }) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [name, setName] = createSignal(props.name ?? '')
  const [note, setNote] = createSignal(props.note ?? '')
  const [busy, setBusy] = createSignal(false)
  const save = async () => {
    setBusy(true)
    try {
      const after = await renameCitizen(props.citizenId, { name: name().trim(), note: note().trim() })
      queries.setQueryData(citizenQuery(props.citizenId).queryKey, after)
      void queries.invalidateQueries({ queryKey: ['call'] })
      props.onDone()
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      title={t('desk.editCaller')}
      onClose={() => props.onDone()}
      onSubmit={() => void save()}
      footer={
        <Button kind="primary" type="submit" busy={busy()}>
          {t('ui.save')}
        </Button>
      }
    >
      <TextField
        label={t('desk.callerName')}
        value={name()}
        onChange={setName}
        input={{ maxLength: 60, autocomplete: 'off' }}
      />
      <TextArea
        label={t('desk.note')}
        hint={t('desk.noteHint')}
        rows={2}
        value={note()}
        onChange={setNote}
        input={{ maxLength: 500 }}
      />
    </Sheet>
  )
}
