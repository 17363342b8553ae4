/** A time of Twilio's (RFC 2822, or ISO in transcriptions); null when there is none. */
export const carrierTime = (timestamp: string | undefined): Date | null => {
  const at = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  return Number.isNaN(at) ? null : new Date(at)
}
