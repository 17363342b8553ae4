import { useQueryClient } from '@tanstack/solid-query'
import CheckCheck from 'lucide-solid/icons/check-check'
import FilePlus2 from 'lucide-solid/icons/file-plus-2'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { createCan } from '../app/session.ts'
import { createDraft, readDrafts } from '../contacts/drafts.api.ts'
import { citizenContactsQuery, citizenQuery } from '../citizens/citizens.queries.ts'
import { draftsQuery } from '../contacts/drafts.queries.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { createKeysetQuery } from '../shared/create-keyset-query.ts'
import { toProblem } from '../shared/problem.ts'
import { Button } from '../ui/Button.tsx'
import { createProblemText, ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { LoadMore } from '../ui/lists/LoadMore.tsx'
import { Skeleton } from '../ui/feedback/Skeleton.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { MessageList } from './components/MessageList.tsx'
import { ReplyBox } from './components/ReplyBox.tsx'
import { settleThread } from './threads.api.ts'
import { messagesOf } from './threads.queries.ts'
import { threadDraft } from './thread-intake.models.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'

/** The conversation with one citizen: read, answered, settled, or made a ticket of. */
export const ThreadPane = (props: {
  citizenId: string
  onDraft: (id: string) => void
  /** It was answered, or needs no answer. */
  onSettled?: () => void
}) => {
  const { t } = useI18n()
  const can = createCan()
  const queries = useQueryClient()
  const words = createProblemText()
  const citizen = useQuery(() => ({ ...citizenQuery(props.citizenId), throwOnError: false }))
  const contacts = useQuery(() => ({ ...citizenContactsQuery(props.citizenId), throwOnError: false }))
  const messages = createKeysetQuery(() => messagesOf(props.citizenId))
  const [busy, setBusy] = createSignal<'settle' | 'file'>()
  let scroller: HTMLDivElement | undefined
  createEffect(
    on(
      () => messages.rows[0]?.id,
      () => requestAnimationFrame(() => scroller?.scrollTo({ top: scroller.scrollHeight })),
    ),
  )
  /** The text that nobody has looked at, if there is one. */
  const waiting = () => known(contacts)?.items.find((contact) => contact.channel === 'sms' && contact.state === 'open')
  const name = () => {
    const one = known(citizen)
    return one ? [one.name, one.phone || t('softphone.withheld')].filter(Boolean).join(' ') : ''
  }

  const attempt = async (what: 'settle' | 'file', run: () => Promise<void>) => {
    setBusy(what)
    try {
      await run()
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    } finally {
      setBusy(undefined)
    }
  }
  const settle = () =>
    attempt('settle', async () => {
      await settleThread(props.citizenId)
      void queries.invalidateQueries({ queryKey: ['message'] })
      showToast({ tone: 'ok', title: t('threads.settled'), detail: name() })
      props.onSettled?.()
    })
  const file = () => attempt('file', async () => props.onDraft(await draftOf()))
  /** A contact has one draft: one that was begun before is opened again. */
  const draftOf = async (): Promise<string> => {
    const contact = waiting()
    const source = {
      channel: 'sms' as const,
      citizenId: props.citizenId,
      ...(contact && { contactId: contact.id }),
      ...(contact?.line && { lineId: contact.line.id }),
    }
    try {
      const made = await createDraft(threadDraft(source, messages.rows), contact?.id)
      void queries.invalidateQueries(draftsQuery())
      return made.id
    } catch (thrown) {
      const begun = toProblem(thrown).code === 'draft.conflict' ? await readDrafts() : []
      const own = begun.find((draft) => draft.contactId === contact?.id)
      if (!own) throw thrown
      return own.id
    }
  }

  return (
    <div class="flex h-full min-h-0 flex-col">
      <header class="flex min-h-12 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        <h2 class="min-w-0 flex-1 truncate font-semibold max-sm:min-w-full">{name()}</h2>
        <Show when={can('message.send')}>
          <Button icon={CheckCheck} busy={busy() === 'settle'} disabled={!waiting()} onClick={() => void settle()}>
            {t('threads.settle')}
          </Button>
        </Show>
        <Show when={can('ticket.file')}>
          <Button icon={FilePlus2} busy={busy() === 'file'} onClick={() => void file()}>
            {t('threads.file')}
          </Button>
        </Show>
      </header>
      <div
        ref={scroller}
        tabIndex={0}
        aria-label={t('threads.conversation')}
        role="log"
        class="min-h-0 flex-1 overflow-y-auto bg-surface px-4 py-4"
      >
        <Show when={!messages.error} fallback={<ErrorPanel error={messages.error} onRetry={messages.retry} />}>
          <Show when={!messages.loading} fallback={<Skeleton lines={6} />}>
            <LoadMore list={messages} label={t('threads.older')} />
            <MessageList messages={messages.rows} />
          </Show>
        </Show>
      </div>
      <Show when={can('message.send')}>
        <ReplyBox
          citizenId={props.citizenId}
          ticketId={messages.rows[0]?.ticketId ?? undefined}
          onAnswered={() => {
            showToast({ tone: 'ok', title: t('threads.answered'), detail: name() })
            props.onSettled?.()
          }}
        />
      </Show>
    </div>
  )
}
