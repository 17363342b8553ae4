import { For } from 'solid-js'
import type { WallboardDto } from '../../../api/insight/insight.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import type { Tone } from '../../ui/tone.ts'
import {
  alarmTone,
  bigNumbers,
  queueTotal,
  shareTone,
  stateRows,
  waitTone,
  type BigNumber as Name,
} from '../wallboard.models.ts'
import { BigNumber } from './BigNumber.tsx'

/** The six numbers of the hall. */
export const BigNumbers = (props: { board: WallboardDto }) => {
  const { t, format } = useI18n()
  const now = createNow()
  const queue = () => queueTotal(props.board.calls.queues)
  const waited = () => {
    const { oldestAt } = queue()
    return oldestAt === null ? 0 : Math.max(0, now() - Date.parse(oldestAt))
  }
  const atUnits = () =>
    stateRows(props.board.tickets.byState)
      .filter(({ state }) => ['dispatched', 'handling', 'returnRequested', 'paused'].includes(state))
      .reduce((sum, { count }) => sum + count, 0)
  const open = () => stateRows(props.board.tickets.byState).reduce((sum, { count }) => sum + count, 0)
  const share = (value: number | null) => (value === null ? '—' : format().percent(value, value === 1 ? 0 : 1))
  const parts = ({ count, of }: { count: number; of: number }) =>
    of === 0 ? t('wallboard.noCalls') : t('wallboard.of', { count, of })

  const shown = (): Record<Name, { value: string; detail: string; tone: Tone; threshold: string }> => {
    const { connected, answeredIn15s } = props.board.calls
    const { dueToday, overdue, danger } = props.board.tickets
    const target = format().percent(connected.target, 0)
    return {
      connected: {
        value: share(connected.value),
        detail: parts(connected),
        tone: shareTone(connected.value, connected.target),
        threshold: t('wallboard.threshold.connected', { target }),
      },
      answeredIn15s: {
        value: share(answeredIn15s.value),
        detail: parts(answeredIn15s),
        tone: 'neutral',
        threshold: t('wallboard.threshold.answeredIn15s'),
      },
      waiting: {
        value: format().number(queue().waiting),
        detail:
          queue().waiting === 0
            ? t('wallboard.longestNone')
            : t('wallboard.longest', { time: format().duration(waited()) }),
        tone: waitTone(queue().waiting, waited()),
        threshold: t('wallboard.threshold.waiting'),
      },
      dueToday: {
        value: format().number(dueToday),
        detail: t('wallboard.atUnits', { count: atUnits() }),
        tone: 'neutral',
        threshold: t('wallboard.threshold.dueToday'),
      },
      overdue: {
        value: format().number(overdue),
        detail: t('wallboard.atUnits', { count: atUnits() }),
        tone: alarmTone(overdue),
        threshold: t('wallboard.threshold.overdue'),
      },
      danger: {
        value: format().number(danger),
        detail: t('wallboard.states', { count: open() }),
        tone: alarmTone(danger),
        threshold: t('wallboard.threshold.danger'),
      },
    }
  }

  return (
    <ul
      aria-label={t('wallboard.numbers')}
      class="grid grid-cols-6 gap-4 max-lg:grid-cols-3 max-sm:grid-cols-2 max-sm:gap-2"
    >
      <For each={bigNumbers}>
        {(name) => (
          <BigNumber label={t(`wallboard.${name}`)} formula={t(`wallboard.formula.${name}`)} {...shown()[name]} />
        )}
      </For>
    </ul>
  )
}
