import { For } from 'solid-js'
import { Bar, Skeleton } from '../../ui/feedback/Skeleton.tsx'

/** The shape of a ticket while it is on its way: header, what was said and what happened left, who and where right. */
export const TicketSkeleton = () => (
  <div aria-hidden="true" class="animate-appear">
    <div class="border-b border-line bg-raised px-5 py-3 max-sm:px-4">
      <div class="mx-auto flex max-w-[1400px] flex-col gap-2">
        <Bar class="h-5 w-64 max-w-full" />
        <Bar class="h-6 w-120 max-w-full" />
      </div>
    </div>
    <div class="mx-auto grid max-w-[1400px] gap-4 p-5 max-sm:p-3 md:grid-cols-[minmax(0,1fr)_340px] lg:grid-cols-[minmax(0,1fr)_380px]">
      <For each={[5, 4, 8, 6]}>{(lines) => <PanelSkeleton lines={lines} />}</For>
    </div>
  </div>
)

/** One panel of a ticket that is on its way. */
const PanelSkeleton = (props: { lines: number }) => (
  <div aria-hidden="true" class="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-raised px-4 py-3">
    <Bar class="h-4 w-24" />
    <Skeleton lines={props.lines} />
  </div>
)

/** The shape of a ticket beside a queue: header and two panels. */
export const DetailSkeleton = () => (
  <div aria-hidden="true" class="animate-appear mx-auto flex max-w-3xl flex-col gap-4 p-5">
    <div class="flex flex-col gap-2">
      <Bar class="h-5 w-48 max-w-full" />
      <Bar class="h-6 w-96 max-w-full" />
    </div>
    <PanelSkeleton lines={4} />
    <PanelSkeleton lines={5} />
  </div>
)
