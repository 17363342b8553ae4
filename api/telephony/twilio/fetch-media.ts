import type { Config } from '../../platform/config.ts'
import type { Fetched } from '../outcomes.types.ts'
import { rewriteHost } from './request-client.ts'

/** What comes with a text may have 5 MB (Twilio's own limit); a recording 200 MB. */
const mediaBytes = 5 * 1024 * 1024
const recordingBytes = 200 * 1024 * 1024

interface Limit {
  bytes: number
  /** Types that may be announced; absent: whoever asked looks at the bytes. */
  types?: readonly string[]
}

const twilioHost = (host: string) =>
  host === 'twilio.com' || host.endsWith('.twilio.com') || host === 'twiliocdn.com' || host.endsWith('.twiliocdn.com')

/**
 * Whether an address may be fetched at all: Twilio's hosts by https, or the configured carrier's own origin. Everything else could point inside.
 * @internal exported for its test
 */
export const isCarrierUrl = (address: string, apiUrl: string | null): boolean => {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (apiUrl !== null && url.origin === new URL(apiUrl).origin) return true
  return url.protocol === 'https:' && url.port === '' && twilioHost(url.hostname)
}

/** Hosts that want our credentials; the file stores behind their redirects are signed for everybody. */
const wantsCredentials = (url: URL, apiUrl: string | null) =>
  (apiUrl !== null && url.origin === new URL(apiUrl).origin) ||
  url.hostname === 'twilio.com' ||
  url.hostname.endsWith('.twilio.com')

const readAtMost = async (answer: Response, limit: number): Promise<Uint8Array | null> => {
  if (Number(answer.headers.get('content-length') ?? 0) > limit) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > limit) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Fetches bytes from the carrier's hosts only, redirects checked one by one, with size and type limits. */
export const createFetchMedia = (
  config: Pick<Config, 'twilio'>,
  timeoutMs = 15_000,
  ask: (url: URL, init: RequestInit) => Promise<Response> = fetch,
) => {
  const { accountSid, authToken, apiUrl } = config.twilio
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`

  const get = async (address: string, limit: Limit): Promise<Fetched> => {
    let next = address
    for (let hop = 0; hop < 4; hop++) {
      if (!isCarrierUrl(next, apiUrl)) return { refused: 'not a host of the carrier' }
      const url = new URL(rewriteHost(next, apiUrl))
      const answer = await ask(url, {
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        headers: wantsCredentials(url, apiUrl) ? { authorization } : {},
      })
      const location = answer.headers.get('location')
      if (answer.status >= 300 && answer.status < 400 && location !== null) {
        await answer.body?.cancel()
        next = new URL(location, url).href
        continue
      }
      if (answer.status === 429 || answer.status >= 500 || answer.status === 404)
        return { later: true, message: `HTTP ${answer.status}` }
      if (!answer.ok) return { refused: `HTTP ${answer.status}` }
      const contentType = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
      if (limit.types && !limit.types.includes(contentType)) return { refused: 'type' }
      const bytes = await readAtMost(answer, limit.bytes)
      return bytes === null ? { refused: 'size' } : { bytes, contentType }
    }
    return { refused: 'too many redirects' }
  }

  const guarded = async (address: string, limit: Limit): Promise<Fetched> => {
    try {
      return await get(address, limit)
    } catch (error) {
      return { later: true, message: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    fetchMedia: (address: string) => guarded(address, { bytes: mediaBytes }),
    fetchRecording: (recording: string) =>
      guarded(
        `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${encodeURIComponent(recording)}.mp3`,
        {
          bytes: recordingBytes,
          types: ['audio/mpeg', 'audio/mp3'],
        },
      ),
  }
}
