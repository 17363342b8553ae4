import { useQueryClient } from '@tanstack/solid-query'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { sinceInput, watchInput } from '../shared/attendance.ts'
import { Button } from '../ui/Button.tsx'
import { Banner } from '../ui/feedback/Banner.tsx'
import { sessionKey, useSession } from './session.ts'

const minute = 60_000
/** How often is looked, ms. */
const lookEvery = 10_000

/**
 * The session ends when nobody does anything: says so some minutes before, and tells the server meanwhile that somebody is there, for who reads or
 * writes for long asks it for nothing.
 */
export const IdleWatch = () => {
  const { t } = useI18n()
  const session = useSession()
  const queries = useQueryClient()
  const [left, setLeft] = createSignal(Infinity)
  const idle = () => session().idleMinutes * minute
  const warnAt = () => Math.min(5 * minute, idle() / 2)
  let told = Date.now()

  const ask = () => void queries.invalidateQueries({ queryKey: sessionKey })
  const look = () => {
    const since = sinceInput()
    const before = left()
    setLeft(idle() - since)
    const returned = before <= warnAt() && left() > warnAt()
    if (
      left() <= 0 ||
      returned ||
      (since < Date.now() - told && Date.now() - told > Math.min(5 * minute, idle() / 4))
    ) {
      told = Date.now()
      ask()
    }
  }
  onMount(() => {
    const stop = watchInput()
    const timer = setInterval(look, lookEvery)
    onCleanup(() => {
      stop()
      clearInterval(timer)
    })
  })
  return (
    <Show when={left() <= warnAt()}>
      <Banner
        tone="warn"
        class="animate-rise border-t border-line"
        action={
          <Button class="pointer-coarse:min-h-11" onClick={look}>
            {t('shell.idleStay')}
          </Button>
        }
      >
        {t('shell.idle', { minutes: Math.max(1, Math.ceil(left() / minute)) })}
      </Banner>
    </Show>
  )
}
