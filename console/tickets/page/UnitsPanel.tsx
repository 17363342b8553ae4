import { For, Show } from 'solid-js'
import type { AssignmentDto, TicketDto } from '../../../api/tickets/ticket.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createNow } from '../../shared/create-now.ts'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { createTicketWords } from '../create-ticket-words.ts'
import { TicketClock } from '../marks/TicketClock.tsx'
import { Panel } from '../../ui/Panel.tsx'

const order = { lead: 0, co: 1, copied: 2 } as const

/** Who has the ticket now, in which part, and how far they are; earlier rounds stand in the timeline. */
export const UnitsPanel = (props: { ticket: TicketDto }) => {
  const { t } = useI18n()
  const shown = () => {
    const active = props.ticket.assignments.filter(({ state }) => state === 'active')
    const last = props.ticket.assignments.at(-1)?.round
    const rows = active.length > 0 ? active : props.ticket.assignments.filter(({ round }) => round === last)
    return rows.toSorted((a, b) => order[a.role] - order[b.role])
  }
  const why = () => props.ticket.whyUnit
  const instruction = () => shown().find(({ role }) => role === 'lead')?.instruction
  return (
    <Panel title={t('ticket.units')}>
      <ul class="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-2.5">
        <For each={shown()} fallback={<li class="col-span-2 text-muted">{t('ticket.noUnits')}</li>}>
          {(row) => <AssignmentRow row={row} />}
        </For>
      </ul>
      <Show when={why()}>
        {(reason) => (
          <p class="mt-2.5 border-t border-line pt-2.5 text-sm text-muted">
            {t('ticket.said', { label: t('ticket.whyUnit'), text: t(`why.${reason()}`) })}
            <Show when={props.ticket.decidedBy === 'person' || props.ticket.decidedBy === 'threshold'}>
              {` · ${t(props.ticket.decidedBy === 'person' ? 'ticket.decidedBy.person' : 'ticket.decidedBy.threshold')}`}
            </Show>
          </p>
        )}
      </Show>
      <Show when={instruction()}>
        {(text) => (
          <p class="mt-2 text-sm whitespace-pre-wrap">
            {t('ticket.said', { label: t('ticket.instruction'), text: text() })}
          </p>
        )}
      </Show>
    </Panel>
  )
}

const AssignmentRow = (props: { row: AssignmentDto }) => {
  const { t, format } = useI18n()
  const words = createTicketWords()
  const now = createNow(60_000)
  /** What has been done, and what is still to do by when; the time for the first contact says so when it has passed. */
  const steps = (): { text: string; late?: boolean }[] => {
    const { role, dueAt, signedAt, signBy, contactedAt, contactBy, returnBy, answeredAt, endedAt } = props.row
    const at = (moment: string) => format().moment(moment)
    if (role === 'copied') return []
    const done = (key: 'signed' | 'contacted' | 'reported' | 'answered', moment: string) => ({
      text: t(`ticket.unit.${key}`, { at: at(moment) }),
    })
    const toDo = (key: 'signBy' | 'contactBy' | 'returnBy' | 'reportBy', moment: string) => ({
      text: t(`ticket.unit.${key}`, { at: format().due(moment) }),
      late: key === 'contactBy' && now() > Date.parse(moment),
    })
    return [
      ...(signedAt ? [done('signed', signedAt)] : signBy && !endedAt ? [toDo('signBy', signBy)] : []),
      ...(contactedAt ? [done('contacted', contactedAt)] : contactBy && !endedAt ? [toDo('contactBy', contactBy)] : []),
      ...(returnBy && !endedAt ? [toDo('returnBy', returnBy)] : []),
      ...(answeredAt
        ? [done(role === 'co' ? 'reported' : 'answered', answeredAt)]
        : role === 'co' && dueAt && !endedAt
          ? [toDo('reportBy', dueAt)]
          : []),
      ...(endedAt ? [{ text: t('ticket.unit.ended') }] : []),
    ]
  }
  return (
    <li class="col-span-2 grid grid-cols-subgrid items-start">
      <Badge tone={props.row.role === 'lead' ? 'accent' : 'neutral'} class="mt-0 justify-self-start rounded-sm!">
        {t(`assignment.${props.row.role}`)}
      </Badge>
      <span class="min-w-0">
        <span class={props.row.role === 'lead' ? 'font-medium' : ''}>{words.unit(props.row.unit)}</span>
        <For each={steps()}>
          {(step) => (
            <span class={classes('block text-sm', step.late ? 'text-warn' : 'text-muted')}>
              {step.late ? t('ticket.unit.late', { text: step.text }) : step.text}
            </span>
          )}
        </For>
        <Show when={props.row.clock?.state !== 'met' && props.row.clock}>
          {(clock) => <TicketClock clock={clock()} />}
        </Show>
      </span>
    </li>
  )
}
