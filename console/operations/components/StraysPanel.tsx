import { createSignal, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createKeysetQuery } from '../../shared/create-keyset-query.ts'
import { Button } from '../../ui/Button.tsx'
import { LoadMore } from '../../ui/lists/LoadMore.tsx'
import { Dialog } from '../../ui/overlays/Dialog.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { createOperationsActs } from '../create-operations-acts.ts'
import { dismissStray, takeStray, type StrayText } from '../operations.api.ts'
import { straysList } from '../operations.queries.ts'

/** Texts to numbers that are no line: taken in once the line is entered, or thrown away. */
export const StraysPanel = () => {
  const { t, format } = useI18n()
  const list = createKeysetQuery<StrayText>(() => straysList())
  const acts = createOperationsActs()
  const [asked, setAsked] = createSignal<string>()
  return (
    <Show when={list.rows.length > 0}>
      <Panel title={t('operations.straysTitle')}>
        <ul class="divide-y divide-line">
          <For each={list.rows}>
            {(text) => (
              <li class="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span class="text-muted tabular-nums">{format().moment(text.receivedAt)}</span>
                <span class="tabular-nums">{text.from}</span>
                <span class="text-muted">{t('operations.strayTo', { to: format().phone(text.to) })}</span>
                <span class="min-w-0 flex-1 basis-60 break-words">{text.body}</span>
                <Show when={!text.isLine}>
                  <span class="text-muted">{t('operations.strayNoLine')}</span>
                </Show>
                <span class="ml-auto flex gap-2">
                  <Button
                    disabled={!text.isLine}
                    busy={acts.busy()}
                    onClick={() => void acts.run(async () => takeStray(text.id).then(() => t('operations.taken')))}
                  >
                    {t('operations.take')}
                  </Button>
                  <Button busy={acts.busy()} onClick={() => setAsked(text.id)}>
                    {t('operations.dismiss')}
                  </Button>
                </span>
              </li>
            )}
          </For>
        </ul>
        <LoadMore list={list} />
        <Dialog
          open={asked() !== undefined}
          onClose={() => setAsked(undefined)}
          title={t('operations.dismissTitle')}
          description={t('operations.dismissText')}
          size="small"
          footer={
            <>
              <Button onClick={() => setAsked(undefined)}>{t('ui.cancel')}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  const id = asked()
                  setAsked(undefined)
                  if (id !== undefined)
                    void acts.run(async () => dismissStray(id).then(() => t('operations.dismissed')))
                }}
              >
                {t('operations.dismiss')}
              </Button>
            </>
          }
        />
      </Panel>
    </Show>
  )
}
