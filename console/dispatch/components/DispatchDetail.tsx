import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { useQuery } from '../../shared/use-query.ts'
import { ActionSheet } from '../../tickets/act/ActionSheet.tsx'
import { DispatchPlan } from '../../tickets/act/DispatchPlan.tsx'
import { DetailHeader } from '../../tickets/page/DetailHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RelatedPanel } from '../../tickets/page/RelatedPanel.tsx'
import { RequestPanel } from '../../tickets/page/RequestPanel.tsx'
import { TicketActions } from '../../tickets/act/TicketActions.tsx'
import { createTells } from '../../tickets/create-tells.ts'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'
import { ticketQuery } from '../../tickets/tickets.queries.ts'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Evidence } from './Evidence.tsx'
import { MatterChoices } from './MatterChoices.tsx'
import { LeavingNotice } from '../../tickets/page/LeavingNotice.tsx'
import { Button } from '../../ui/Button.tsx'

/** The ticket that is being dispatched: its words, the proposal and why, and the two ways on: as proposed, or adjusted. */
export const DispatchDetail = (props: {
  id: string
  plan: DispatchPlanDto | undefined
  busy: boolean
  onConfirm: () => void
  /** Whether a form lies open. */
  onFilling: (filling: boolean) => void
  /** The first of two keys was pressed. */
  armed: boolean
  /** The ticket left the queue, or is on its way. */
  onDone: (after: TicketDto) => void
  onBack: () => void
}) => {
  const query = useQuery(() => ticketQuery(props.id))
  return <Show when={query.data}>{(ticket) => <Detail {...props} ticket={ticket()} />}</Show>
}

const Detail = (props: {
  ticket: TicketDto
  plan: DispatchPlanDto | undefined
  busy: boolean
  onConfirm: () => void
  onFilling: (filling: boolean) => void
  /** The first of two keys was pressed. */
  armed: boolean
  /** The ticket left the queue, or is on its way. */
  onDone: (after: TicketDto) => void
  onBack: () => void
}) => {
  const { t, format, inLocale } = useI18n()
  /** How sure the program is of the matter, and by which words; or that a person chose it. */
  const why = () => {
    const guess = props.plan?.guess
    if (!guess) return props.ticket.decidedBy === 'person' ? t('dispatch.decidedByHand') : ''
    const share = t('plan.guess', { share: format().percent(guess.confidence, 0) })
    if (guess.why.length === 0) return share
    return `${share} · ${t('plan.guessWhy', { words: guess.why.slice(0, 4).join(inLocale('、', ', ')) })}`
  }
  const words = createTicketWords()
  const tells = createTells()
  const [action, setAction] = createSignal<TicketAction>()
  createEffect(() => props.onFilling(action() !== undefined))
  onCleanup(() => props.onFilling(false))
  const offered = () =>
    props.ticket.leaving ? undefined : props.ticket.actions.find((one) => one.action === 'dispatch')
  const ready = () => offered() !== undefined && props.plan?.lead && props.plan.problems.length === 0
  createShortcuts(
    () => t('dispatch.title'),
    [
      {
        keys: 'd',
        label: () => t('dispatch.adjust'),
        run: () => setAction('dispatch'),
        when: () => offered() !== undefined && action() === undefined,
      },
    ],
  )
  /** The ticket left the queue, or is now another's: it goes on with the next one. */
  const done = (after: TicketDto) => (after.state !== 'awaitingDispatch' || after.leaving) && props.onDone(after)
  return (
    <div class="mx-auto flex max-w-3xl flex-col gap-4 p-5">
      <DetailHeader ticket={props.ticket}>
        <TicketActions
          ticket={props.ticket}
          except={['dispatch']}
          beside={['reclassify', 'merge']}
          onOpen={setAction}
          onDone={done}
        />
      </DetailHeader>
      <LeavingNotice ticket={props.ticket} onBack={props.onBack} />
      <RequestPanel ticket={props.ticket} />
      <Show
        when={action()}
        keyed
        fallback={
          <Panel
            title={t('plan.title')}
            aside={
              <Show when={!props.plan?.otherChoice}>
                <span class="text-sm text-muted">{why()}</span>
              </Show>
            }
          >
            <MatterChoices ticket={props.ticket} plan={props.plan} />
            <Show when={props.plan}>{(plan) => <DispatchPlan plan={plan()} />}</Show>
            <Show when={offered() && props.plan?.doubts.length ? props.plan.doubts : undefined}>
              {(doubts) => (
                <Banner tone="warn" class="mt-2 rounded-md">
                  <ul>
                    <For each={doubts()}>{(doubt) => <li>{t(`dispatch.doubt.${doubt}`)}</li>}</For>
                  </ul>
                </Banner>
              )}
            </Show>
            <div class="mt-3 flex flex-wrap items-center justify-end gap-2">
              <p class="mr-auto min-w-40 flex-1 text-sm text-muted">{tells(props.ticket, offered()?.tells ?? [])}</p>
              <Show when={offered()}>
                <Button kind={ready() ? 'secondary' : 'primary'} keys="d" onClick={() => setAction('dispatch')}>
                  {ready() ? t('dispatch.adjust') : t('action.dispatch')}
                </Button>
              </Show>
              <Show when={ready()}>
                <Button
                  kind={props.armed ? 'danger' : 'primary'}
                  keys="enter"
                  busy={props.busy}
                  onClick={() => props.onConfirm()}
                >
                  {props.armed
                    ? t('dispatch.again', { unit: words.unit(props.plan?.lead ?? null) })
                    : t('dispatch.confirm')}
                </Button>
              </Show>
            </div>
          </Panel>
        }
      >
        {(chosen) => (
          <ActionSheet
            ticket={props.ticket}
            action={chosen}
            onClose={() => setAction()}
            onDone={done}
            onBack={props.onBack}
          />
        )}
      </Show>
      <Evidence ticketId={props.ticket.id} byCall={props.ticket.channel === 'call'} />
      <RelatedPanel ticket={props.ticket} />
    </div>
  )
}
