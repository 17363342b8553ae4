/** How a contact comes in. A channel is one word here and one small file that hands its words to `contacts.report`. */
export const channels = ['call', 'sms', 'web'] as const
export type Channel = (typeof channels)[number]

/** What became of a contact: nobody has decided yet; it belongs to a ticket; it needed none. */
export const contactStates = ['open', 'filed', 'closed'] as const
export type ContactState = (typeof contactStates)[number]
