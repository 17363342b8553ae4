/** What a browser softphone is told. */
type ClientEvent = {
  type: 'incoming' | 'cancel' | 'accepted' | 'disconnected' | 'turn' | 'state'
  data: Record<string, unknown>
}

export type ClientRegistry = {
  connect(identity: string, listener: (event: ClientEvent) => void): () => void
  connected(identity: string): boolean
  tell(identity: string, event: ClientEvent): void
  identities(): string[]
}

/** The browser softphones signed in now; one identity may have several tabs. */
export const createClientRegistry = (): ClientRegistry => {
  const listeners = new Map<string, Set<(event: ClientEvent) => void>>()
  return {
    connect: (identity, listener) => {
      const tabs = listeners.get(identity) ?? new Set()
      tabs.add(listener)
      listeners.set(identity, tabs)
      return () => {
        tabs.delete(listener)
        if (tabs.size === 0 && listeners.get(identity) === tabs) listeners.delete(identity)
      }
    },
    connected: (identity) => listeners.has(identity),
    tell: (identity, event) => {
      for (const listener of listeners.get(identity) ?? []) listener(event)
    },
    identities: () => [...listeners.keys()],
  }
}
