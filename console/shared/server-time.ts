const tolerated = 5000
let skew = 0

/** Takes the server's `Date` header; a device whose clock is off by more than 5 s counts by the server's instead. */
export const noteServerTime = (date: string | null, deviceTime: number = Date.now()): void => {
  const found = date === null ? Number.NaN : Date.parse(date) - deviceTime
  if (Number.isFinite(found)) skew = Math.abs(found) > tolerated ? found : 0
}

/** Now in ms since 1970, by the server's clock: call timers and limits agree on every screen. */
export const serverNow = (): number => Date.now() + skew
