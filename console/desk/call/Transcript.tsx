import CornerDownLeft from 'lucide-solid/icons/corner-down-left'
import TextCursorInput from 'lucide-solid/icons/text-cursor-input'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { phone } from '../../softphone/phone.ts'
import type { CallDetail } from '../../softphone/softphone.api.ts'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import { useDesk } from '../desk.context.ts'

/** What is said, as it is said, in a room that does not grow: the form below stays where it is; and, where talk is typed, the agent's own words. */
export const Transcript = (props: { call: CallDetail }) => {
  const { t, format } = useI18n()
  const desk = useDesk()
  let list: HTMLOListElement | undefined
  createEffect(
    on(
      () => props.call.transcript.length,
      () => requestAnimationFrame(() => list?.scrollTo({ top: list.scrollHeight })),
    ),
  )
  const typed = () => {
    const own = phone()
    return own?.call()?.id === props.call.id && own.tab() === 'mine' && own.line.typed() && own.mood() === 'talking'
      ? own
      : undefined
  }
  /** The form follows what is said until a person writes in it; from then on a line is taken over by hand. */
  const insertable = () => desk.work()?.touched('text') === true
  const insert = (text: string) => {
    const work = desk.work()
    if (work) work.write({ text: [work.form().text.trimEnd(), text].filter(Boolean).join('\n') })
  }
  return (
    <section aria-label={t('desk.transcript')} class="flex shrink-0 flex-col border-b border-line bg-surface">
      <div class="flex h-33 flex-col">
        <Show when={props.call.transcriptFault}>
          {(code) => (
            <p role="status" class="border-b border-line px-4 py-2 text-sm text-warn">
              {t('desk.transcriptFault', { code: code() })}
            </p>
          )}
        </Show>
        <Show
          when={props.call.transcript.length > 0}
          fallback={<p class="px-4 py-2.5 text-sm text-muted">{t('desk.noTurns')}</p>}
        >
          <ol
            ref={list}
            tabIndex={0}
            aria-live="polite"
            class="flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto px-4 py-2.5"
          >
            <For each={props.call.transcript}>
              {(line) => (
                <li class="group flex items-baseline gap-2">
                  <span class="w-12 shrink-0 text-sm text-muted">{t(`desk.speaker.${line.speaker}`)}</span>
                  <span class={line.speaker === 'citizen' ? 'min-w-0 flex-1' : 'min-w-0 flex-1 text-muted'}>
                    {line.text}
                  </span>
                  <Show when={line.speaker === 'citizen' && insertable()}>
                    <IconButton
                      label={t('desk.insertTurn')}
                      icon={TextCursorInput}
                      class="size-6! opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
                      onClick={() => insert(line.text)}
                    />
                  </Show>
                  <time class="shrink-0 text-xs text-muted" datetime={line.at}>
                    {format().timeWithSeconds(line.at)}
                  </time>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </div>
      <Show when={typed()}>{(own) => <SayBox say={own().line.say} />}</Show>
    </section>
  )
}

const SayBox = (props: { say: (text: string) => Promise<void> }) => {
  const { t } = useI18n()
  const words = createProblemText()
  const [text, setText] = createSignal('')
  const send = async () => {
    const said = text().trim()
    if (said === '') return
    setText('')
    try {
      await props.say(said)
    } catch (thrown) {
      setText(said)
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    }
  }
  return (
    <form
      class="flex items-center gap-2 px-4 pb-2.5"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <input
        class="control min-w-0 flex-1 px-2.5"
        aria-label={t('desk.say')}
        placeholder={t('desk.sayHint')}
        autocomplete="off"
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <IconButton label={t('desk.saySend')} icon={CornerDownLeft} type="submit" kind="secondary" />
    </form>
  )
}
