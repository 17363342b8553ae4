/** The citizen's leg in the room of a call. */
export const citizenLabel = 'citizen'

/** The leg of an agent, by the offer that rang it. */
export const agentLabel = (offerId: string) => `agent:${offerId}`

/** The offer that a leg's label names; null for a leg that is no agent's. */
export const offerOf = (label: string) => (label.startsWith('agent:') ? label.slice('agent:'.length) : null)
