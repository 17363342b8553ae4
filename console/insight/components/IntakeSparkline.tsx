import { For } from 'solid-js'
import type { WallboardDto } from '../../../api/insight/insight.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { sparkOf } from '../wallboard.models.ts'
import { WallPanel } from './WallPanel.tsx'

const [width, height] = [600, 120]

/** Tickets of the last 24 hours by the hour; the hour that runs now is the last point. */
export const IntakeSparkline = (props: { intake: WallboardDto['intake']; class?: string }) => {
  const { t, format } = useI18n()
  const spark = () => sparkOf(props.intake, width, height)
  const label = () => {
    const { total, peak } = spark()
    return t('wallboard.intakeLabel', {
      count: total,
      peak: peak.count,
      time: peak.hour === '' ? '—' : format().time(peak.hour),
    })
  }
  const last = () => spark().points.at(-1)
  return (
    <WallPanel title={t('wallboard.intake', { count: spark().total })} {...(props.class && { class: props.class })}>
      <svg
        role="img"
        aria-label={label()}
        viewBox={`-6 -8 ${width + 12} ${height + 14}`}
        preserveAspectRatio="none"
        class="h-0 min-h-24 w-full grow"
      >
        <path d={spark().area} fill="var(--accent-soft)" />
        <path
          d={spark().line}
          fill="none"
          stroke="var(--accent)"
          stroke-width="2.5"
          stroke-linejoin="round"
          vector-effect="non-scaling-stroke"
        />
        <line
          x1="0"
          x2={width}
          y1={height}
          y2={height}
          stroke="var(--line-medium)"
          vector-effect="non-scaling-stroke"
        />
        <For each={spark().points}>
          {(point) => (
            <rect x={point.x - width / 46} y="-8" width={width / 23} height={height + 8} fill="transparent">
              <title>{t('wallboard.intakeHour', { time: format().time(point.hour), count: point.count })}</title>
            </rect>
          )}
        </For>
      </svg>
      <div aria-hidden="true" class="mt-1 flex justify-between text-base text-muted max-sm:text-sm">
        <For each={spark().points.filter((_, at) => at % 6 === 0)}>
          {(point) => <span>{format().time(point.hour)}</span>}
        </For>
        <span>{last() === undefined ? '' : format().time(last()?.hour ?? '')}</span>
      </div>
    </WallPanel>
  )
}
