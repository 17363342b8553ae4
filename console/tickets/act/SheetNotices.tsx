import { Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import type { ActionSheetState } from '../create-action-sheet.ts'
import { SheetNews } from './SheetNews.tsx'

/** What stands above the fields of an act: what others did meanwhile, that the act is gone, that the server refused it. */
export const SheetNotices = (props: { ticket: TicketDto; sheet: ActionSheetState; name: string }) => {
  const { t } = useI18n()
  const problemText = createProblemText()
  const refused = () => {
    const problem = props.sheet.problem()
    return problem && problem.code !== 'request.invalid' && !(problem.status === 409 && props.sheet.changed())
      ? problemText(problem)
      : undefined
  }
  return (
    <>
      <Show when={props.sheet.changed()}>
        <SheetNews
          ticketId={props.ticket.id}
          version={props.ticket.version}
          seenAt={props.sheet.seen().at}
          onGoOn={props.sheet.goOn}
        />
      </Show>
      <Show when={props.sheet.offered() === undefined}>
        <Banner tone="warn" class="rounded-md">
          {t('act.gone', { action: props.name })}
        </Banner>
      </Show>
      <Show when={refused()}>
        {(problem) => (
          <Banner tone="bad" class="rounded-md">
            <p class="font-medium">{problem().title}</p>
            <Show when={problem().next}>{(next) => <p>{next()}</p>}</Show>
          </Banner>
        )}
      </Show>
    </>
  )
}
