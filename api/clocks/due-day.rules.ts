/**
 * An instant of the day to which a due time belongs, for naming that day: 00:00 is 24:00 of the day that ends (Civil Code art. 203), just as its last
 * millisecond, which is how limits in days are kept. Anything else lies in its own day.
 */
export const dueDay = (at: Date): Date => new Date(Math.ceil(at.getTime() / 1000) * 1000 - 1)
