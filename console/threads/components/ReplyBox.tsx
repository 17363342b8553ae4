import { useQueryClient } from '@tanstack/solid-query'
import Send from 'lucide-solid/icons/send'
import { createSignal, Show } from 'solid-js'
import { useSession } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeptText, kept } from '../../shared/kept.ts'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import { countText, longestBody } from '../../../api/messages/sending/segments.rules.ts'
import { firstBlank, insertWords } from '../template.models.ts'
import { sendText } from '../threads.api.ts'
import { templatesQuery } from '../threads.queries.ts'
import { TemplateMenu } from './TemplateMenu.tsx'

/** An answer by text, with what it costs. A text about the ticket that was last spoken of is filed with it. */
export const ReplyBox = (props: {
  citizenId: string
  ticketId: string | undefined
  /** An answer was sent, and nobody went on writing meanwhile. */
  onAnswered: () => void
}) => {
  const { t } = useI18n()
  const queries = useQueryClient()
  const words = createProblemText()
  const session = useSession()
  const { text, write, sent } = createKeptText(kept(session().staff.id, `reply.${props.citizenId}`))
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const count = () => countText(text())
  const tooLong = () => text().length > longestBody
  const templates = useQuery(() => templatesQuery(props.citizenId))
  const blanks = () => known(templates)?.blanks ?? []
  /** What a template left open: a text to a citizen never goes out with it. */
  const blank = () => firstBlank(text(), blanks())?.blank
  const maySend = () => text().trim() !== '' && !tooLong() && blank() === undefined
  let field: HTMLTextAreaElement | undefined
  const insert = (words: string) => {
    const put = insertWords(text(), field?.selectionEnd ?? text().length, words, blanks())
    write(put.text)
    // the menu gives the focus back to its button first
    setTimeout(() => {
      field?.focus()
      field?.setSelectionRange(put.from, put.to)
    })
  }
  const send = async () => {
    const [typed, body] = [text(), text().trim()]
    if (!maySend() || busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      await sendText(props.citizenId, body, props.ticketId)
      sent(typed)
      void queries.invalidateQueries({ queryKey: ['message'] })
      if (text() === '') props.onAnswered()
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  const open = () => {
    const left = blank()
    return left === undefined ? undefined : t('threads.blank', { blank: left })
  }
  const problem = () => {
    const thrown = failure()
    return thrown === undefined ? undefined : words(thrown).sentence
  }
  createShortcuts(
    () => t('threads.title'),
    [
      { keys: 'r', label: () => t('threads.write'), run: () => field?.focus() },
      { keys: 'mod+enter', label: () => t('threads.send'), run: () => void send(), when: maySend },
    ],
  )
  return (
    <form
      class="flex flex-col gap-2 border-t border-line bg-raised px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        label={t('threads.reply')}
        hideLabel
        rows={2}
        maxRows={8}
        value={text()}
        error={tooLong() ? t('threads.tooLong', { most: longestBody }) : (problem() ?? open())}
        onChange={write}
        input={{ placeholder: t('threads.replyHint'), ref: (element) => (field = element) }}
      />
      <div class="flex items-center gap-3">
        <TemplateMenu templates={known(templates)?.items ?? []} failed={templates.isLoadingError} onInsert={insert} />
        <p class="mr-auto text-sm text-muted" aria-live="polite">
          <Show when={text() !== ''}>{t('threads.count', { length: count().length, segments: count().segments })}</Show>
        </p>
        <Button kind="primary" type="submit" icon={Send} keys="mod+enter" busy={busy()} disabled={!maySend()}>
          {t('threads.send')}
        </Button>
      </div>
    </form>
  )
}
