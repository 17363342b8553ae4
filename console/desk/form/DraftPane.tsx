import { Show } from 'solid-js'
import { createIntake } from '../create-intake.ts'
import type { Draft } from '../../contacts/drafts.api.ts'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { useDesk } from '../desk.context.ts'
import { draftQuery } from '../../contacts/drafts.queries.ts'
import { sourceOf, type IntakeSource } from '../../contacts/intake.models.ts'
import { FiledNotice } from './FiledNotice.tsx'
import { IntakeFormPanel } from './IntakeFormPanel.tsx'
import { SourceHeader } from './SourceHeader.tsx'
import { useQuery } from '../../shared/use-query.ts'

/** A form without a call: begun by hand, out of texts, or left over from a call that is over. */
export const DraftPane = (props: { id: string }) => {
  const draft = useQuery(() => draftQuery(props.id))
  const found = () => {
    const source = draft.data && sourceOf(draft.data.content)
    return draft.data && source ? { draft: draft.data, source } : undefined
  }
  return (
    // not keyed: the form that is being written goes on, whatever is read again
    <Show when={found()}>{(known) => <DraftForm draft={known().draft} source={known().source} />}</Show>
  )
}

const DraftForm = (props: { draft: Draft; source: IntakeSource }) => {
  const desk = useDesk()
  const { draft, source } = props
  const work = createIntake({ source, draft })
  desk.present({ citizenId: () => source.citizenId, work: () => work })
  const words = createProblemText()
  const leave = async () => {
    try {
      await work.discard()
      desk.open(undefined)
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    }
  }
  return (
    <div class="flex min-h-full flex-col">
      <SourceHeader
        citizenId={source.citizenId}
        channel={source.channel}
        further={source.furtherOf !== undefined}
        onDiscard={() => void leave()}
        filed={work.filed() !== undefined}
      />
      <Show when={work.filed()}>{(ticket) => <FiledNotice ticketId={ticket().id} source={source} />}</Show>
      <IntakeFormPanel work={work} />
    </div>
  )
}
