import { createSignal, type Accessor } from 'solid-js'
import type { FollowUpDto } from '../../api/followup/followup.dto.ts'
import { needsReason } from './followup.models.ts'

/** What is sent beside a result: nothing where its call proves it, else why there was none. */
export interface Proof {
  withoutCall?: string
}

/** What a result by telephone will rest on, and the reason where there was no call. */
export const createCallProof = (followUp: Accessor<FollowUpDto | undefined>) => {
  const [reason, setReason] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  let field: HTMLElement | undefined
  const call = () => followUp()?.call ?? undefined
  return {
    reason,
    missing,
    /** Where the reason is written: it may stand out of sight, and is gone to when it is missing. */
    setField: (element: HTMLElement) => (field = element),
    setReason: (next: string) => {
      setReason(next)
      setMissing(false)
    },
    /** While it rings or is talked in nothing can be recorded. */
    running: () => call()?.state === 'running',
    /** What to send with a result; undefined: something is missing, and the field says so. */
    take: (outcome: Parameters<typeof needsReason>[1]): Proof | undefined => {
      const why = reason().trim()
      if (!needsReason(call(), outcome)) return {}
      setMissing(why === '')
      if (why === '') {
        field?.focus()
        field?.scrollIntoView({ block: 'center' })
      }
      return why === '' ? undefined : { withoutCall: why }
    },
  }
}
export type CallProof = ReturnType<typeof createCallProof>
