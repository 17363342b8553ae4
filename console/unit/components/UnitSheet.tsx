import { For, Show } from 'solid-js'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { toInput, type Values } from '../../tickets/action-values.ts'
import { ActionField } from '../../tickets/act/ActionField.tsx'
import { SheetFrame } from '../../tickets/act/SheetFrame.tsx'
import { createActionSheet } from '../../tickets/create-action-sheet.ts'
import type { SendQueue } from '../create-send-queue.ts'
import { withPhrase } from '../unit.models.ts'
import { PhraseMenu, phrasesOf } from './PhraseMenu.tsx'

/** Acts that are written in the field: with phrases, and waiting for the line where there is none. */
export const fieldActs: readonly TicketAction[] = ['answer', 'firstContact', 'report']

/** The form of such an act. Fields, keeping and conflicts are those of every action sheet; sending and phrases are the unit's own. */
export const UnitSheet = (props: {
  ticket: TicketDto
  action: TicketAction
  queue: SendQueue
  onClose: () => void
  /** The act was made; not when it waits for the line. */
  onDone: (after: TicketDto) => void
}) => {
  const sheet = createActionSheet(props)
  const { action } = sheet
  const written = (field: string): string => {
    const value = sheet.value(field)
    return typeof value === 'string' ? value : ''
  }
  const submit = async () => {
    await sheet.submit()
    if (sheet.problem()?.status !== 0) return
    const values: Values = Object.fromEntries(
      sheet.form.fields.map((field) => [field.name, sheet.value(field.name) ?? null]),
    )
    const { id: ticketId, title } = props.ticket
    props.queue.add({
      id: crypto.randomUUID(),
      ticketId,
      title,
      action,
      version: sheet.seen().version,
      values,
      input: toInput(sheet.form, values, {}),
    })
    sheet.startOver()
    props.onClose()
  }
  return (
    <SheetFrame ticket={props.ticket} sheet={sheet} onClose={props.onClose} onSubmit={() => void submit()}>
      <For each={sheet.form.fields}>
        {(field) => {
          let box: HTMLDivElement | undefined
          /** To the end of what was put in, once the menu has given back the focus. */
          const goOnWriting = () => setTimeout(() => box?.querySelector('textarea')?.focus())
          return (
            <div ref={box}>
              <ActionField field={field} action={action} ticket={props.ticket} sheet={sheet} />
              <Show when={phrasesOf(action, field.name).length > 0}>
                <div class="-mb-2 flex">
                  <PhraseMenu
                    action={action}
                    field={field.name}
                    fieldLabel={sheet.label(field.name)}
                    ticket={props.ticket}
                    onInsert={(phrase) => {
                      sheet.set(field.name, withPhrase(written(field.name), phrase))
                      goOnWriting()
                    }}
                  />
                </div>
              </Show>
            </div>
          )
        }}
      </For>
    </SheetFrame>
  )
}
