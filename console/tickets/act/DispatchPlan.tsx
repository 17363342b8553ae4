import { For, Show, type JSX } from 'solid-js'
import type { DispatchPlanDto } from '../../../api/tickets/units/dispatch-plan.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createTicketWords } from '../create-ticket-words.ts'

/** To whom a ticket would go, with which limit and until when; the server's own answer. */
export const DispatchPlan = (props: { plan: DispatchPlanDto }) => {
  const { t, format, inLocale, maybe } = useI18n()
  const words = createTicketWords()
  const helpers = () => {
    const { co, coDueAt } = props.plan
    return [words.units(co), coDueAt && t('plan.due', { at: format().due(coDueAt) })].filter(Boolean).join(' · ')
  }
  const rows = (): { term: string; value: JSX.Element }[] => [
    ...(props.plan.lead ? [{ term: t('plan.lead'), value: <Lead plan={props.plan} /> }] : []),
    ...(props.plan.co.length > 0 ? [{ term: t('plan.co'), value: helpers() }] : []),
    ...(props.plan.copies.length > 0 ? [{ term: t('plan.copies'), value: words.units(props.plan.copies) }] : []),
  ]
  return (
    <div class="rounded-md bg-sunken px-3 py-2">
      <dl class="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <For each={rows()}>
          {(row) => (
            <>
              <dt class="text-muted">{row.term}</dt>
              <dd>{row.value}</dd>
            </>
          )}
        </For>
        <Show when={props.plan.limit}>
          {(limit) => (
            <>
              <dt class="text-muted">{t('plan.limit')}</dt>
              <dd>
                <span class="font-medium">
                  {words.limit(limit())} · {t('plan.due', { at: format().due(limit().dueAt) })}
                </span>
                <span class="block text-sm text-muted">
                  {props.plan.keepsClock ? t('plan.keeps') : t('plan.new')}
                  <Show when={inLocale(limit().basis, limit().basisEn)}>{(basis) => ` · ${basis()}`}</Show>
                  <Show when={limit().grade === 'B' || limit().grade === 'C'}>{` · ${t('clock.unverified')}`}</Show>
                </span>
              </dd>
            </>
          )}
        </Show>
      </dl>
      <For each={props.plan.problems}>
        {(code) => (
          <p class="mt-1 text-sm text-warn">
            {code === 'ticket.unit-unresolved' ? t('plan.unresolved') : (maybe(`problem.${code}`) ?? code)}
          </p>
        )}
      </For>
    </div>
  )
}

const Lead = (props: { plan: DispatchPlanDto }) => {
  const { t } = useI18n()
  const words = createTicketWords()
  return (
    <>
      <span class="font-medium">{words.unit(props.plan.lead)}</span>
      <Show when={props.plan.why}>{(why) => <span class="block text-sm text-muted">{t(`why.${why()}`)}</span>}</Show>
    </>
  )
}
