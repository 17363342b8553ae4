import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { connectionOf } from './connection.ts'

/** How long a sender may go on with a body that nobody wants before the line is cut, ms. */
const lingerMs = 2_000

/** What is left of a body of this size, bytes, is read away at once: it is here already, or about to be. */
const small = 64 * 1024

const isUnread = ({ complete, headers }: IncomingMessage) =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > small)

/**
 * Node cuts the line as soon as the answer is out; the system then resets it, because bytes are left unread, and the sender may never see
 * the answer. So the end is said first, and what still comes is thrown away for a while.
 */
const linger = (incoming: IncomingMessage) => {
  const { socket } = incoming
  let ending = false
  socket.destroySoon = () => {
    if (ending) return
    ending = true
    socket.end()
    // Whoever had begun to read the body holds it back by not reading on.
    incoming.removeAllListeners('data').resume()
    const last = setTimeout(() => socket.destroy(), lingerMs)
    socket.once('close', () => clearTimeout(last))
  }
}

/**
 * For an answer that was given before its request's body had come whole (too large, not signed in): the connection closes with it, or the
 * rest of the body would be taken for the next request, or reset it. `request.too-large` always closes.
 */
export const closeUnread = (c: Context) => {
  const incoming = connectionOf(c)?.incoming
  const unread = incoming !== undefined && isUnread(incoming)
  if (!unread && c.res.status !== 413) return
  c.res.headers.set('connection', 'close')
  if (unread) linger(incoming)
}
