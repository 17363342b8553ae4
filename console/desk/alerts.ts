import { useNavigate } from '@solidjs/router'
import { useLive } from '../app/live.tsx'
import { notify } from '../app/notifications.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { phone } from '../softphone/phone.ts'
import { showToast } from '../ui/overlays/Toast.tsx'
import { sayable } from './ticket-number.models.ts'

/** The level of a warning whose time has passed. */
const passed = 3

/**
 * Danger to life or property, in a text or in somebody's call: said at once to everybody whom the server tells, and kept behind the bell.
 * A limit that nears waits behind the bell; one that has passed is said as well. A recording that is missing is told to those who answer for it.
 */
export const createAlerts = (): void => {
  const live = useLive()
  const navigate = useNavigate()
  const { t, maybe } = useI18n()
  live.listen('alert', (event) => {
    if (event.type === 'recordingLost' || event.type === 'recordingAbsent') {
      const [title, detail] = [t('recording.lost'), t('recording.lostHint')]
      notify({ id: `alert:${event.type}:${event.id}`, title, detail, at: Date.now() })
      showToast({ tone: 'warn', title, detail })
      return
    }
    if (event.type === 'recordingUnplaced') {
      const [title, detail] = [t('recording.unplaced'), t('recording.unplacedHint', { ref: event.id })] as const
      notify({ id: `alert:${event.type}:${event.id}`, title, detail, at: Date.now() })
      showToast({ tone: 'warn', title, detail })
      return
    }
    if (event.type === 'answeredOut') {
      const title = t('threads.answeredOut')
      const detail = t('threads.answeredOutHint', { most: event.payload.most })
      const href = `/threads?citizen=${event.id}`
      notify({ id: `alert:${event.type}:${event.id}`, title, detail, href, at: Date.now() })
      return
    }
    if (event.type === 'notSent') {
      const [title, detail] = [t('desk.notSent'), t('desk.alertTicket', { number: sayable(event.payload.number) })]
      const href = `/tickets/${event.id}`
      notify({ id: `notSent:${event.id}`, title, detail, href, at: Date.now() })
      showToast({ tone: 'bad', title, detail, action: { label: t('desk.openTicket'), run: () => navigate(href) } })
      return
    }
    if (event.type !== 'danger') {
      const { number, level } = event.payload
      const due = maybe(`timeline.warned.${event.type}`, { level })
      if (due === undefined) return
      const detail = t('desk.alertTicket', { number: sayable(number) })
      const href = `/tickets/${event.id}`
      notify({ id: `due:${event.id}`, title: due, detail, href, at: Date.now() })
      if (level >= passed)
        showToast({
          tone: 'warn',
          title: due,
          detail,
          action: { label: t('desk.openTicket'), run: () => navigate(href) },
        })
      return
    }
    const { payload } = event
    // the agent in the call has the banner before their eyes
    if ('callId' in payload && payload.callId === phone()?.call()?.id) return
    const title = t('desk.alert', { danger: t(`danger.${payload.danger}`) })
    const detail =
      'number' in payload
        ? t('desk.alertTicket', { number: sayable(payload.number) })
        : t('desk.alertCall', { call: payload.call })
    const href = 'number' in payload ? `/tickets/${event.id}` : undefined
    notify({ id: `alert:${event.id}`, title, detail, at: Date.now(), ...(href !== undefined && { href }) })
    showToast({
      tone: 'bad',
      title,
      detail,
      ...(href !== undefined && { action: { label: t('desk.openTicket'), run: () => navigate(href) } }),
    })
  })
}
