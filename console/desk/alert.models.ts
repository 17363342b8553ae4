/** Danger as the live stream tells it: of a ticket (with its number) or of a call (with the emergency number to ring). */
export interface DangerAlert {
  danger: string
  number: string | undefined
  callId: string | undefined
  call: string | undefined
}

/** Reads the payload of an `alert`; undefined when it names no danger. */
export const readAlert = (payload: unknown): DangerAlert | undefined => {
  const fields: Record<string, unknown> = typeof payload === 'object' && payload !== null ? { ...payload } : {}
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : undefined)
  const danger = text('danger')
  return danger === undefined
    ? undefined
    : { danger, number: text('number'), callId: text('callId'), call: text('call') }
}
