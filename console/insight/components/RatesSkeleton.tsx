import { For } from 'solid-js'
import { Bar, TableSkeleton } from '../../ui/feedback/Skeleton.tsx'

/** The shape of the rates while they are on their way: four shares, and the table of the units. */
export const RatesSkeleton = () => (
  <div aria-hidden="true" class="animate-appear flex flex-col gap-4">
    <div class="grid grid-cols-4 gap-px overflow-hidden rounded-lg border border-line bg-line max-md:grid-cols-2 max-sm:grid-cols-1">
      <For each={Array.from({ length: 4 })}>
        {() => (
          <div class="flex flex-col gap-2 bg-raised px-4 py-3">
            <Bar class="h-4 w-16" />
            <Bar class="h-7 w-28" />
            <Bar class="h-4 w-48 max-w-full" />
          </div>
        )}
      </For>
    </div>
    <div class="overflow-hidden rounded-lg border border-line bg-raised">
      <TableSkeleton tracks="minmax(0,2fr) repeat(4,minmax(0,1fr))" columns={5} />
    </div>
  </div>
)
