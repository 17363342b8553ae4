import { Dialog } from '@kobalte/core/dialog'
import Search from 'lucide-solid/icons/search'
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { holdsWholeNumber } from '../../api/platform/whole-number.rules.ts'
import { useI18n } from '../i18n/i18n.tsx'
import type { Typed } from '../shared/hold-typing.ts'
import { classes } from '../ui/classes.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Spinner } from '../ui/feedback/Spinner.tsx'
import { createFocusReturn } from '../ui/overlays/focus-return.ts'
import { commandGroups, searchSources, type Command, type CommandGroup } from './commands.ts'

/** ⌘K: everything one can open or do, by typing. Searches the server 150 ms after the last key; an older answer never replaces a newer. `typed`: what was typed before the field was there. */
export const CommandPalette = (props: { open: boolean; typed: Typed; onClose: () => void }) => {
  const { t, inLocale } = useI18n()
  const [text, setText] = createSignal('')
  const [active, setActive] = createSignal(0)
  const [found, setFound] = createSignal<CommandGroup[]>([])
  /** The places that did not answer: that they hold nothing must not be said of them. */
  const [failed, setFailed] = createSignal<readonly string[]>([])
  const [searching, setSearching] = createSignal(false)
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
      const stop = new AbortController()
      const timer = setTimeout(() => void search(query.trim(), stop.signal), 150)
      onCleanup(() => {
        clearTimeout(timer)
        stop.abort()
      })
    }),
  )
  const search = async (query: string, signal: AbortSignal) => {
    if (query === '') {
      setFound([])
      setFailed([])
      setSearching(false)
      return
    }
    setSearching(true)
    const asked = searchSources().filter(({ byPhone }) => byPhone || !holdsWholeNumber(query))
    const answers = await Promise.all(
      asked.map(async (source) => ({
        title: source.title(),
        commands: await source.search(query, signal).catch(() => undefined),
      })),
    )
    if (signal.aborted) return
    setFound(answers.flatMap(({ title, commands }) => (commands ? [{ title, commands }] : [])))
    setFailed(answers.flatMap(({ title, commands }) => (commands ? [] : [title])))
    setSearching(false)
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
    if (step === undefined) return take(flat()[active()])
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
              <Show when={searching()} fallback={<Search size={16} class="shrink-0 text-muted" aria-hidden="true" />}>
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
            <Show when={failed().length > 0}>
              <p role="alert" class="border-b border-line px-4 py-2 text-sm text-bad">
                {t('shell.searchFailed', { places: failed().join(inLocale('、', ', ')) })}
              </p>
            </Show>
            <Show when={shown().length === 0 && !searching() && failed().length === 0}>
              <p role="status" class="px-3 py-6 text-center text-muted">
                {t('ui.nothingFound')}
              </p>
            </Show>
            <div
              ref={list}
              id="palette-list"
              role="listbox"
              aria-label={t('shell.search')}
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
