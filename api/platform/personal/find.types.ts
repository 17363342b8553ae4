/** What in a text betrays a person. */
export type What = 'phone' | 'identity' | 'code' | 'card' | 'name' | 'mail' | 'account' | 'address' | 'plate'

/** Where it stands, in units of the text that was looked through. */
export interface Find {
  what: What
  from: number
  to: number
}
