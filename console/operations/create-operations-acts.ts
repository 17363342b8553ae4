import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'

/** Runs one act of the page at a time, tells what came of it, and reads everything again. */
export const createOperationsActs = () => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)
  const run = async (act: () => Promise<string>) => {
    if (busy()) return
    setBusy(true)
    try {
      showToast({ tone: 'ok', title: await act() })
    } catch (thrown) {
      const { title, next } = words(thrown)
      showToast({ tone: 'bad', title, ...(next !== undefined && { detail: next }) })
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: ['operations'] })
    }
  }
  return { busy, run, t }
}
