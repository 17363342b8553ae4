import { Popover as KobaltePopover } from '@kobalte/core/popover'
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down'
import { createMemo, createSignal, For, Show, splitProps } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { classes } from '../classes.ts'
import { ancestorsOf, optionRows, pathOf, type Option, type OptionRow } from './combobox.models.ts'
import { ComboboxRow } from './ComboboxRow.tsx'
import { Field, type FieldProps } from './Field.tsx'
import { Spinner } from '../feedback/Spinner.tsx'

/** A field to choose from very many, by typing or by opening branches. */
export interface ComboboxProps extends FieldProps {
  options: readonly Option[]
  value: string | undefined
  onChange: (value: string, option: Option) => void
  placeholder?: string
  /** Asks the server while one types; `options` are then its answer and are not filtered again. */
  onQuery?: (text: string) => void
  loading?: boolean
  /** The options did not come; opening the box asks for them again. */
  failed?: boolean
  onRetry?: () => void
  disabled?: boolean
  inputRef?: (input: HTMLInputElement) => void
}

/**
 * One of many, found by typing or by opening a tree: ↑ ↓ move, → ← open and close a branch, Enter takes, Escape leaves.
 * The chosen one is shown with its path.
 */
export const Combobox = (props: ComboboxProps) => {
  const [own, field] = splitProps(props, [
    'options',
    'value',
    'onChange',
    'placeholder',
    'onQuery',
    'loading',
    'failed',
    'onRetry',
    'disabled',
    'inputRef',
  ])
  const { t } = useI18n()
  const [open, setOpen] = createSignal(false)
  /** What is searched for; undefined until somebody types: the chosen one then stays in the box. */
  const [query, setQuery] = createSignal<string>()
  const typed = () => query() ?? ''
  const [opened, setOpened] = createSignal<ReadonlySet<string>>(new Set())
  const [active, setActive] = createSignal(0)
  const byValue = createMemo(() => new Map(own.options.map((option) => [option.value, option])))
  const rows = createMemo(() => optionRows(own.options, own.onQuery ? '' : typed(), opened()))
  const tree = () => rows().some((row) => row.open !== undefined)
  const chosen = () => byValue().get(own.value ?? '')
  const chosenText = () => {
    const option = chosen()
    return option ? [...pathOf(byValue(), option), option.label].join(' › ') : ''
  }
  let box: HTMLDivElement | undefined
  let list: HTMLUListElement | undefined

  const show = () => {
    if (open() || own.disabled) return
    if (own.failed) own.onRetry?.()
    const option = chosen()
    setOpened(new Set(option && ancestorsOf(byValue(), option).map(({ value }) => value)))
    setQuery()
    setOpen(true)
    move(
      Math.max(
        0,
        rows().findIndex((row) => row.option.value === own.value),
      ),
    )
  }
  const move = (to: number) => {
    setActive(Math.min(Math.max(0, to), Math.max(0, rows().length - 1)))
    requestAnimationFrame(() => list?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }))
  }
  const toggle = (row: OptionRow, to: boolean) => {
    const next = new Set(opened())
    if (to) next.add(row.option.value)
    else next.delete(row.option.value)
    setOpened(next)
  }
  const take = (row: OptionRow | undefined) => {
    if (!row) return
    if (row.option.heading) return toggle(row, !row.open)
    own.onChange(row.option.value, row.option)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const row = rows()[active()]
    const act: Record<string, (() => void) | undefined> = {
      ArrowDown: () => (open() ? move(active() + 1) : show()),
      ArrowUp: () => (open() ? move(active() - 1) : show()),
      ArrowRight: open() && typed() === '' && row?.open === false ? () => toggle(row, true) : undefined,
      ArrowLeft: open() && typed() === '' && row ? () => leave(row) : undefined,
      Enter: open() ? () => take(row) : undefined,
      Escape: open() ? () => setOpen(false) : undefined,
    }
    const run = act[event.key]
    if (event.key === 'Tab') setOpen(false)
    if (!run || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  const leave = (row: OptionRow) => {
    if (row.open) toggle(row, false)
    else move(rows().findIndex((other) => other.option.value === row.option.parent))
  }

  return (
    <Field {...field}>
      {(ids) => (
        <KobaltePopover
          open={open()}
          onOpenChange={setOpen}
          placement="bottom-start"
          gutter={4}
          sameWidth
          modal={false}
        >
          <KobaltePopover.Anchor
            ref={box}
            class={classes('control flex items-center gap-2 pr-2 pl-2.5', own.disabled && 'bg-sunken')}
          >
            <input
              ref={(element) => own.inputRef?.(element)}
              {...ids()}
              type="text"
              role="combobox"
              autocomplete="off"
              spellcheck={false}
              aria-expanded={open()}
              aria-haspopup={tree() ? 'tree' : 'listbox'}
              aria-autocomplete="list"
              aria-controls={`${ids().id}-list`}
              aria-activedescendant={open() && rows().length > 0 ? `${ids().id}-${active()}` : undefined}
              disabled={own.disabled}
              placeholder={own.placeholder}
              value={query() === undefined || !open() ? chosenText() : typed()}
              title={open() ? undefined : chosenText()}
              class="min-w-0 flex-1 truncate bg-transparent outline-none"
              onClick={(event) => {
                show()
                // the first letter replaces what is chosen
                event.currentTarget.select()
              }}
              onKeyDown={press}
              onBlur={(event) => !list?.parentElement?.contains(asNode(event.relatedTarget)) && setOpen(false)}
              onInput={(event) => {
                const written = event.currentTarget.value
                // the first letter takes the place of what was chosen, wherever the cursor stood
                const text =
                  query() === undefined && chosenText() !== '' && written.startsWith(chosenText())
                    ? written.slice(chosenText().length)
                    : written
                show()
                setQuery(text)
                own.onQuery?.(text)
                move(0)
              }}
            />
            <Show
              when={own.loading}
              fallback={<ChevronsUpDown size={14} class="shrink-0 text-muted" aria-hidden="true" />}
            >
              <Spinner class="text-muted" />
            </Show>
          </KobaltePopover.Anchor>
          <KobaltePopover.Portal>
            <KobaltePopover.Content
              aria-label={props.label}
              class="floating overflow-hidden"
              onOpenAutoFocus={(event) => event.preventDefault()}
              onCloseAutoFocus={(event) => event.preventDefault()}
              onPointerDown={(event) => event.preventDefault()}
              onInteractOutside={(event) => box?.contains(asNode(event.target)) && event.preventDefault()}
            >
              <ul
                ref={list}
                id={`${ids().id}-list`}
                role={tree() ? 'tree' : 'listbox'}
                aria-label={props.label}
                class="max-h-80 overflow-y-auto p-1"
              >
                <For
                  each={rows()}
                  fallback={
                    <li class="px-2 py-2 text-muted">
                      {t(own.loading ? 'ui.loading' : own.failed ? 'ui.optionsFailed' : 'ui.nothingFound')}
                    </li>
                  }
                >
                  {(row, at) => (
                    <ComboboxRow
                      id={`${ids().id}-${at()}`}
                      row={row}
                      tree={tree()}
                      active={at() === active()}
                      chosen={row.option.value === own.value}
                      onHover={() => setActive(at())}
                      onTake={() => take(row)}
                      onToggle={() => toggle(row, !row.open)}
                    />
                  )}
                </For>
              </ul>
            </KobaltePopover.Content>
          </KobaltePopover.Portal>
        </KobaltePopover>
      )}
    </Field>
  )
}

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null)
