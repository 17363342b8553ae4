import { A } from '@solidjs/router'
import { useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { AnswerText } from '../../tickets/page/AnswersPanel.tsx'
import { FollowUpPanel } from '../../tickets/page/FollowUpPanel.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RequestPanel } from '../../tickets/page/RequestPanel.tsx'
import { TicketNumber } from '../../tickets/marks/TicketNumber.tsx'
import { TimelinePanel } from '../../tickets/page/TimelinePanel.tsx'
import { ticketQuery } from '../../tickets/tickets.queries.ts'
import { useLive } from '../../app/live.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { createCallProof } from '../create-call-proof.ts'
import { createFollowUpActs } from '../create-follow-up-acts.ts'
import { awaitsDecision, isOpen } from '../followup.models.ts'
import { followUpQuery } from '../followup.queries.ts'
import { AttemptForm } from './AttemptForm.tsx'
import { CallBar } from './CallBar.tsx'
import { CallProofField } from './CallProofField.tsx'
import { CheckForm } from './CheckForm.tsx'
import { CitizenResults } from './CitizenResults.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { QuestionSheet } from './QuestionSheet.tsx'
import { TriesPanel } from './TriesPanel.tsx'
import { useQuery } from '../../shared/use-query.ts'

/** One citizen to be asked: whom to call, the answer they got, the three questions, and what happened before. Made anew for each. */
export const FollowUpDetail = (props: { id: string; onDone: () => void }) => {
  const { t, format, inLocale } = useI18n()
  const session = useSession()
  const followUp = useQuery(() => followUpQuery(props.id))
  const ticket = useQuery(() => ({
    ...ticketQuery(followUp.data?.ticket.id ?? ''),
    enabled: followUp.data !== undefined,
  }))
  const acts = createFollowUpActs(() => followUp.data, props.onDone)
  const proof = createCallProof(() => followUp.data)
  const queries = useQueryClient()
  // What may be recorded depends on whether its call still rings.
  useLive().listen('call', ({ type }) => {
    if (type !== 'turn') void queries.invalidateQueries({ queryKey: ['followUp', 'one', props.id] })
  })
  const supervises = () => session().staff.roles.includes('supervisor')
  /** A merged request is redone through its main ticket, which the server looks at. */
  const mayRedo = () =>
    ticket.data !== undefined &&
    (ticket.data.mainTicket !== null || ticket.data.actions.some(({ action }) => action === 'redo'))
  /** A merged request was answered through its main ticket; rounds from before do not say which answer it was. */
  const given = () =>
    ticket.data?.answers.findLast(({ state, round }) => state === 'passed' && round <= (followUp.data?.round ?? 0))

  return (
    <Show when={followUp.data}>
      {(row) => (
        <div class="flex flex-col gap-4 p-4 max-sm:p-3">
          <header class="flex flex-col gap-1">
            <div class="flex flex-wrap items-center gap-x-3">
              <TicketNumber number={row().ticket.number} />
              <A href={`/tickets/${row().ticket.id}`} class="text-sm text-accent hover:underline">
                {t('followUp.toTicket')}
              </A>
              <span class="text-sm text-muted sm:ml-auto max-sm:basis-full">
                {inLocale(row().unit.name, row().unit.nameEn)}
                <Show when={isOpen(row())}> · {t('followUp.until', { at: format().due(row().expiresAt) })}</Show>
                <Show when={row().attempts > 0}> · {t('followUp.attempts', { count: row().attempts })}</Show>
              </span>
              <Show when={isOpen(row()) && row().listedFor}>
                {(reason) => (
                  <Badge tone={reason() === 'noTexts' ? 'neutral' : 'warn'}>{t(`followUp.listed.${reason()}`)}</Badge>
                )}
              </Show>
            </div>
            <h2 class="text-xl font-semibold">{row().ticket.title}</h2>
          </header>
          <Show when={isOpen(row())}>
            <CallBar
              followUp={row()}
              busy={acts.busy()}
              onClaim={(claim) => void acts.claim(claim)}
              onCall={() => void acts.call()}
            />
          </Show>
          <div class="grid items-start gap-4 lg:grid-cols-2">
            <div class="flex min-w-0 flex-col gap-4 lg:order-2">
              <Panel title={isOpen(row()) ? t('followUp.questions') : t('followUp.results')}>
                <Show when={isOpen(row())} fallback={<CitizenResults followUp={row()} />}>
                  <div class="flex flex-col gap-4">
                    <QuestionSheet
                      followUp={row()}
                      busy={acts.busy()}
                      waits={proof.running()}
                      onSubmit={(spoken) => {
                        const ready = proof.take('answered')
                        if (ready) void acts.answer(spoken, ready)
                      }}
                    />
                    <CallProofField call={row().call} proof={proof} />
                    <AttemptForm
                      busy={acts.busy() || proof.running()}
                      onAttempt={(outcome, note) => {
                        const ready = proof.take(outcome)
                        if (ready) void acts.attempt(outcome, note, ready)
                      }}
                    />
                  </div>
                </Show>
                <Show when={row().check === 'pending' && supervises()}>
                  <CheckForm
                    busy={acts.busy()}
                    own={row().tries.at(-1)?.by.id === session().staff.id}
                    onCheck={(accept, note) => void acts.check(accept, note)}
                  />
                </Show>
                <Show when={awaitsDecision(row()) && supervises()}>
                  <div class="mt-4 border-t border-line pt-4">
                    <DecisionForm
                      busy={acts.busy()}
                      mayRedo={mayRedo()}
                      onDecide={(decision, reason) => void acts.decide(decision, reason)}
                    />
                  </div>
                </Show>
              </Panel>
              <TriesPanel followUp={row()} />
            </div>
            <Show when={ticket.data}>
              {(whole) => (
                <div class="flex min-w-0 flex-col gap-4">
                  <RequestPanel ticket={whole()} />
                  <Panel title={t('followUp.answerGiven')}>
                    <Show
                      when={
                        whole().answers.find(({ id }) => id === row().answer?.id) ??
                        (row().answer ? undefined : given())
                      }
                      fallback={
                        <Show when={row().answer} fallback={<p class="text-muted">{t('followUp.noAnswer')}</p>}>
                          {(answer) => (
                            <>
                              <p class="text-sm text-muted">{inLocale(answer().unit.name, answer().unit.nameEn)}</p>
                              <p class="break-words whitespace-pre-wrap">{answer().text}</p>
                            </>
                          )}
                        </Show>
                      }
                    >
                      {(answer) => <AnswerText answer={answer()} ticket={whole()} asCitizen />}
                    </Show>
                  </Panel>
                  <FollowUpPanel ticket={whole()} />
                  <TimelinePanel ticketId={whole().id} />
                </div>
              )}
            </Show>
          </div>
        </div>
      )}
    </Show>
  )
}
