import Plus from 'lucide-solid/icons/plus'
import { Show } from 'solid-js'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { useI18n } from '../../i18n/i18n.tsx'
import { phone } from '../../softphone/phone.ts'
import { Button } from '../../ui/Button.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDesk } from '../desk.context.ts'
import { ArrivalList } from './ArrivalList.tsx'
import { CallbackList } from './CallbackList.tsx'
import { CurrentCall } from './CurrentCall.tsx'
import { DraftList } from './DraftList.tsx'
import { QueueSummary } from './QueueSummary.tsx'
import { ThreadList } from './ThreadList.tsx'
import { TodoLinks } from './TodoLinks.tsx'

/** Who is there: the call, the queue, texts that wait, forms begun, people to ring back, and what came back. */
export const ContactList = () => {
  const { t } = useI18n()
  const desk = useDesk()
  return (
    <div class="flex min-h-full flex-col gap-4 p-3">
      <Show when={phone()}>
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
      <DraftList />
      <PageBoundary loading={<Skeleton class="px-2" lines={2} />}>
        <ThreadList />
      </PageBoundary>
      <PageBoundary loading={<Skeleton class="px-2" lines={2} />}>
        <ArrivalList />
      </PageBoundary>
      <PageBoundary loading={<Skeleton class="px-2" lines={2} />}>
        <CallbackList />
      </PageBoundary>
      <TodoLinks />
    </div>
  )
}
