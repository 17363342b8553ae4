const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (value: number): string => String(value).padStart(2, '0')

/** RFC 2822 in GMT, as Twilio writes every date: `Tue, 31 Mar 2026 08:09:10 +0000`. */
export const rfc2822 = (ms: number): string => {
  const at = new Date(ms)
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
  return `${days[at.getUTCDay()]}, ${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${clock} +0000`
}

/** {@link rfc2822}, or null for a moment that has not come. */
export const rfc2822OrNull = (ms: number | null): string | null => (ms === null ? null : rfc2822(ms))

/** `YYMMDDhhmm` without zone, as delivery receipts carry it. */
export const receiptDate = (ms: number): string => {
  const at = new Date(ms)
  return [at.getUTCFullYear() % 100, at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()]
    .map(two)
    .join('')
}

/** Whole seconds between two moments in ms, rounded as the carrier bills. */
export const seconds = (fromMs: number, toMs: number): number => Math.round((toMs - fromMs) / 1000)
