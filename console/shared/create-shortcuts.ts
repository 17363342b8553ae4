import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'
import { createRegistry } from './create-registry.ts'
import { isTextField } from './text-field.ts'
import { ariaShortcut, behindLeader, matchesStroke, mayBeTyped, parseShortcut, type Stroke } from './shortcut.models.ts'

/** A shortcut as a page declares it. */
export interface Shortcut {
  /** `mod+k`, `alt+a`, `g t`, `space` … */
  keys: string
  /** What it does, translated, for the list on `?`. */
  label: () => string
  run: (event: KeyboardEvent) => void
  /** Off while this is false; also left out of the list. */
  when?: () => boolean
  /** Its key is the answer to a question that is put in a call, and so stays bare while one is live. */
  asked?: true
  /** Held down it goes on, as moving in a list does; every other one is pressed anew each time. */
  repeats?: true
}
interface Layer {
  /** The heading it stands under in the list on `?`. */
  scope: () => string
  shortcuts: readonly Bound[]
}
/** A shortcut, read once in each of its two writings. */
type Bound = Shortcut & { strokes: Record<'usual' | 'held', Stroke[]> }

const [held, setHeld] = createSignal(false)

/**
 * While `when` holds no bare key is a shortcut anywhere: whoever writes as they listen must not set anything off when the cursor was elsewhere. Each
 * waits behind F2 instead (`n` is F2 N), and every hint says so. For as long as the calling component lives.
 */
export const holdBareKeys = (when: Accessor<boolean>): void => {
  createEffect(() => setHeld(when()))
  onCleanup(() => setHeld(false))
}

/** The keys of a shortcut as they are pressed now; for whatever shows them. */
export const pressedNow = (keys: string): string => (held() ? behindLeader(keys) : keys)

/** `aria-keyshortcuts` of a shortcut as it is pressed now. */
export const ariaKeys = (keys: string | undefined): string | undefined =>
  keys === undefined || keys === '' ? undefined : ariaShortcut(pressedNow(keys), isApple)

const keysNow = ({ keys, asked }: Shortcut): string => (asked ? keys : pressedNow(keys))
const layers = createRegistry<Layer>()
const patience = 1200
/** Strokes of the longest shortcut: F2 and a sequence of two. */
const longest = 3
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
    shortcuts: shortcuts.map((shortcut) => ({
      ...shortcut,
      strokes: {
        usual: parseShortcut(shortcut.keys),
        held: parseShortcut(shortcut.asked ? shortcut.keys : behindLeader(shortcut.keys)),
      },
    })),
  }
  // the same listener is there once, however often it is added; a cleanup that was asked for first comes last
  addEventListener('keydown', listen)
  onCleanup(() => {
    if (layers.all().length === 0) removeEventListener('keydown', listen)
  })
  layers.add(layer)
}

/** What can be pressed right now, by scope, oldest first; `keys` as they are pressed now. */
export const activeShortcuts = (): { scope: string; shortcuts: readonly Shortcut[] }[] =>
  layers
    .all()
    .map((layer) => ({
      scope: layer.scope(),
      shortcuts: layer.shortcuts
        .filter((shortcut) => shortcut.when?.() ?? true)
        .map((shortcut) => ({ ...shortcut, keys: keysNow(shortcut) })),
    }))
    .filter((layer) => layer.shortcuts.length > 0)

const listen = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
  if (document.querySelector('[data-modal]') !== null) return
  clearTimeout(forget)
  pressed = [...pressed, event].slice(-longest)
  forget = setTimeout(() => (pressed = []), patience)
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const typing = plain && (isTextField(event.target) || (['Enter', ' '].includes(event.key) && isControl(event.target)))
  const found = findShortcut(pressed, typing)
  if (!found) return
  pressed = []
  event.preventDefault()
  // A key that stays down is one press: nobody confirms, or goes on to the next one, by a heavy finger.
  if (!event.repeat || found.repeats) found.run(event)
}

/** `typing`: the press is the field's, unless what it ends began with a key that no field takes. */
const findShortcut = (presses: readonly KeyboardEvent[], typing: boolean): Shortcut | undefined => {
  const writing = held() ? 'held' : 'usual'
  const candidates = layers
    .all()
    .toReversed()
    .flatMap(({ shortcuts }) => shortcuts.map((shortcut) => ({ shortcut, strokes: shortcut.strokes[writing] })))
    .filter(({ strokes: [first] }) => first !== undefined && !(typing && mayBeTyped(first)))
  const fits = ({ shortcut, strokes }: (typeof candidates)[number]): boolean => {
    const recent = presses.slice(-strokes.length)
    const matches = recent.length === strokes.length && strokes.every((stroke, at) => pressFits(stroke, recent[at]))
    return matches && (shortcut.when?.() ?? true)
  }
  // a finished sequence goes before the single key that ends it
  const many = (found: (typeof candidates)[number]) => found.strokes.length > 1
  return (candidates.filter(many).find(fits) ?? candidates.filter((one) => !many(one)).find(fits))?.shortcut
}

const pressFits = (stroke: Stroke, press: KeyboardEvent | undefined): boolean =>
  press !== undefined && matchesStroke(stroke, press, isApple)

/** Enter and Space belong to the button or link that has the focus. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('a[href], button, summary, input, [role=menuitem]') !== null
