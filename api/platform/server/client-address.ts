import { isIP } from 'node:net'

/** `[2001:db8::1]:443`, `203.0.113.7:4711` and the bare forms → the address; null when it is none. */
const toAddress = (text: string): string | null => {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text
  return isIP(bare) ? bare : null
}

/**
 * Where a request comes from. Each of `trusted` proxies adds the address it saw to the end of `X-Forwarded-For`, so the client is that many
 * places from its end; what stands before is the client's own say. A header that is too short or unreadable there is not believed: the
 * other end of the connection counts.
 */
export const clientAddress = (socket: string, forwarded: string | undefined, trusted: number): string => {
  if (trusted === 0 || forwarded === undefined) return socket
  return toAddress(forwarded.split(',').at(-trusted)?.trim() ?? '') ?? socket
}
