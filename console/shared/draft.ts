export type DraftState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed'
/** What the draft keeper needs from the outside; tests give their own. */
export interface DraftDeps<T> {
  save: (value: T) => Promise<void>
  onState: (state: DraftState) => void
  /** Called after each change and with undefined once the server has it: the copy that survives a closed tab. */
  keep: (value: T | undefined) => void
  setTimer: (run: () => void, ms: number) => () => void
  /** Quiet time before a save, ms. */
  delay?: number
}

/**
 * Saves a draft when typing pauses: one save at a time, the newest value wins, a failed save is tried again after 2, 4, 8 … 30 s
 * and at once on `flush`. What is not yet on the server is in `keep`.
 */
export const createDraftKeeper = <T>(deps: DraftDeps<T>) => {
  let newest: { value: T } | undefined
  let sending: Promise<void> | undefined
  let held = false
  let failures = 0
  let cancel = () => {}
  const wait = (ms: number) => {
    cancel()
    cancel = deps.setTimer(() => void flush(), ms)
  }

  const flush = (): Promise<void> => {
    cancel()
    if (sending) return sending
    if (held || newest === undefined) return Promise.resolve()
    sending = send(newest)
    return sending
  }
  const send = async (sent: { value: T }): Promise<void> => {
    deps.onState('saving')
    try {
      await deps.save(sent.value)
      failures = 0
      sending = undefined
      if (newest === undefined) return // discarded meanwhile
      if (newest === sent) finish()
      else wait(deps.delay ?? 1500)
    } catch {
      sending = undefined
      if (newest === undefined) return
      failures += 1
      deps.onState('failed')
      wait(Math.min(30_000, 1000 * 2 ** failures))
    }
  }
  const finish = () => {
    newest = undefined
    deps.keep(undefined)
    deps.onState('saved')
  }

  return {
    change: (value: T): void => {
      newest = { value }
      deps.keep(value)
      if (sending || held) return
      if (failures === 0) deps.onState('waiting')
      wait(deps.delay ?? 1500)
    },
    flush,
    /** Sends nothing until `resume` or `discard`; done when a save that is on its way has arrived. */
    hold: async (): Promise<void> => {
      held = true
      cancel()
      await sending
    },
    /** What was held back is saved after all. */
    resume: (): void => {
      held = false
      if (newest !== undefined) wait(deps.delay ?? 1500)
    },
    /** Forgets what was not saved: the form was filed or thrown away. */
    discard: (): void => {
      cancel()
      held = false
      newest = undefined
      deps.keep(undefined)
      deps.onState('idle')
    },
  }
}
