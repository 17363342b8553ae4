import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import Bell from 'lucide-solid/icons/bell'
import OctagonAlert from 'lucide-solid/icons/octagon-alert'
import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { acknowledgeDanger, tellRead, type DeskNotice } from '../notices/notices.api.ts'
import { bellQuery, noticesQuery } from '../notices/notices.queries.ts'
import { createNoticeWords } from '../notices/notice-words.ts'
import { createShortcuts } from '../shared/create-shortcuts.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { createProblemText, ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { Popover } from '../ui/overlays/Popover.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { useLive } from './live.tsx'
import { useSession } from './session.ts'

/**
 * The bell: how many notices are unread, the last fifty, and above them the dangers that nobody has in hand. All of it is the server's: it is there
 * after a reload, and what is read in one browser is read in the others.
 */
export const NotificationBell = () => {
  const { t, inLocale } = useI18n()
  const queries = useQueryClient()
  const session = useSession()
  const words = createProblemText()
  const bell = useQuery(() => ({ ...bellQuery(), throwOnError: false }))
  const [open, setOpen] = createSignal(false)
  const list = useQuery(() => ({ ...noticesQuery(), enabled: open(), throwOnError: false }))
  const unread = () => known(bell)?.unread ?? 0
  const dangers = () => known(bell)?.open ?? []
  const refresh = () => void queries.invalidateQueries({ queryKey: ['alert'] })

  // alerts make the bell stale by themselves; an act is a notice to those only whom it tells
  const live = useLive()
  live.listen('ticket', ({ payload }) => {
    if (!('notice' in payload)) return
    const { roles, unitId } = session().staff
    const { notice } = payload
    if (notice.unitIds.includes(unitId) || notice.roles.some((role) => roles.includes(role))) refresh()
  })
  live.listen('followUp', ({ type }) => type === 'dissatisfied' && refresh())

  const tell = async (run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      refresh()
    }
  }
  const show = (next: boolean) => {
    setOpen(next)
    const newest = known(list)?.[0]
    if (!next && newest && unread() > 0) void tell(() => tellRead({ upTo: newest.at }))
  }
  createShortcuts(
    () => t('keys.global'),
    [{ keys: 'alt+n', label: () => t('shell.notifications'), run: () => show(!open()) }],
  )
  return (
    <Popover
      label={[
        t('shell.notifications'),
        ...(unread() > 0 ? [t('shell.unread', { count: unread() })] : []),
        ...(dangers().length > 0 ? [t('notice.openDangers', { count: dangers().length })] : []),
      ].join(inLocale('，', ', '))}
      placement="bottom-end"
      triggerClass="relative size-control px-0! text-muted hover:text-text"
      class="w-96"
      open={open()}
      onOpenChange={show}
      trigger={
        <>
          <Show when={dangers().length > 0} fallback={<Bell size={16} aria-hidden="true" />}>
            <OctagonAlert size={16} class="text-bad" aria-hidden="true" />
          </Show>
          <Show when={unread() > 0}>
            <span class="absolute top-0 right-0 min-w-4 rounded-full bg-bad-fill px-1 text-[11px] leading-4 font-semibold text-on-fill">
              {Math.min(99, unread())}
            </span>
          </Show>
        </>
      }
    >
      <Show when={dangers().length > 0}>
        <section
          aria-label={t('notice.openDangers', { count: dangers().length })}
          class="mb-1 border-b border-line pb-1"
        >
          <h2 class="px-3 pt-1.5 pb-1 text-sm font-medium text-bad">
            {t('notice.openDangers', { count: dangers().length })}
          </h2>
          <ul>
            <For each={dangers()}>
              {(notice) => (
                <li class="flex items-center gap-1 pr-2 max-sm:flex-col max-sm:items-stretch max-sm:pb-2">
                  <NoticeLine notice={notice} onFollow={() => show(false)} />
                  <Button class="shrink-0 max-sm:ml-3" onClick={() => void tell(() => acknowledgeDanger(notice.id))}>
                    {t('notice.acknowledge')}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={list.isLoadingError}>
        <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
      </Show>
      <Show when={known(list)}>
        {(all) => (
          <Show
            when={all().length > 0}
            fallback={
              <EmptyState icon={Bell} title={t('shell.noNotifications')} detail={t('shell.noNotificationsHint')} />
            }
          >
            <ul>
              <For each={all().filter((notice) => !notice.open)}>
                {(notice) => (
                  <li class="flex">
                    <NoticeLine
                      notice={notice}
                      onFollow={() => {
                        if (!notice.read) void tell(() => tellRead({ ids: [notice.id] }))
                        show(false)
                      }}
                    />
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Show>
    </Popover>
  )
}

const look = 'flex min-w-0 flex-1 flex-col rounded-md px-3 py-2'

const NoticeLine = (props: { notice: DeskNotice; onFollow: () => void }) => {
  const { t, format } = useI18n()
  const words = createNoticeWords()
  const line = () => words(props.notice)
  const inner = (title: string, detail: string | undefined) => (
    <>
      <span class="flex items-center justify-between gap-3">
        <span class={props.notice.read ? 'min-w-0 truncate' : 'min-w-0 truncate font-semibold'}>
          <Show when={!props.notice.read}>
            <span class="mr-1.5 inline-block size-2 rounded-full bg-accent-fill" aria-hidden="true" />
            <span class="sr-only">{t('notice.new')}</span>
          </Show>
          {title}
        </span>
        <span class="shrink-0 text-sm text-muted">{format().ago(props.notice.at)}</span>
      </span>
      <Show when={detail}>
        <span class="line-clamp-2 text-sm text-muted">{detail}</span>
      </Show>
    </>
  )
  return (
    <Show when={line()}>
      {(said) => (
        <Show when={said().href} fallback={<p class={look}>{inner(said().title, said().detail)}</p>}>
          {(href) => (
            <A href={href()} class={`${look} hover:bg-hover`} onClick={() => props.onFollow()}>
              {inner(said().title, said().detail)}
            </A>
          )}
        </Show>
      )}
    </Show>
  )
}
