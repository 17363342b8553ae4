import TextQuote from 'lucide-solid/icons/text-quote'
import type { TicketDto } from '../../../api/tickets/ticket.dto.ts'
import type { TicketAction } from '../../../api/vocabulary/ticket.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { serverNow } from '../../shared/server-time.ts'
import { Menu } from '../../ui/overlays/Menu.tsx'

/** The phrases for a field of an act, by their keys in the dictionary; a field without any has no menu. */
export const phrasesOf = (action: TicketAction, field: string): readonly string[] => phrases[`${action}.${field}`] ?? []
const phrases: Readonly<Record<string, readonly string[]>> = {
  'answer.text': ['done', 'planned', 'explained', 'elsewhere'],
  'answer.result': ['agreed', 'fixed', 'open'],
  'firstContact.text': ['reached', 'unreached', 'visit'],
  'report.text': ['stage'],
}

/** Sentences that are written again and again, put into the text for the officer to finish. */
export const PhraseMenu = (props: {
  action: TicketAction
  field: string
  fieldLabel: string
  ticket: TicketDto
  onInsert: (phrase: string) => void
}) => {
  const { t, maybe, format } = useI18n()
  const names = () => phrasesOf(props.action, props.field)
  const key = (name: string) => `unit.phrase.${props.action}.${props.field}.${name}`
  const phrase = (name: string) => maybe(key(name), { title: props.ticket.title, day: format().day(serverNow()) }) ?? ''
  return (
    <Menu
      label={t('unit.phrases', { field: props.fieldLabel })}
      placement="bottom-start"
      triggerClass="-ml-3 text-sm text-accent!"
      class="w-96 max-w-[92vw]!"
      trigger={
        <>
          <TextQuote size={16} aria-hidden="true" />
          {t('unit.phrase')}
        </>
      }
      groups={[
        names().map((name) => ({
          label: maybe(`${key(name)}.name`) ?? name,
          hint: phrase(name),
          run: () => props.onInsert(phrase(name)),
        })),
      ]}
    />
  )
}
