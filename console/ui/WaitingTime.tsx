import Clock from 'lucide-solid/icons/clock'
import ClockAlert from 'lucide-solid/icons/clock-alert'
import { useI18n } from '../i18n/i18n.tsx'
import { createNow } from '../shared/create-now.ts'
import { createTimeWords } from '../shared/create-time-words.ts'
import { waitingTone, type Waiting } from '../shared/waiting.models.ts'
import { StateTag } from './StateTag.tsx'

/** How long somebody has waited for us, in the colour that the rule of its kind gives it; sign and word say so, too. */
export const WaitingTime = (props: { waiting: Waiting; plain?: boolean }) => {
  const { t, format } = useI18n()
  const now = createNow(15_000)
  const words = createTimeWords()
  const tone = () => waitingTone(props.waiting, now())
  return (
    <time
      datetime={props.waiting.since}
      title={t('waiting.since', { at: format().moment(props.waiting.since) })}
      class="inline-flex shrink-0"
    >
      <StateTag
        icon={tone() === 'neutral' ? Clock : ClockAlert}
        tone={tone()}
        plain={tone() === 'neutral' || (props.plain ?? false)}
        label={t(tone() === 'bad' ? 'waiting.tooLong' : 'waiting.for', {
          time: words.elapsed(now() - Date.parse(props.waiting.since)),
        })}
      />
    </time>
  )
}
