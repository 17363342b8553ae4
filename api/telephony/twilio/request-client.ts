import RequestClient from 'twilio/lib/base/RequestClient.js'

/** How long one request to the carrier may take, ms; then its result is unknown. */
export const requestTimeoutMs = 10_000

/** An address of the carrier's REST service, on another host when one is configured (the practice carrier). */
export const rewriteHost = (uri: string, apiUrl: string | null): string => {
  if (apiUrl === null) return uri
  const from = new URL(uri)
  if (from.hostname !== 'twilio.com' && !from.hostname.endsWith('.twilio.com')) return uri
  return `${apiUrl.replace(/\/+$/, '')}${from.pathname}${from.search}`
}

/**
 * The official client's transport, pointed elsewhere when `TWILIO_API_URL` is set. Only 429 is repeated (with jitter):
 * such a request was never processed. Redirects are not followed.
 */
export const createRequestClient = (apiUrl: string | null, timeout = requestTimeoutMs): RequestClient => {
  const client = new RequestClient({ timeout, autoRetry: true, maxRetries: 3, maxRetryDelay: 2_000 })
  const request = client.request.bind(client)
  client.request = (options) => request({ ...options, uri: rewriteHost(options.uri, apiUrl) })
  return client
}
