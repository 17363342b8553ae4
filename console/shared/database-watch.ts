import { createSignal } from 'solid-js'

/** How long until the server is asked again whether it can write, ms. */
const again = 5_000

const [away, setAway] = createSignal(false)

const look = async () => {
  const ready = await fetch('/readyz', { signal: AbortSignal.timeout(again) }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (ready) setAway(false)
  else setTimeout(() => void look(), again)
}

/** Whether something was refused because nothing can be kept, and the server has not said since that it can write again. */
export const databaseIsAway = away

/** Notes that the server could keep nothing, and asks it every few seconds until it can. */
export const noteDatabaseAway = (): void => {
  if (away()) return
  setAway(true)
  setTimeout(() => void look(), again)
}
