import { Slider } from '@kobalte/core/slider'
import Pause from 'lucide-solid/icons/pause'
import Play from 'lucide-solid/icons/play'
import { Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Spinner } from '../ui/feedback/Spinner.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { createPlayer } from './create-player.ts'

/** A recording to be heard: play, pause, and a slider that the arrow keys move by five seconds. */
export const RecordingPlayer = (props: { recordingId: string; seconds: number | null; label: string }) => {
  const { t, format } = useI18n()
  const words = createProblemText()
  const player = createPlayer(() => props.recordingId)
  const length = () => Math.max(1, player.length() ?? props.seconds ?? 1)
  const time = (seconds: number) => format().duration(seconds * 1000)
  const toggle = () =>
    void player
      .toggle()
      .catch((thrown: unknown) => showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next }))
  return (
    <div role="group" aria-label={props.label} class="flex items-center gap-2">
      <Show
        when={player.state() !== 'loading'}
        fallback={
          <span
            role="status"
            aria-label={t('recording.loading')}
            class="inline-flex size-control items-center justify-center"
          >
            <Spinner />
          </span>
        }
      >
        <IconButton
          label={t(player.state() === 'playing' ? 'recording.pause' : 'recording.play')}
          icon={player.state() === 'playing' ? Pause : Play}
          kind="secondary"
          onClick={toggle}
        />
      </Show>
      <Slider
        class="relative flex min-w-16 flex-1 touch-none items-center select-none"
        value={[Math.min(player.at(), length())]}
        onChange={([seconds]) => seconds !== undefined && player.seek(seconds)}
        minValue={0}
        maxValue={length()}
        step={1}
        disabled={player.state() === 'idle' || player.state() === 'loading'}
        getValueLabel={({ values }) => time(values[0] ?? 0)}
      >
        <Slider.Track class="relative h-1 w-full rounded-full bg-line">
          <Slider.Fill class="absolute h-full rounded-full bg-accent-fill" />
          <Slider.Thumb class="top-[-4px] block size-3 rounded-full bg-accent-fill data-[disabled]:hidden">
            <Slider.Input aria-label={t('recording.position')} />
          </Slider.Thumb>
        </Slider.Track>
      </Slider>
      <span class="w-24 shrink-0 text-right text-sm text-muted tabular-nums">
        {`${time(player.at())} / ${props.seconds === null && player.length() === undefined ? '--:--' : time(length())}`}
      </span>
    </div>
  )
}
