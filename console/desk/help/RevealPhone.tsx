import Eye from 'lucide-solid/icons/eye'
import { createSignal, For, Show } from 'solid-js'
import { createCan } from '../../app/session.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { Sheet } from '../../ui/overlays/Sheet.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { revealPhone } from '../../citizens/citizens.api.ts'

/** A reason of fewer characters says nothing. */
const shortest = 2
const reasons = ['verify', 'dial', 'emergency'] as const

/** The number, masked; whole for a reason that is written down with the name of whoever looked. */
export const RevealPhone = (props: { citizenId: string; masked: string }) => {
  const { t, format } = useI18n()
  const can = createCan()
  const words = createProblemText()
  const [asking, setAsking] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [whole, setWhole] = createSignal<string>()
  const [failure, setFailure] = createSignal<unknown>()
  const [busy, setBusy] = createSignal(false)
  const reveal = async () => {
    setBusy(true)
    try {
      setFailure(undefined)
      setWhole(await revealPhone(props.citizenId, reason().trim()))
      setAsking(false)
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <p class="flex items-center gap-2">
        <span class={whole() ? 'select-all' : ''}>{format().phone(whole() ?? props.masked)}</span>
        <Show when={can('citizen.reveal') && !whole() && !asking()}>
          <Button kind="quiet" icon={Eye} class="min-h-7! px-1.5! text-sm text-accent!" onClick={() => setAsking(true)}>
            {t('desk.reveal')}
          </Button>
        </Show>
      </p>
      <Show when={asking()}>
        <Sheet
          title={t('desk.reveal')}
          onClose={() => setAsking(false)}
          onSubmit={() => void reveal()}
          notice={t('desk.revealNotice')}
          footer={
            <Button kind="primary" type="submit" busy={busy()} disabled={reason().trim().length < shortest}>
              {t('desk.reveal')}
            </Button>
          }
        >
          <TextField
            label={t('desk.revealReason')}
            value={reason()}
            error={failure() === undefined ? undefined : words(failure()).title}
            onChange={setReason}
            input={{ maxLength: 200, autocomplete: 'off' }}
          />
          <div class="flex flex-wrap gap-1">
            <For each={reasons}>
              {(each) => (
                <Button class="min-h-7! px-2! text-sm" onClick={() => setReason(t(`desk.revealReason.${each}`))}>
                  {t(`desk.revealReason.${each}`)}
                </Button>
              )}
            </For>
          </div>
        </Sheet>
      </Show>
    </>
  )
}
