import { Show } from 'solid-js'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { serverNow } from '../../shared/server-time.ts'
import { isDissatisfied, isOpen } from '../followup.models.ts'

/** One citizen to be asked, as a row of the list. */
export const FollowUpCard = (props: { row: FollowUpDto }) => {
  const { t, maybe, format, inLocale } = useI18n()
  const session = useSession()
  const claimed = () => props.row.claimedBy
  const grade = () => (props.row.grade === null ? undefined : maybe(`grade.${props.row.grade}`))
  return (
    <span class="flex min-w-0 flex-col gap-1">
      <span class="flex items-start justify-between gap-3">
        <span class="line-clamp-2 font-medium">{props.row.ticket.title}</span>
        <Show
          when={isOpen(props.row)}
          fallback={
            <Badge
              class="shrink-0"
              tone={isDissatisfied(props.row.grade) ? 'bad' : props.row.state === 'answered' ? 'ok' : 'neutral'}
            >
              {grade() ?? t(`ticket.followUp.${props.row.state}`)}
            </Badge>
          }
        >
          <Badge class="shrink-0">{t(`ticket.followUp.${props.row.state}`)}</Badge>
        </Show>
      </span>
      <span class="truncate text-sm text-muted">
        {[
          props.row.citizen?.name,
          format().phone(props.row.citizen?.phone ?? ''),
          inLocale(props.row.unit.name, props.row.unit.nameEn),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span class="flex flex-wrap gap-x-3 text-sm text-muted">
        <Show
          when={isOpen(props.row)}
          fallback={<span>{format().moment(props.row.doneAt ?? props.row.createdAt)}</span>}
        >
          <span class={Date.parse(props.row.expiresAt) < serverNow() ? 'font-medium text-bad' : ''}>
            {t('followUp.until', { at: format().due(props.row.expiresAt) })}
          </span>
        </Show>
        <Show when={isOpen(props.row) && props.row.listedFor}>
          {(reason) => (
            <span class={reason() === 'noTexts' ? '' : 'text-warn'}>{t(`followUp.listed.${reason()}`)}</span>
          )}
        </Show>
        <Show when={props.row.withoutCall === true}>
          <span class="text-warn">{t('followUp.withoutCall.result')}</span>
        </Show>
        <Show when={props.row.attempts > 0}>
          <span>{t('followUp.attempts', { count: props.row.attempts })}</span>
        </Show>
        <Show when={claimed()}>
          {(who) => (
            <span class="text-accent">
              {who().id === session().staff.id
                ? t('followUp.claimedByMe')
                : t('followUp.claimedBy', { name: who().name })}
            </span>
          )}
        </Show>
      </span>
    </span>
  )
}
