import { createSignal, Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { useQuery } from '../../shared/use-query.ts'
import { ActionSheet } from '../../tickets/act/ActionSheet.tsx'
import { AnswersPanel, AnswerText, newestFirst } from '../../tickets/page/AnswersPanel.tsx'
import { DetailHeader } from '../../tickets/page/DetailHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RequestPanel } from '../../tickets/page/RequestPanel.tsx'
import { TicketActions } from '../../tickets/act/TicketActions.tsx'
import { UnitsPanel } from '../../tickets/page/UnitsPanel.tsx'
import { createQuickAct } from '../../tickets/create-quick-act.ts'
import { createTells } from '../../tickets/create-tells.ts'
import { ticketQuery } from '../../tickets/tickets.queries.ts'
import { Button } from '../../ui/Button.tsx'

/** Request and answer side by side; `p` passes, `b` sends back with what is missing. */
export const ReviewDetail = (props: { id: string; onDone: () => void }) => {
  const query = useQuery(() => ticketQuery(props.id))
  return <Show when={query.data}>{(ticket) => <Detail ticket={ticket()} onDone={props.onDone} />}</Show>
}

const Detail = (props: { ticket: TicketDto; onDone: () => void }) => {
  const { t } = useI18n()
  const quick = createQuickAct()
  const tells = createTells()
  const [action, setAction] = createSignal<TicketAction>()
  const waiting = () => newestFirst(props.ticket.answers).find(({ state }) => state === 'submitted')
  const earlier = () => props.ticket.answers.filter(({ id }) => id !== waiting()?.id)
  const offered = () => props.ticket.actions.find((one) => one.action === 'passReview')
  const done = (after: TicketDto) => after.state !== 'answered' && props.onDone()
  const pass = async () => {
    const after = await quick.act(props.ticket, 'passReview')
    if (after) done(after)
  }
  createShortcuts(
    () => t('review.title'),
    [
      {
        keys: 'p',
        label: () => t('review.pass'),
        run: () => void pass(),
        when: () => offered() !== undefined && action() === undefined,
      },
    ],
  )
  return (
    <div class="flex min-h-full flex-col gap-4 p-5">
      <DetailHeader ticket={props.ticket} clock>
        <div class="flex flex-wrap items-center gap-2">
          <TicketActions
            ticket={props.ticket}
            except={['passReview']}
            beside={['sendBack']}
            onOpen={setAction}
            onDone={done}
          />
          <Show when={offered() && !action()}>
            <Button kind="primary" keys="p" busy={quick.busy() !== undefined} onClick={() => void pass()}>
              {t('review.pass')}
            </Button>
          </Show>
        </div>
      </DetailHeader>
      <Show when={action() === undefined && offered()}>
        {(one) => <p class="-mt-2 text-sm text-muted">{tells(props.ticket, one().tells, t('review.pass'))}</p>}
      </Show>
      <Show when={action()} keyed>
        {(chosen) => <ActionSheet ticket={props.ticket} action={chosen} onClose={() => setAction()} onDone={done} />}
      </Show>
      <div class="grid items-start gap-4 lg:grid-cols-2">
        <div class="flex min-w-0 flex-col gap-4">
          <RequestPanel ticket={props.ticket} />
          <UnitsPanel ticket={props.ticket} />
        </div>
        <div class="flex min-w-0 flex-col gap-4">
          <Panel title={t('review.answer')}>
            <Show when={waiting()} fallback={<p class="text-muted">{t('review.noAnswer')}</p>}>
              {(answer) => <AnswerText answer={answer()} ticket={props.ticket} />}
            </Show>
          </Panel>
          <AnswersPanel ticket={props.ticket} title={t('review.previous')} answers={earlier()} />
        </div>
      </div>
    </div>
  )
}
