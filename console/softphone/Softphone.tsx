import { lazy, Show, Suspense } from 'solid-js'
import { createCan } from '../app/session.ts'

const SoftphonePill = lazy(async () => ({ default: (await import('./SoftphonePill.tsx')).SoftphonePill }))

/** The place of the telephone in the bar; its code is loaded only for those who take calls. */
export const Softphone = () => {
  const can = createCan()
  return (
    <Show when={can('call.take')}>
      <Suspense fallback={<span class="w-24" />}>
        <SoftphonePill />
      </Suspense>
    </Show>
  )
}
