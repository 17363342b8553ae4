import { useQueryClient } from '@tanstack/solid-query'
import FilePlus2 from 'lucide-solid/icons/file-plus-2'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { readTicket, supplementTicket } from '../desk.api.ts'

/** What is in the form goes to a ticket that exists instead of becoming a new one. */
export const AddToTicket = (props: { ticketId: string; number: string; work: IntakeWork }) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal(false)
  const text = () => props.work.form().text.trim()
  const add = async () => {
    setBusy(true)
    try {
      const { version } = await readTicket(props.ticketId)
      await supplementTicket(props.ticketId, version, text())
      setDone(true)
      showToast({ tone: 'ok', title: t('desk.added', { number: props.number }) })
      void queries.invalidateQueries({ queryKey: ['ticket'] })
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show when={text() !== '' && !props.work.filed()}>
      <Button
        kind="quiet"
        icon={FilePlus2}
        busy={busy()}
        disabled={done()}
        class="-ml-1.5 min-h-7! px-1.5! text-sm text-accent!"
        onClick={() => void add()}
      >
        {done() ? t('desk.addedShort') : t('desk.addTo')}
      </Button>
    </Show>
  )
}
