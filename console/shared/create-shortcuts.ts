import { onCleanup } from 'solid-js'
import { createRegistry } from './create-registry.ts'
import { matchesStroke, parseShortcut, type Stroke } from './shortcut.models.ts'

/** A shortcut as a page declares it. */
export interface Shortcut {
  /** `mod+k`, `alt+a`, `g t`, `space` … */
  keys: string
  /** What it does, translated, for the list on `?`. */
  label: () => string
  run: (event: KeyboardEvent) => void
  /** Off while this is false; also left out of the list. */
  when?: () => boolean
}
interface Layer {
  /** The heading it stands under in the list on `?`. */
  scope: () => string
  shortcuts: readonly (Shortcut & { strokes: Stroke[] })[]
}

const layers = createRegistry<Layer>()
const patience = 1200
let pressed: KeyboardEvent[] = []
let forget: ReturnType<typeof setTimeout> | undefined

export const isApple = /Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '')

/**
 * Shortcuts for as long as the calling component lives. The newest layer wins. Plain keys are ignored while somebody types,
 * everything is ignored while an input method composes or a modal dialog (`data-modal`) is open.
 */
export const createShortcuts = (scope: () => string, shortcuts: readonly Shortcut[]): void => {
  const layer: Layer = {
    scope,
    shortcuts: shortcuts.map((shortcut) => ({ ...shortcut, strokes: parseShortcut(shortcut.keys) })),
  }
  // the same listener is there once, however often it is added; a cleanup that was asked for first comes last
  addEventListener('keydown', listen)
  onCleanup(() => {
    if (layers.all().length === 0) removeEventListener('keydown', listen)
  })
  layers.add(layer)
}

/** What can be pressed right now, by scope, oldest first. */
export const activeShortcuts = (): { scope: string; shortcuts: readonly Shortcut[] }[] =>
  layers
    .all()
    .map((layer) => ({
      scope: layer.scope(),
      shortcuts: layer.shortcuts.filter((shortcut) => shortcut.when?.() ?? true),
    }))
    .filter((layer) => layer.shortcuts.length > 0)

const listen = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
  if (document.querySelector('[data-modal]') !== null) return
  clearTimeout(forget)
  pressed = [...pressed, event].slice(-2)
  forget = setTimeout(() => (pressed = []), patience)
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const typing = plain && (isTyping(event.target) || (['Enter', ' '].includes(event.key) && isControl(event.target)))
  const found = typing ? undefined : findShortcut(pressed)
  if (!found) return
  pressed = []
  event.preventDefault()
  found.run(event)
}

const findShortcut = (presses: readonly KeyboardEvent[]): Shortcut | undefined => {
  const candidates = layers
    .all()
    .toReversed()
    .flatMap((layer) => layer.shortcuts)
  const fits = (shortcut: (typeof candidates)[number]): boolean => {
    const recent = presses.slice(-shortcut.strokes.length)
    const matches =
      recent.length === shortcut.strokes.length && shortcut.strokes.every((stroke, at) => pressFits(stroke, recent[at]))
    return matches && (shortcut.when?.() ?? true)
  }
  // a finished sequence goes before the single key that ends it
  return (
    candidates.filter((shortcut) => shortcut.strokes.length > 1).find(fits) ??
    candidates.filter((shortcut) => shortcut.strokes.length === 1).find(fits)
  )
}

const pressFits = (stroke: Stroke, press: KeyboardEvent | undefined): boolean =>
  press !== undefined && matchesStroke(stroke, press, isApple)

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])'))

/** Enter and Space belong to the button or link that has the focus. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a[href], button, summary, input, [role=menuitem]') !== null
