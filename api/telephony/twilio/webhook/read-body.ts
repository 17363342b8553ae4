/** A body larger than this is refused unread; Twilio's are a few kB. */
const bodyLimit = 64 * 1024

/** Reads a request's body once; null when it is longer than `limit` bytes, announced or not. */
export const readBody = async (request: Request, limit = bodyLimit): Promise<Uint8Array | null> => {
  const announced = request.headers.get('content-length')
  if (announced !== null) {
    // The HTTP parser never lets more bytes through than were announced.
    if (!(Number(announced) <= limit)) return null
    const bytes = new Uint8Array(await request.arrayBuffer())
    return bytes.length > limit ? null : bytes
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
