import { Dialog } from '@kobalte/core/dialog'
import Search from 'lucide-solid/icons/search'
import { batch, createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useI18n } from '../i18n/i18n.tsx'
import type { Typed } from '../shared/hold-typing.ts'
import { classes } from '../ui/classes.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Spinner } from '../ui/feedback/Spinner.tsx'
import { createFocusReturn } from '../ui/overlays/focus-return.ts'
import { commandGroups, searchSources, type Command, type CommandGroup } from './commands.ts'

/** So long after the last key the server is asked, ms: an answer within a tenth of a second, and not every key a question. */
const pause = 60

/**
 * ⌘K: everything one can open or do, by typing. What was found stays until the next answer is there, so that nothing jumps, and is not opened
 * for words it does not answer to; an older answer never replaces a newer. `typed`: what was typed before the field was there.
 */
export const CommandPalette = (props: { open: boolean; typed: Typed; onClose: () => void }) => {
  const { t } = useI18n()
  const [text, setText] = createSignal('')
  const [active, setActive] = createSignal(0)
  const [found, setFound] = createSignal<CommandGroup[]>([])
  /** That nothing stands there must not be said of what could not be searched. */
  const [failed, setFailed] = createSignal(false)
  /** The text whose answer is shown. */
  const [answered, setAnswered] = createSignal('')
  const behind = () => text().trim() !== answered()
  /** Enter was pressed before the answer was there: its first is taken then. */
  let entered = false
  let list: HTMLDivElement | undefined
  const back = createFocusReturn()

  const matching = createMemo(() => {
    const words = text().toLowerCase().split(/\s+/).filter(Boolean)
    const fits = (command: Command) =>
      words.every((word) => `${command.label} ${command.hint ?? ''}`.toLowerCase().includes(word))
    return commandGroups().map((group) => ({ title: group.title, commands: group.commands.filter(fits) }))
  })
  const shown = createMemo(() => [...found(), ...matching()].filter((group) => group.commands.length > 0))
  const flat = createMemo(() => shown().flatMap((group) => group.commands))

  createEffect(
    on(text, (query) => {
      setActive(0)
      entered = false
      const stop = new AbortController()
      const timer = setTimeout(() => void search(query.trim(), stop.signal), pause)
      onCleanup(() => {
        clearTimeout(timer)
        stop.abort()
      })
    }),
  )
  const show = (query: string, groups: CommandGroup[], fault = false) => {
    batch(() => {
      setFound(groups)
      setFailed(fault)
      setAnswered(query)
    })
    const first = flat()[active()]
    if (entered && first && groups.some(({ commands }) => commands.includes(first))) take(first)
    entered = false
  }
  const search = async (query: string, signal: AbortSignal) => {
    if (query === '') return show(query, [])
    try {
      const answers = await Promise.all(searchSources().map((source) => source.search(query, signal)))
      if (!signal.aborted) show(query, answers.flat())
    } catch {
      if (!signal.aborted) show(query, [], true)
    }
  }
  const take = (command: Command | undefined) => {
    if (!command) return
    props.onClose()
    command.run()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.isComposing || (step === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    if (step === undefined) {
      const command = flat()[active()]
      entered = behind() && (command === undefined || found().some(({ commands }) => commands.includes(command)))
      return entered ? undefined : take(command)
    }
    setActive((at) => (at + step + flat().length) % Math.max(1, flat().length))
    list?.querySelector(`[data-at="${active()}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  createEffect(() => props.open && setText(''))

  return (
    <Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="fixed inset-0 z-40 bg-veil" />
        <div class="pointer-events-none fixed inset-0 z-40 flex items-start justify-center p-4 pt-[12vh] max-sm:p-0">
          <Dialog.Content
            data-modal
            {...back}
            aria-label={t('shell.search')}
            class="floating pointer-events-auto flex max-h-[60vh] w-full max-w-xl flex-col overflow-hidden rounded-lg max-sm:max-h-full max-sm:rounded-none"
          >
            <div class="flex items-center gap-3 border-b border-line px-4">
              <Show when={behind()} fallback={<Search size={16} class="shrink-0 text-muted" aria-hidden="true" />}>
                <Spinner class="text-muted" />
              </Show>
              <input
                type="text"
                role="combobox"
                aria-label={t('shell.searchHint')}
                aria-expanded="true"
                aria-controls="palette-list"
                aria-activedescendant={flat().length > 0 ? `palette-${active()}` : undefined}
                autocomplete="off"
                spellcheck={false}
                autofocus
                placeholder={t('shell.searchHint')}
                value={text()}
                class="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
                onFocus={() => setText((text) => text + props.typed())}
                onInput={(event) => setText(event.currentTarget.value)}
                onKeyDown={press}
              />
              <KeyHint keys="esc" class="text-muted" />
            </div>
            <Show when={failed()}>
              <p role="alert" class="border-b border-line px-4 py-2 text-sm text-bad">
                {t('shell.searchFailed')}
              </p>
            </Show>
            <Show when={shown().length === 0 && !behind() && !failed()}>
              <p role="status" class="px-3 py-6 text-center text-muted">
                {t('ui.nothingFound')}
              </p>
            </Show>
            <div
              ref={list}
              id="palette-list"
              role="listbox"
              aria-label={t('shell.search')}
              aria-busy={behind()}
              class="min-h-0 flex-1 overflow-y-auto p-1 empty:hidden"
            >
              <For each={shown()}>
                {(group) => (
                  <div role="group" aria-label={group.title}>
                    <p aria-hidden="true" class="px-3 pt-2 pb-1 text-xs text-muted">
                      {group.title}
                    </p>
                    <For each={group.commands}>
                      {(command) => {
                        const at = () => flat().indexOf(command)
                        return (
                          <div
                            id={`palette-${at()}`}
                            data-at={at()}
                            role="option"
                            aria-selected={at() === active()}
                            class={classes(
                              'flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 max-sm:min-h-11',
                              at() === active() && 'bg-hover',
                            )}
                            onPointerMove={() => setActive(at())}
                            onClick={() => take(command)}
                          >
                            <Show when={command.icon} fallback={<span class="w-4" />}>
                              {(icon) => (
                                <Dynamic component={icon()} size={16} class="shrink-0 text-muted" aria-hidden="true" />
                              )}
                            </Show>
                            <span class="min-w-0 flex-1 truncate">{command.label}</span>
                            <Show when={command.hint}>
                              <span class="truncate text-sm text-muted">{command.hint}</span>
                            </Show>
                            <Show when={command.keys}>{(keys) => <KeyHint keys={keys()} class="text-muted" />}</Show>
                          </div>
                        )
                      }}
                    </For>
                  </div>
                )}
              </For>
            </div>
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog>
  )
}
