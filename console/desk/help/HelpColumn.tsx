import { Show } from 'solid-js'
import { PageBoundary } from '../../app/PageBoundary.tsx'
import { Skeleton } from '../../ui/feedback/Skeleton.tsx'
import { useDesk } from '../desk.context.ts'
import { ArticleHints } from './ArticleHints.tsx'
import { CallerCard } from './CallerCard.tsx'
import { LookAlikes } from './LookAlikes.tsx'
import { OpenTickets } from './OpenTickets.tsx'
import { ResponsiblePreview } from '../form/ResponsiblePreview.tsx'

const Loading = () => <Skeleton class="p-4" lines={3} />

/** What helps with the contact: who it is, what they have with us, who will get it, what is like it, what we know about it. */
export const HelpColumn = () => {
  const desk = useDesk()
  return (
    <div class="flex flex-col divide-y divide-line">
      <PageBoundary loading={<Loading />}>
        <Show when={desk.citizenId()} keyed>
          {(id) => <CallerCard citizenId={id} />}
        </Show>
      </PageBoundary>
      <PageBoundary loading={<Loading />}>
        <Show when={desk.citizenId()} keyed>
          {(id) => <OpenTickets citizenId={id} />}
        </Show>
      </PageBoundary>
      <Show when={desk.work()} keyed>
        {(work) => (
          <>
            <ResponsiblePreview work={work} />
            <LookAlikes work={work} />
            <ArticleHints work={work} />
          </>
        )}
      </Show>
    </div>
  )
}
