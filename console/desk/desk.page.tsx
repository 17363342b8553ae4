import { useQueryClient } from '@tanstack/solid-query'
import Headset from 'lucide-solid/icons/headset'
import { createEffect, createMemo, createSignal, lazy, Match, on, onMount, Show, Switch } from 'solid-js'
import { createCrumbs } from '../app/crumbs.ts'
import { PageBoundary } from '../app/PageBoundary.tsx'
import { useI18n } from '../i18n/i18n.tsx'
import { createShortcuts } from '../shared/create-shortcuts.ts'
import { createUrlState } from '../shared/create-url-state.ts'
import { isWriting } from '../shared/text-field.ts'
import { textParam } from '../shared/url-state.models.ts'
import { phone } from '../softphone/phone.ts'
import { callQuery } from '../softphone/softphone.queries.ts'
import { DeskLayout, type DeskPane } from '../ui/DeskLayout.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { DangerBanner } from './call/DangerBanner.tsx'
import { ContactList } from './list/ContactList.tsx'
import { createDesk, DeskContext } from './desk.context.ts'
import { parseItem, sameItem, writeItem, type OpenItem } from './open-item.models.ts'

const panes = () => import('./desk.panes.ts')
const CallPane = lazy(async () => ({ default: (await panes()).CallPane }))
const DraftPane = lazy(async () => ({ default: (await panes()).DraftPane }))
const HelpColumn = lazy(async () => ({ default: (await panes()).HelpColumn }))
const NewIntake = lazy(async () => ({ default: (await panes()).NewIntake }))
const ThreadItem = lazy(async () => ({ default: (await import('./list/ThreadItem.tsx')).ThreadItem }))

/** The agent's desk: contacts left, the open one with its form in the middle, what helps with it right. */
export const DeskPage = () => {
  const { t } = useI18n()
  const [url, setUrl] = createUrlState({ open: textParam() })
  const item = createMemo(() => parseItem(url().open), undefined, { equals: sameItem })
  // with nothing open a narrow screen begins with what there is to open
  const [pane, setPane] = createSignal<DeskPane>(item() ? 'main' : 'left')
  const open = (next: OpenItem | undefined) => {
    setUrl({ open: writeItem(next) })
    setPane(next ? 'main' : 'left')
  }
  const [top, setTop] = createSignal<HTMLElement>()
  const desk = createDesk(item, open, top)
  const queries = useQueryClient()
  createCrumbs(() => [{ label: t('desk.title') }])
  createShortcuts(
    () => t('desk.title'),
    [{ keys: 'n', label: () => t('desk.new'), run: () => open({ kind: 'new', id: '' }) }],
  )

  // the desk shows at once; what a call needs is there long before anybody can have answered one
  onMount(() => void panes())
  // a call that the agent answered or dialled comes onto the desk; what happens to it of itself moves nobody's cursor
  const mine = () => phone()?.call()
  createEffect(
    on(
      () => [mine()?.id, phone()?.mood()] as const,
      ([id, mood], before) => {
        const same = before?.[0] === id
        const answered = mood === 'talking' && !(same && ['talking', 'held', 'dialling'].includes(before?.[1] ?? ''))
        const dialled = mood === 'dialling' && !same
        const here = !isWriting() || phone()?.tab() === 'mine'
        const idle = item() === undefined && (mood === 'ringing' || mood === 'wrapUp')
        if (id !== undefined && (((answered || dialled) && here) || idle)) open({ kind: 'call', id })
        const left = id === undefined ? before?.[0] : undefined
        if (left === undefined || item()?.id !== left || isWriting()) return
        // passed on unfiled, its form went along; a write-up that left the form empty needed no ticket
        const talked = before?.[1] === 'talking' || before?.[1] === 'held'
        const passedOn = talked && queries.getQueryData(callQuery(left).queryKey)?.ticketId === null
        if (passedOn || desk.work()?.written() === false) open(undefined)
      },
    ),
  )
  let alarm: HTMLDivElement | undefined
  let work: HTMLDivElement | undefined
  // an alarm comes in the middle of a sentence: what lies below scrolls by as much as it takes, so that no field leaves the hand
  createEffect<number>((before) => {
    void [desk.dangers.open(), desk.dangers.handled()]
    const height = alarm?.offsetHeight ?? 0
    work?.scrollBy({ top: height - before })
    return height
  }, 0)
  const id = (kind: OpenItem['kind']) => {
    const now = item()
    return now?.kind === kind ? now.id : undefined
  }

  return (
    <DeskContext.Provider value={desk}>
      <DeskLayout
        label={t('desk.title')}
        names={{ left: t('desk.contacts'), main: t('desk.work'), right: t('desk.help') }}
        left={<ContactList />}
        right={
          <Show when={desk.citizenId()} fallback={<p class="p-4 text-sm text-muted">{t('desk.helpHint')}</p>}>
            <PageBoundary>
              <HelpColumn />
            </PageBoundary>
          </Show>
        }
        pane={pane()}
        onPane={setPane}
      >
        <div class="flex h-full flex-col">
          <div ref={setTop} class="shrink-0" />
          <div ref={alarm} class="max-h-1/2 shrink-0 overflow-y-auto">
            <Show when={desk.dangers.any()}>
              <DangerBanner dangers={desk.dangers.open()} handled={desk.dangers.handled()} />
            </Show>
          </div>
          <div ref={work} class="min-h-0 flex-1 overflow-y-auto">
            <PageBoundary>
              <Switch fallback={<EmptyState icon={Headset} title={t('desk.idle')} detail={t('desk.idleHint')} />}>
                <Match when={id('call')} keyed>
                  {(call) => <CallPane id={call} />}
                </Match>
                <Match when={id('thread')} keyed>
                  {(citizen) => <ThreadItem citizenId={citizen} />}
                </Match>
                <Match when={id('draft')} keyed>
                  {(draft) => <DraftPane id={draft} />}
                </Match>
                <Match when={item()?.kind === 'new'}>
                  <NewIntake />
                </Match>
              </Switch>
            </PageBoundary>
          </div>
        </div>
      </DeskLayout>
    </DeskContext.Provider>
  )
}
