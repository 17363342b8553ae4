import type { Call } from '../calls/call.models.ts'

export type QueueResult =
  | 'bridged'
  | 'bridging-in-process'
  | 'redirected'
  | 'redirected-from-bridged'
  | 'leave'
  | 'hangup'
  | 'queue-full'
  | 'error'
  | 'system-error'

/** A caller in a queue. `take` removes it and says how it got out. */
export type Member = { call: Call; enqueuedAt: number; take: (out: MemberOut) => void }

export type MemberOut = { result: QueueResult; bridge?: (finished: (dequeuing: string) => void) => void }

export type Queue = {
  sid: string
  friendlyName: string
  maxSize: number
  createdAt: number
  updatedAt: number
  members: Member[]
  /** Calls waiting in `<Dial><Queue>` for somebody to come. */
  takers: (() => void)[]
  waits: number[]
}
