import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { TicketDto } from '../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../api/vocabulary/ticket.ts'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { toProblem, type Problem } from '../shared/problem.ts'
import { createFieldError } from '../ui/fields/create-field-error.ts'
import { actForms } from './act-forms.at-build.ts'
import {
  asLimit,
  isTouched,
  missingFields,
  startValues,
  toInput,
  type FieldValue,
  type FileValue,
  type LimitValue,
  type Values,
} from './action-values.ts'
import { keptValues } from './kept-values.ts'
import { createActNews } from './create-act-news.ts'
import { makeAct } from './make-act.ts'
import type { PlanQuestion } from './tickets.api.ts'
import { planQuery } from './tickets.queries.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'

/**
 * What an action sheet knows: the values (kept in this tab until the act is made), what is missing or was refused, the version of
 * the ticket that was seen, and what dispatching would do. Once the act is made it says so and closes; `onDone` gets the ticket after it.
 * `options` may be the props of a sheet: the ticket is read anew each time, the action is that of the beginning.
 */
export const createActionSheet = (options: {
  readonly ticket: TicketDto
  readonly action: TicketAction
  readonly onDone?: (after: TicketDto) => void
  /** It was taken back before it left. */
  readonly onBack?: () => void
  readonly onClose: () => void
}) => {
  const { t, maybe } = useI18n()
  const fieldError = createFieldError()
  const news = createActNews()
  const queries = useQueryClient()
  const { action } = options
  const name = () => t(`action.${action}`)
  const form = actForms[action]
  const id = options.ticket.id
  const start = startValues(form, options.ticket)
  const place = keptValues(useSession()().staff.id, id, action)
  const kept = place.read()
  const [values, setValues] = createSignal<Values>({ ...start, ...kept })
  const [restored, setRestored] = createSignal(kept !== undefined)
  const [seen, setSeen] = createSignal({ version: options.ticket.version, at: options.ticket.updatedAt })
  const [problem, setProblem] = createSignal<Problem>()
  const [missing, setMissing] = createSignal<readonly string[]>([])
  const [busy, setBusy] = createSignal(false)
  const [uploading, setUploading] = createSignal(false)
  const offered = createMemo(() => options.ticket.actions.find((one) => one.action === action))

  createEffect(on(values, (next) => place.write(isTouched(next, start) ? next : undefined), { defer: true }))

  const label = (name: string): string => maybe(`form.${action}.${name}`) ?? name
  const limit = (name: string): LimitValue | null => asLimit(values()[name])

  /** What may be asked about: a limit that is half written is not. */
  const amount = (name: string) => {
    const byHand = limit(name)
    return byHand && byHand.value > 0 && byHand.value <= 365 ? { value: byHand.value, unit: byHand.unit } : undefined
  }

  const question = createMemo((): PlanQuestion => {
    const { leadUnitId, coUnitIds, copyUnitIds } = toInput(form, values(), start)
    const limits = { limit: amount('limit'), coLimit: amount('coLimit') }
    return {
      ticketId: id,
      action,
      ...(typeof leadUnitId === 'string' && { leadUnitId }),
      ...(Array.isArray(coUnitIds) && { coUnitIds }),
      ...(Array.isArray(copyUnitIds) && { copyUnitIds }),
      ...(limits.limit && { limit: limits.limit }),
      ...(limits.coLimit && { coLimit: limits.coLimit }),
    }
  })
  // Who must be named by hand is not guessed at by the catalogue.
  const leadNamed = form.fields.some((field) => field.name === 'leadUnitId' && field.required)
  const askable = () => form.plan === true && (!leadNamed || question().leadUnitId !== undefined)
  const planned = useQuery(() => planQuery(question(), askable()))
  const plan = () => (askable() && known(planned)) || null

  const submit = async (): Promise<void> => {
    if (busy() || uploading()) return
    const empty = missingFields(form, values())
    setMissing(empty)
    if (empty.length > 0) return
    setBusy(true)
    setProblem()
    try {
      const after = await makeAct(id, { action, version: seen().version, input: toInput(form, values(), start) })
      place.write(undefined)
      queries.setQueryData(['ticket', 'one', id, 'page'], after)
      void queries.invalidateQueries({ queryKey: ['ticket', 'one', id, 'timeline'] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'list'] })
      void queries.invalidateQueries({ queryKey: ['ticket', 'summary'] })
      news(after, action, () => options.onBack?.())
      options.onDone?.(after)
      options.onClose()
    } catch (thrown) {
      const refused = toProblem(thrown)
      setProblem(refused)
      if (refused.status === 409) void queries.invalidateQueries({ queryKey: ['ticket', 'one', id] })
    } finally {
      setBusy(false)
    }
  }

  return {
    action,
    name,
    form,
    plan,
    seen,
    /** The act as the server offers it now; undefined once it is no longer there. */
    offered,
    /** Somebody else has changed the ticket since it was seen. */
    changed: () => options.ticket.version !== seen().version,
    problem,
    busy,
    uploading,
    restored,
    label,
    limit,
    submit,
    setUploading,
    planned: (name: string): string | null => (name === 'leadUnitId' && !leadNamed ? (plan()?.lead?.id ?? null) : null),
    hint: (name: string): string | undefined => maybe(`form.${action}.${name}.hint`),
    /** A word of one of the server's lists. */
    word: (key: string): string => maybe(key) ?? key,
    value: (name: string): FieldValue | undefined => values()[name],
    files: (name: string): readonly FileValue[] => asFiles(values()[name]),
    set: (name: string, value: FieldValue) => {
      // a street of another district would contradict it
      const freed = name === 'districtId' && value !== values()['districtId'] ? { streetId: null } : {}
      setValues((all) => ({ ...all, [name]: value, ...freed }))
      setMissing((all) => all.filter((other) => other !== name))
    },
    error: (name: string): string | undefined =>
      missing().includes(name)
        ? t('act.missing', { field: label(name) })
        : (fieldError(problem(), `input.${name}`) ?? fieldError(problem(), name)),
    /** The reader has taken note of what happened meanwhile; the act is now made on the ticket as it is. */
    goOn: () => {
      setSeen({ version: options.ticket.version, at: options.ticket.updatedAt })
      setProblem()
    },
    startOver: () => {
      setValues(start)
      setRestored(false)
    },
  }
}
export type ActionSheetState = ReturnType<typeof createActionSheet>

const asFiles = (value: FieldValue | undefined): readonly FileValue[] =>
  Array.isArray(value) ? value.filter((file): file is FileValue => typeof file === 'object') : []
