/** When somebody last pressed or touched anything in any tab of the console, ms since 1970; shared by the tabs. */
const key = 'yixian.lastInput'

/** How often it is written down for the other tabs, ms. */
const writeEvery = 5_000

/** Without a press for so long, what the console asks is its own doing, ms. */
const attendedMs = 60_000

let own = Date.now()
let written = 0

const note = () => {
  own = Date.now()
  if (own - written < writeEvery) return
  written = own
  localStorage.setItem(key, String(own))
}

/** What another tab wrote down. */
const hear = (event: StorageEvent) => {
  if (event.key === key) own = Math.max(own, Number(event.newValue ?? 0))
}

/** Watches for presses from now on; answers a way to stop. */
export const watchInput = (): (() => void) => {
  note()
  const kinds = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
  const options = { capture: true, passive: true }
  for (const kind of kinds) addEventListener(kind, note, options)
  addEventListener('storage', hear)
  return () => {
    for (const kind of kinds) removeEventListener(kind, note, options)
    removeEventListener('storage', hear)
  }
}

/** How long ago somebody last did something in any tab, ms. */
export const sinceInput = (): number => Date.now() - own

/** Somebody sits before the console. */
export const isAttended = (): boolean => sinceInput() < attendedMs
