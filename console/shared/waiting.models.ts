/** Since when somebody waits for us, and from when on that is pressing and too long; instants as they come over the wire. */
export interface Waiting {
  since: string
  amberAt: string
  redAt: string
}

/** The one colour of waiting, in every list: quiet, pressing, too long. `now` in ms since 1970. */
export const waitingTone = (
  { amberAt, redAt }: Pick<Waiting, 'amberAt' | 'redAt'>,
  now: number,
): 'neutral' | 'warn' | 'bad' => (now >= Date.parse(redAt) ? 'bad' : now >= Date.parse(amberAt) ? 'warn' : 'neutral')
