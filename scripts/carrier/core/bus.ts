/** What the handset page and tests are told about, live. `about` is an object's SID; `numbers` are the phones concerned. */
type CarrierEvent = { type: string; about: string; numbers: readonly string[]; data: unknown }

export type Bus = {
  emit(event: CarrierEvent): void
  /** Returns the function that ends the subscription. */
  on(listener: (event: CarrierEvent) => void): () => void
  listeners(): number
}

/** Hands every event to everybody who listens, at once and in order. */
export const createBus = (): Bus => {
  const listeners = new Set<(event: CarrierEvent) => void>()
  return {
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
