import { useNavigate } from '@solidjs/router'
import { useLive } from '../app/live.tsx'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { phone } from '../softphone/phone.ts'
import { showToast } from '../ui/overlays/Toast.tsx'
import { sayable } from '../shared/ticket-number.models.ts'

/** The level of a warning whose time has passed. */
const passed = 3

/**
 * What is said at once to whomever the server tells, beside the bell that keeps it: danger to life or property, in a text, in somebody's call or in what
 * an agent writes down; a limit that has passed (one that nears waits behind the bell); a recording that is missing.
 */
export const createAlerts = (): void => {
  const live = useLive()
  const navigate = useNavigate()
  const session = useSession()
  const { t, maybe } = useI18n()
  live.listen('alert', (event) => {
    if (event.type === 'recordingLost' || event.type === 'recordingAbsent') {
      const [title, detail] = [t('recording.lost'), t('recording.lostHint')]
      showToast({ tone: 'warn', title, detail })
      return
    }
    if (event.type === 'recordingUnplaced') {
      const [title, detail] = [t('recording.unplaced'), t('recording.unplacedHint', { ref: event.id })] as const
      showToast({ tone: 'warn', title, detail })
      return
    }
    if (event.type === 'handled' || event.type === 'read' || event.type === 'text' || event.type === 'transferred')
      return
    if (event.type === 'notSent') {
      const [title, detail] = [t('desk.notSent'), t('desk.alertTicket', { number: sayable(event.payload.number) })]
      const href = `/tickets/${event.id}`
      showToast({ tone: 'bad', title, detail, action: { label: t('desk.openTicket'), run: () => navigate(href) } })
      return
    }
    // waits behind the bell
    if (event.type === 'answeredOut') return
    if (event.type !== 'danger' && event.type !== 'dangerInDraft') {
      const { number, level } = event.payload
      const due = maybe(`timeline.warned.${event.type}`, { level })
      if (due === undefined) return
      const detail = t('desk.alertTicket', { number: sayable(number) })
      const href = `/tickets/${event.id}`
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
    if (event.type === 'dangerInDraft' && !session().staff.roles.includes('supervisor')) return
    const title = t('desk.alert', { danger: t(`danger.${payload.danger}`) })
    const detail =
      'number' in payload
        ? t('desk.alertTicket', { number: sayable(payload.number) })
        : t('desk.alertCall', { call: payload.call })
    const href = 'number' in payload ? `/tickets/${event.id}` : undefined
    showToast({
      tone: 'bad',
      title,
      detail,
      ...(href !== undefined && { action: { label: t('desk.openTicket'), run: () => navigate(href) } }),
    })
  })
}
