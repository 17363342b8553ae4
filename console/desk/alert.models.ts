/** Danger as the live stream tells it: of a ticket (with its number) or of a call (with the emergency number to ring). */
export interface DangerAlert {
  danger: string
  number: string | undefined
  callId: string | undefined
  call: string | undefined
}

const fieldsOf = (payload: unknown): Record<string, unknown> =>
  typeof payload === 'object' && payload !== null ? { ...payload } : {}

/** Reads the payload of an `alert`; undefined when it names no danger. */
export const readAlert = (payload: unknown): DangerAlert | undefined => {
  const fields = fieldsOf(payload)
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : undefined)
  const danger = text('danger')
  return danger === undefined
    ? undefined
    : { danger, number: text('number'), callId: text('callId'), call: text('call') }
}

/** What of a ticket falls due, as the live stream tells it to those whom it concerns. */
export interface DueWarning {
  number: string
  /** 1 soon, 2 very soon, 3 passed; of a ticket that nobody dispatches the count of reminders. */
  level: number
}

/** Reads the payload of an `alert` about a limit or a window; undefined when it is none. */
export const readWarning = (payload: unknown): DueWarning | undefined => {
  const { number, level } = fieldsOf(payload)
  return typeof number === 'string' && typeof level === 'number' ? { number, level } : undefined
}
