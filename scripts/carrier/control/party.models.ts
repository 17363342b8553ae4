/** A telephone that acts by itself, for tests and demonstrations; seconds. */
export type Party = {
  behavior: 'answer' | 'never' | 'busy' | 'reject' | 'invalid'
  /** Rings this long before it answers or declines. */
  afterSeconds: number
  /** Steps after answering. */
  steps: PartyStep[]
}

export type PartyStep = { wait: number } | { press: string } | { say: string } | { hangUp: true }
