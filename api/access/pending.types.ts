/** What an account must do before it may do anything else: choose a password of its own, or set up the second factor that its role needs. */
export const pendingDuties = ['password', 'secondFactor'] as const
export type PendingDuty = (typeof pendingDuties)[number]
