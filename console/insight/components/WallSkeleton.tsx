import { For } from 'solid-js'
import { Bar } from '../../ui/feedback/Skeleton.tsx'

/** The shape of the wall while its numbers are on their way: six of them, and four panels. */
export const WallSkeleton = () => (
  <div aria-hidden="true" class="animate-appear flex flex-1 flex-col gap-4 max-sm:gap-2">
    <div class="grid grid-cols-6 gap-4 max-lg:grid-cols-3 max-sm:grid-cols-2 max-sm:gap-2">
      <For each={Array.from({ length: 6 })}>
        {() => (
          <div class="flex h-36 flex-col justify-between rounded-lg border border-line bg-raised p-4">
            <Bar class="h-5 w-24 max-w-full" />
            <Bar class="h-12 w-28 max-w-full" />
            <Bar class="h-4 w-16" />
          </div>
        )}
      </For>
    </div>
    <div class="grid flex-1 gap-4 max-sm:gap-2 lg:grid-cols-[2fr_1fr_1fr] lg:grid-rows-[3fr_2fr]">
      <For each={Array.from({ length: 4 })}>
        {() => (
          <div class="min-h-48 rounded-lg border border-line bg-raised p-5 lg:last:col-span-3">
            <Bar class="h-6 w-32" />
          </div>
        )}
      </For>
    </div>
  </div>
)
