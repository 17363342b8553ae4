/** So many failed tries at once, and another one each `everyMs`. */
export interface Cap {
  burst: number
  everyMs: number
}

const minute = 60_000

/** What failed tries are counted by. `account`, `address` and `all` hold for strangers only; docs/decisions tells why. */
export const caps = {
  /** One account on one device that signed in to it before. */
  device: { burst: 8, everyMs: (15 * minute) / 8 },
  /** One account from one address. */
  place: { burst: 8, everyMs: (15 * minute) / 8 },
  /** One address, whatever account: an office behind one address mistypes now and then. */
  address: { burst: 40, everyMs: (15 * minute) / 40 },
  /** One account, from wherever it was never signed in to. */
  account: { burst: 20, everyMs: (15 * minute) / 20 },
  /** All strangers together. */
  all: { burst: 300, everyMs: (15 * minute) / 300 },
} as const satisfies Record<string, Cap>
export type CapName = keyof typeof caps

/**
 * How long one has to wait before the next try, ms; 0 when it may be now. A failed try costs `everyMs`, and what one owes is paid off by
 * waiting: `paidAt` (ms since the epoch) is when nothing is owed any more.
 */
export const waitFor = ({ burst, everyMs }: Cap, paidAt: number, now: number): number =>
  Math.max(0, paidAt - now - (burst - 1) * everyMs)

/** Address groups of the internet's newer kind that one customer is given whole. */
const customerGroups = 4

/**
 * An address as tries are counted by: of IPv6 its first 64 bits, for whoever has one has them all; an IPv4 address in IPv6 form is itself.
 */
export const countedAddress = (address: string): string => {
  const [bare = ''] = address.split('%', 1)
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare)?.[1]
  if (mapped !== undefined) return mapped
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [first, last] = [groups(head), groups(tail)]
  const between = tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0')
  return [...first, ...between, ...last]
    .slice(0, customerGroups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
