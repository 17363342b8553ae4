import Plus from 'lucide-solid/icons/plus'
import { createMemo, Show } from 'solid-js'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { phone } from '../../softphone/phone.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/feedback/Skeleton.tsx'
import { createCan } from '../../app/session.ts'
import { waitingThreadsQuery } from '../../threads/threads.queries.ts'
import { useDesk } from '../desk.context.ts'
import { arrivalsQuery, callbacksQuery, countsQuery } from '../desk.queries.ts'
import { draftsQuery } from '../../contacts/drafts.queries.ts'
import { ArrivalList } from './ArrivalList.tsx'
import { CallbackList } from './CallbackList.tsx'
import { CurrentCall } from '../call/CurrentCall.tsx'
import { DraftList } from './DraftList.tsx'
import { QueueLines, QueueSummary } from './QueueSummary.tsx'
import { ThreadList } from './ThreadList.tsx'
import { TodoLinks } from './TodoLinks.tsx'
import { createStill } from '../../shared/create-still.ts'
import { useQuery } from '../../shared/use-query.ts'

/** Whether every part has come or failed: shown one by one, each would push away the next. */
const createAllThere = () => {
  const can = createCan()
  const quiet = { throwOnError: false } as const
  const parts = [
    useQuery(() => ({ ...draftsQuery(), ...quiet, enabled: can('ticket.file') })),
    useQuery(() => ({ ...waitingThreadsQuery(), ...quiet })),
    useQuery(() => ({ ...arrivalsQuery(), ...quiet })),
    useQuery(() => ({ ...callbacksQuery(), ...quiet })),
    useQuery(() => ({ ...countsQuery(), ...quiet })),
  ]
  return createMemo((once: boolean) => once || parts.every((part) => !part.isLoading), false)
}

/** Who is there: the call, the queue, texts that wait, forms begun, people to ring back, and what came back. */
export const ContactList = () => {
  const { t } = useI18n()
  const desk = useDesk()
  const can = createCan()
  const allThere = createAllThere()
  const { still, pointer } = createStill()
  return (
    <div class="flex min-h-full flex-col gap-4 p-3" {...pointer}>
      <Show when={phone()} fallback={<Show when={can('call.take')} children={<div class="h-[84px]" />} />}>
        {(own) => (
          <div class="flex flex-col gap-2">
            <CurrentCall phone={own()} />
            <QueueSummary phone={own()} />
          </div>
        )}
      </Show>
      <Button
        icon={Plus}
        keys="n"
        class="justify-start!"
        onClick={() => desk.open({ kind: 'new', id: '' })}
        aria-current={desk.item()?.kind === 'new' ? 'true' : undefined}
      >
        {t('desk.new')}
      </Button>
      <Show when={allThere()} fallback={<Skeleton class="px-2" lines={8} />}>
        <DraftList still={still} />
        <PageBoundary>
          <ThreadList still={still} />
        </PageBoundary>
        <PageBoundary>
          <ArrivalList still={still} />
        </PageBoundary>
        <PageBoundary>
          <CallbackList still={still} />
        </PageBoundary>
        <TodoLinks />
      </Show>
      <Show when={phone()}>{(own) => <QueueLines phone={own()} />}</Show>
    </div>
  )
}
