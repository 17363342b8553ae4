/** The row of the table of settings that stands while effects are held after a restore. */
export const holdKey = 'outbox.hold'
