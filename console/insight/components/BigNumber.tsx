import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import { textTone, type Tone } from '../../ui/tone.ts'
import { toneIcon } from '../../ui/tone-icon.ts'
import { Tooltip } from '../../ui/overlays/Tooltip.tsx'

/** One number of the wall: what it is, the number in its tone, what it is made of; formula and threshold on hover and focus. */
export const BigNumber = (props: {
  label: string
  value: string
  detail: string
  tone: Tone
  formula: string
  threshold: string
}) => {
  const { inLocale } = useI18n()
  const rule = () => [props.formula, props.threshold].join(inLocale('。', '. '))
  const sign = () => (props.tone === 'neutral' || props.tone === 'accent' ? undefined : toneIcon[props.tone])
  return (
    <li class="min-w-0">
      <Tooltip text={rule()}>
        {/* focusable, so that the formula is there for the keyboard too */}
        <div
          tabIndex={0}
          role="group"
          aria-label={`${props.label} ${props.value}${inLocale('，', ', ')}${props.detail}`}
          aria-description={rule()}
          class="@container flex h-full flex-col rounded-lg border border-line bg-raised px-4 py-4 max-sm:py-3"
        >
          <span class="flex items-center gap-1.5 text-xl text-muted max-sm:text-base">
            <Show when={sign()}>
              {(icon) => (
                <Dynamic
                  component={icon()}
                  size={20}
                  aria-hidden="true"
                  class={classes('shrink-0', textTone[props.tone])}
                />
              )}
            </Show>
            <span class="truncate">{props.label}</span>
          </span>
          <span
            class={classes(
              'mt-1 text-[clamp(34px,30cqw,88px)] leading-[1.15] font-semibold tracking-tight whitespace-nowrap',
              props.tone === 'neutral' ? 'text-text' : textTone[props.tone],
            )}
          >
            {props.value}
          </span>
          <span class="truncate text-lg text-muted max-sm:text-sm">{props.detail}</span>
        </div>
      </Tooltip>
    </li>
  )
}
