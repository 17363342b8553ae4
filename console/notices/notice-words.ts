import { useI18n } from '../i18n/i18n.tsx'
import { sayable } from '../shared/ticket-number.models.ts'
import type { DeskNotice } from './notices.api.ts'

/** A notice as it is read: what happened, to what, and the page that shows it. */
export interface NoticeWords {
  title: string
  detail: string | undefined
  href: string | undefined
}

/** Where a notice leads. */
const hrefOf = ({ ticketId, type, entityId, citizenId }: DeskNotice): string | undefined => {
  if (ticketId !== null) return `/tickets/${ticketId}`
  if (type === 'dangerInDraft') return `/desk?open=draft:${entityId}`
  if (type === 'answeredOut') return `/threads?citizen=${entityId}`
  if (type === 'text' && citizenId !== null) return `/desk?open=thread:${citizenId}`
  return entityId.startsWith('cal_') && !type.startsWith('recording') ? `/desk?open=call:${entityId}` : undefined
}

/** The words for notices, in the language of the console. One that only a newer server knows has none, and is not shown. */
export const createNoticeWords = () => {
  const { t, maybe, format } = useI18n()
  const title = ({ topic, type, danger, level }: DeskNotice): string | undefined => {
    if (danger !== null) return t('desk.alert', { danger: t(`danger.${danger}`) })
    if (topic === 'ticket') return maybe(`action.${type}`)
    if (type.startsWith('recording')) return t(type === 'recordingUnplaced' ? 'recording.unplaced' : 'recording.lost')
    if (type === 'answeredOut') return t('threads.answeredOut')
    if (type === 'notSent') return t('desk.notSent')
    return maybe(`notice.${type}`) ?? maybe(`timeline.warned.${type}`, { level: level ?? 0 })
  }
  return (notice: DeskNotice): NoticeWords | undefined => {
    const found = title(notice)
    if (found === undefined) return undefined
    const { number, call, handled, entityId } = notice
    const detail = [
      number === null ? undefined : t('desk.alertTicket', { number: sayable(number) }),
      // a danger with a ticket may have come by text as well
      call === null ? undefined : t(number === null ? 'desk.alertCall' : 'notice.dial', { call }),
      notice.type === 'recordingUnplaced' ? t('recording.unplacedHint', { ref: entityId }) : undefined,
      handled === null
        ? undefined
        : t(`notice.${handled.how}`, { name: handled.by.name, time: format().brief(handled.at) }),
    ]
    return { title: found, detail: detail.filter(Boolean).join(' · ') || undefined, href: hrefOf(notice) }
  }
}
