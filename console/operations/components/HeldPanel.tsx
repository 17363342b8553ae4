import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { createOperationsActs } from '../create-operations-acts.ts'
import { settleHeld, type Decision, type Held } from '../operations.api.ts'

type Which = { topic: string } | { ids: string[] } | { all: true }

/** What a restore holds, and the decisions on it: letting go out asks first, for a citizen may get a text again. */
export const HeldPanel = (props: { held: Held; mayDecide: boolean }) => {
  const { t, format } = useI18n()
  const acts = createOperationsActs()
  const [asked, setAsked] = createSignal<{ which: Which; count: number }>()
  const decide = (decision: Decision) =>
    void acts.run(async () => {
      setAsked(undefined)
      const { decided } = await settleHeld(decision)
      return t('operations.decided', { count: decided })
    })
  const Choice = (own: { which: Which; count: number }) => (
    <Show when={props.mayDecide}>
      <span class="ml-auto flex gap-2">
        <Button busy={acts.busy()} onClick={() => setAsked({ which: own.which, count: own.count })}>
          {t('operations.release')}
        </Button>
        <Button busy={acts.busy()} onClick={() => decide({ how: 'drop', ...own.which })}>
          {t('operations.drop')}
        </Button>
      </span>
    </Show>
  )
  return (
    <Panel
      title={t('operations.heldTitle')}
      aside={
        <Show when={props.mayDecide && props.held.topics.length === 0}>
          <Button busy={acts.busy()} onClick={() => decide({ how: 'drop', all: true })}>
            {t('operations.endHold')}
          </Button>
        </Show>
      }
    >
      <Show when={props.held.hold}>
        {(hold) => (
          <p class="mb-3 max-w-[70ch] text-muted">
            {t('operations.heldSince', {
              since: format().moment(hold().since),
              backup: format().moment(hold().backupAt),
            })}
          </p>
        )}
      </Show>
      <For each={props.held.topics}>
        {({ topic, count }) => (
          <div class="flex flex-wrap items-center gap-2 py-2">
            <h3 class="font-medium">{t('operations.heldTopic', { topic, count })}</h3>
            <Choice which={{ topic }} count={count} />
          </div>
        )}
      </For>
      <ul class="divide-y divide-line">
        <For each={props.held.effects}>
          {(effect) => (
            <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span class="text-muted tabular-nums">{format().moment(effect.createdAt)}</span>
              <span class="tabular-nums">{effect.to ?? effect.topic}</span>
              <span class="min-w-0 flex-1 basis-60 break-words">{effect.body ?? ''}</span>
              <Choice which={{ ids: [effect.id] }} count={1} />
            </li>
          )}
        </For>
      </ul>
      <Dialog
        open={asked() !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('operations.decideTitle')}
        description={t('operations.decideText', { count: asked()?.count ?? 0 })}
        size="small"
        footer={
          <>
            <Button onClick={() => setAsked(undefined)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                const found = asked()
                if (found) decide({ how: 'release', ...found.which })
              }}
            >
              {t('operations.release')}
            </Button>
          </>
        }
      />
    </Panel>
  )
}
