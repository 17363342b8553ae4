import Check from 'lucide-solid/icons/check'
import { createSignal, For, Show } from 'solid-js'
import { talkOutcomes, type TalkOutcome } from '../../../api/vocabulary/call.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Popover } from '../../ui/overlays/Popover.tsx'
import type { Phone } from '../phone.ts'

const row =
  'flex min-h-control w-full items-center justify-between gap-2 rounded-sm px-2 text-start hover:bg-hover focus-visible:bg-hover'

/**
 * What a talk came to that became no ticket: one key opens it, Enter takes the first (answered on the spot), a number any other. Something else asks
 * for words. A talk that was filed never comes here: its writing-up is over.
 */
export const FinishMenu = (props: { phone: Phone }) => {
  const { t } = useI18n()
  const [open, setOpen] = createSignal(false)
  const [wording, setWording] = createSignal(false)
  const [note, setNote] = createSignal('')
  const [away, setAway] = createSignal(false)
  const show = (next: boolean) => {
    setOpen(next)
    if (!next) setWording(false)
  }
  const finish = async (outcome: TalkOutcome, words?: string) => {
    const done = await props.phone.finish({
      outcome,
      ...(words !== undefined && { note: words }),
      ...(away() && { next: 'break' as const }),
    })
    if (done) show(false)
  }
  const choose = (outcome: TalkOutcome) => (outcome === 'other' ? setWording(true) : void finish(outcome))
  createShortcuts(
    () => t('keys.call'),
    [{ keys: 'alt+w', label: () => t('desk.finish'), run: () => setOpen(true), when: () => props.phone.may('finish') }],
  )
  return (
    <Popover
      label={t('desk.finish')}
      kind="secondary"
      placement="bottom-end"
      open={open()}
      onOpenChange={show}
      class="w-72"
      trigger={
        <>
          <Check size={16} aria-hidden="true" class="-ml-0.5 shrink-0" />
          {t('desk.finish')}
        </>
      }
    >
      <div
        role="group"
        aria-label={t('softphone.outcome')}
        onKeyDown={(event) => {
          const outcome = wording() ? undefined : talkOutcomes[Number(event.key) - 1]
          if (outcome === undefined || event.altKey || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          choose(outcome)
        }}
      >
        <p class="px-2 pt-1 pb-1.5 text-sm text-muted">{t('softphone.outcome')}</p>
        <Show
          when={wording()}
          fallback={
            <For each={talkOutcomes}>
              {(outcome, at) => (
                <button
                  type="button"
                  class={row}
                  disabled={props.phone.pending() !== undefined}
                  onClick={() => choose(outcome)}
                >
                  {t(`softphone.outcome.${outcome}`)}
                  <KeyHint asIs keys={String(at() + 1)} />
                </button>
              )}
            </For>
          }
        >
          <form
            class="flex flex-col gap-2 px-2 pb-1"
            onSubmit={(event) => {
              event.preventDefault()
              if (note().trim() !== '') void finish('other', note().trim())
            }}
          >
            <TextField
              label={t('softphone.outcomeNote')}
              value={note()}
              onChange={setNote}
              input={{ maxLength: 500, ref: (element) => queueMicrotask(() => element.focus()) }}
            />
            <Button
              type="submit"
              kind="primary"
              busy={props.phone.pending() === 'finish'}
              disabled={note().trim() === ''}
            >
              {t('desk.finish')}
            </Button>
          </form>
        </Show>
        <div class="mt-1 border-t border-line px-2 pt-1">
          <Checkbox label={t('softphone.thenBreak')} checked={away()} onChange={setAway} />
        </div>
      </div>
    </Popover>
  )
}
