import { A } from '@solidjs/router'
import Bell from 'lucide-solid/icons/bell'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Popover } from '../ui/overlays/Popover.tsx'
import { markSeen, notices, unread, type Notice } from './notifications.ts'

/** The bell: how many are unread, and the last fifty. */
export const NotificationBell = () => {
  const { t } = useI18n()
  const [open, setOpen] = createSignal(false)
  return (
    <Popover
      label={
        unread() > 0
          ? `${t('shell.notifications')}, ${t('shell.unread', { count: unread() })}`
          : t('shell.notifications')
      }
      placement="bottom-end"
      triggerClass="relative size-control px-0! text-muted hover:text-text"
      class="w-96"
      open={open()}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) markSeen()
      }}
      trigger={
        <>
          <Bell size={16} aria-hidden="true" />
          <Show when={unread() > 0}>
            <span class="absolute top-0 right-0 min-w-4 rounded-full bg-bad-fill px-1 text-[11px] leading-4 font-semibold text-on-fill">
              {Math.min(99, unread())}
            </span>
          </Show>
        </>
      }
    >
      <Show
        when={notices().length > 0}
        fallback={<EmptyState icon={Bell} title={t('shell.noNotifications')} detail={t('shell.noNotificationsHint')} />}
      >
        <ul>
          <For each={notices()}>{(notice) => <NoticeRow notice={notice} onFollow={() => setOpen(false)} />}</For>
        </ul>
      </Show>
    </Popover>
  )
}

const NoticeRow = (props: { notice: Notice; onFollow: () => void }) => {
  const { format } = useI18n()
  return (
    <li>
      <A
        href={props.notice.href ?? '#'}
        class="flex flex-col rounded-md px-3 py-2 hover:bg-hover"
        onClick={() => props.onFollow()}
      >
        <span class="flex justify-between gap-3">
          <span class="min-w-0 truncate font-medium">{props.notice.title}</span>
          <span class="shrink-0 text-sm text-muted">{format().ago(props.notice.at)}</span>
        </span>
        <Show when={props.notice.detail}>
          <span class="line-clamp-2 text-sm text-muted">{props.notice.detail}</span>
        </Show>
      </A>
    </li>
  )
}
