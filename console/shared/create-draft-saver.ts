import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { createDraftKeeper, type DraftState } from './draft.ts'

/** Saves a long form by itself, and says how far it has got. */
export interface DraftSaver<T> {
  state: Accessor<DraftState>
  /** When the server last confirmed it, ms since 1970. */
  savedAt: Accessor<number | undefined>
  /** What an earlier page left unsaved on this device; read once, before the form is shown. */
  left: () => T | undefined
  flush: () => Promise<void>
  /** Before the form is filed or thrown away: a save on its way arrives, and none follows until `resume`. */
  hold: () => Promise<void>
  resume: () => void
  discard: () => void
}

/** Saves `value` under `key` a moment after each change, keeps a copy on the device until the server has it, and goes on when the line is back. */
export const createDraftSaver = <T>(options: {
  key: string
  value: Accessor<T>
  save: (value: T) => Promise<void>
  delay?: number
}): DraftSaver<T> => {
  const storageKey = `yixian.draft.${options.key}`
  const [state, setState] = createSignal<DraftState>('idle')
  const [savedAt, setSavedAt] = createSignal<number>()
  const keeper = createDraftKeeper<T>({
    save: options.save,
    onState: (next) => {
      setState(next)
      if (next === 'saved') setSavedAt(Date.now())
    },
    keep: (value) =>
      value === undefined
        ? localStorage.removeItem(storageKey)
        : localStorage.setItem(storageKey, JSON.stringify(value)),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    ...(options.delay !== undefined && { delay: options.delay }),
  })
  createEffect(on(options.value, (value) => keeper.change(value), { defer: true }))
  const flush = () => void keeper.flush()
  addEventListener('online', flush)
  onCleanup(() => {
    removeEventListener('online', flush)
    flush() // leaving the page sends what was typed last; a failure goes on trying
  })
  const { hold, resume, discard } = keeper
  return { state, savedAt, left: () => readLeft<T>(storageKey), flush: keeper.flush, hold, resume, discard }
}

/** Written above by `keep` under the same key from a `T`; a copy that no longer parses is as good as none. */
const readLeft = <T>(key: string): T | undefined => {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}
