/** How far a long job is: `value` of `max`, with words. */
export const ProgressBar = (props: { label: string; value: number; max: number; words?: string }) => (
  <div class="flex flex-col gap-1">
    <div class="flex justify-between gap-4 text-sm">
      <span>{props.label}</span>
      <span class="text-muted">{props.words ?? `${props.value} / ${props.max}`}</span>
    </div>
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuenow={props.value}
      aria-valuemin={0}
      aria-valuemax={props.max}
      class="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        class="h-full rounded-full bg-accent-fill transition-[width] duration-150"
        style={{ width: `${props.max === 0 ? 0 : (100 * props.value) / props.max}%` }}
      />
    </div>
  </div>
)
