import { createSignal } from 'solid-js'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'

/** One request at a time, with what was refused of it in words. */
export const createAsking = () => {
  const words = createProblemText()
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  return {
    busy,
    /** What was refused, in the reader's language. */
    refusal: () => (failure() === undefined ? undefined : words(failure()).sentence),
    clear: () => setFailure(undefined),
    /** Does it unless something is being asked already; true when it was done. */
    ask: async (work: () => Promise<unknown>): Promise<boolean> => {
      if (busy()) return false
      setBusy(true)
      setFailure(undefined)
      try {
        await work()
        return true
      } catch (thrown) {
        setFailure(thrown)
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}
