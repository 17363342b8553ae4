import { createMemo, createSignal, type Accessor } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { idsBetween } from './data-list.models.ts'

/** What the keys of a list act on. */
export interface RowCursorOptions {
  ids: Accessor<readonly string[]>
  selected: Accessor<ReadonlySet<string> | undefined>
  onSelected: (ids: ReadonlySet<string>) => void
  onOpen: (id: string) => void
  onPreview: ((id: string) => void) | undefined
  onSearch: (() => void) | undefined
  /** Brings the row into view. */
  reveal: (index: number) => void
}

/** The row the keyboard is on: `j k` and arrows move, `x` selects, Enter opens, Space previews, `/` searches. Kept by id, so it stays on its row. */
export const createRowCursor = (options: RowCursorOptions) => {
  const { t } = useI18n()
  const [id, setId] = createSignal<string>()
  const [anchor, setAnchor] = createSignal<string>()
  const index = createMemo(() => options.ids().indexOf(id() ?? ''))
  const moveTo = (to: number) => {
    const next = Math.min(Math.max(0, to), options.ids().length - 1)
    setId(options.ids()[next])
    options.reveal(next)
  }
  const withRow = (act: (id: string) => void) => () => {
    const current = options.ids()[index()]
    if (current !== undefined) act(current)
  }
  const select = (row: string, extend = false) => {
    const ids = extend ? idsBetween(options.ids(), anchor(), row) : [row]
    const next = new Set(options.selected())
    const add = !next.has(row)
    for (const each of ids) {
      if (add) next.add(each)
      else next.delete(each)
    }
    setAnchor(row)
    options.onSelected(next)
  }
  const selectable = () => options.selected() !== undefined
  const any = () => options.ids().length > 0

  createShortcuts(
    () => t('keys.list'),
    [
      { keys: 'j', label: () => t('keys.next'), run: () => moveTo(index() + 1), when: any, repeats: true },
      { keys: 'k', label: () => t('keys.previous'), run: () => moveTo(index() - 1), when: any, repeats: true },
      { keys: 'enter', label: () => t('keys.open'), run: withRow(options.onOpen), when: () => index() >= 0 },
      {
        keys: 'x',
        label: () => t('keys.select'),
        run: withRow((row) => select(row)),
        when: () => selectable() && index() >= 0,
      },
      {
        keys: 'space',
        label: () => t('keys.preview'),
        run: withRow((row) => options.onPreview?.(row)),
        when: () => options.onPreview !== undefined && index() >= 0,
      },
      {
        keys: '/',
        label: () => t('keys.search'),
        run: () => options.onSearch?.(),
        when: () => options.onSearch !== undefined,
      },
    ],
  )
  /** The arrow keys work while the list itself has the focus. */
  const press = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: index() + 1,
      ArrowUp: index() - 1,
      Home: 0,
      End: options.ids().length - 1,
      PageDown: index() + 10,
      PageUp: index() - 10,
    }[event.key]
    if (to === undefined || !any()) return
    event.preventDefault()
    moveTo(to)
  }
  return { id, index, setId, select, press }
}

/** Brings a row of a list of buttons into view. A focus goes along, from a tab above it too: Enter belongs to the button that has it. */
export const revealRow = (list: HTMLUListElement | undefined, index: number): void => {
  const row = list?.children[index]
  row?.scrollIntoView({ block: 'nearest' })
  if (document.activeElement !== document.body) row?.querySelector('button')?.focus({ preventScroll: true })
}
