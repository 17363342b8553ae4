import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { groupNumber } from '../../tickets/tickets.models.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../../ui/classes.ts'
import type { Message } from '../threads.api.ts'
import { TextFile } from './TextFile.tsx'

/** What was texted, oldest first; `messages` comes newest first. The citizen stands left, the hotline right. */
export const MessageList = (props: { messages: readonly Message[] }) => {
  const { t, maybe, format } = useI18n()
  const oldestFirst = () => props.messages.toReversed()
  const newDay = (at: number) => {
    const [before, now] = [oldestFirst()[at - 1], oldestFirst()[at]]
    return !before || !now || format().day(before.createdAt) !== format().day(now.createdAt)
  }
  return (
    <ol class="flex flex-col gap-3">
      <For each={oldestFirst()} fallback={<li class="text-center text-muted">{t('threads.empty')}</li>}>
        {(message, at) => (
          <>
            <Show when={newDay(at())}>
              <li class="text-center text-xs text-muted">{format().day(message.createdAt)}</li>
            </Show>
            <li
              class={classes(
                'flex max-w-[85%] flex-col gap-1',
                message.direction === 'out' ? 'items-end self-end' : 'items-start self-start',
              )}
            >
              <Show when={message.body !== ''}>
                <p
                  class={classes(
                    'rounded-lg px-3 py-2 whitespace-pre-wrap wrap-anywhere',
                    message.direction === 'out' ? 'bg-accent-soft' : 'border border-line bg-raised',
                  )}
                >
                  {message.body}
                </p>
              </Show>
              <Show when={message.attachments.length > 0}>
                <ul class="flex flex-wrap gap-2">
                  <For each={message.attachments}>{(file) => <TextFile file={file} />}</For>
                </ul>
              </Show>
              <p class="flex flex-wrap items-center gap-x-2 text-xs text-muted">
                <time datetime={message.createdAt}>{format().time(message.createdAt)}</time>
                <Show when={message.direction === 'out'}>
                  <span
                    class={['failed', 'undelivered', 'unknown', 'refused'].includes(message.status) ? 'text-bad' : ''}
                  >
                    {maybe(`threads.status.${message.status}`) ?? message.status}
                  </span>
                </Show>
                <Show when={message.machine}>
                  {(kind) => <span title={t('threads.machineHint')}>{t(`threads.machine.${kind()}`)}</span>}
                </Show>
                <Show when={message.ticketId}>
                  {(id) => (
                    <A href={`/tickets/${id()}`} class="rounded-sm text-accent hover:underline">
                      {groupNumber(message.ticketNumber ?? '')}
                    </A>
                  )}
                </Show>
              </p>
            </li>
          </>
        )}
      </For>
    </ol>
  )
}
