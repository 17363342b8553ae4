/** How long a softphone rings before the call goes to the next agent, ms (the carrier is asked for 5 s less, for it adds 5). */
export const offerMs = 20_000
/** Ringing time asked of the carrier for an agent's leg, s. */
export const offerRingSeconds = 15
/** Ringing time asked of the carrier for a citizen who is rung back, s. */
export const dialRingSeconds = 30
/** A console that was not heard of for so long is gone, ms; it reports every 15 s. */
export const heartbeatLossMs = 45_000
/** Longest voicemail, s. */
export const voicemailSeconds = 120
/** A call cannot live longer at the carrier (4 h) than this, ms. */
export const longestCallMs = 4 * 3_600_000
/** A caller who hears a greeting for so long has gone without a word from the carrier, ms. */
export const longestGreetingMs = 10 * 60_000
/** An accepted offer whose citizen has not come into the room by now never told of it, ms; ringing a citizen takes 35 s at most. */
export const longestConnectMs = 60_000
/** How often the carrier is asked which calls are alive, ms; at the start of the server at once. */
export const aliveEveryMs = 5 * 60_000
/** A write-up nobody finishes ends by itself, ms. */
export const longestWrapUpMs = 2 * 3_600_000

/** Priorities of waiting calls; higher is served first, equal ones by time of arrival. */
export const priorities = { normal: 0, front: 90, danger: 100 } as const
