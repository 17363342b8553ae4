import { useQueryClient } from '@tanstack/solid-query'
import CopyPlus from 'lucide-solid/icons/copy-plus'
import { createSignal } from 'solid-js'
import { createDraft } from '../../contacts/drafts.api.ts'
import { draftsQuery } from '../../contacts/drafts.queries.ts'
import { emptyIntake, furtherSource, toContent, type IntakeSource } from '../../contacts/intake.models.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { useDesk } from '../desk.context.ts'

/** 再登记一件: one more request of the citizen whose request was just filed, on a blank form. */
export const FurtherRequest = (props: { source: IntakeSource }) => {
  const { t } = useI18n()
  const desk = useDesk()
  const queries = useQueryClient()
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)
  const begin = async () => {
    if (busy()) return
    setBusy(true)
    try {
      const { id } = await createDraft(toContent(furtherSource(props.source), emptyIntake))
      void queries.invalidateQueries(draftsQuery())
      desk.open({ kind: 'draft', id })
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      setBusy(false)
    }
  }
  createShortcuts(() => t('desk.form'), [{ keys: 'alt+j', label: () => t('desk.further'), run: () => void begin() }])
  return (
    <Button icon={CopyPlus} keys="alt+j" busy={busy()} onClick={() => void begin()}>
      {t('desk.further')}
    </Button>
  )
}
