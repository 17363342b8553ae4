import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup } from 'solid-js'
import type { LiveTopic } from '../../api/vocabulary/live-events.ts'
import { useLive } from '../app/live.tsx'

/** Reads queries again when anything of these topics happens, but no more often than every `pause` ms: a busy hall sends many events. */
export const createLiveRefresh = (
  topics: readonly LiveTopic[],
  keys: readonly (readonly unknown[])[],
  pause = 2000,
): void => {
  const live = useLive()
  const queries = useQueryClient()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = () => {
    timer = undefined
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey })
  }
  for (const topic of topics) live.listen(topic, () => (timer ??= setTimeout(refresh, pause)))
  onCleanup(() => clearTimeout(timer))
}
