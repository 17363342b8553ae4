/** One key press of a shortcut. `mod` is ⌘ on Apple devices and Ctrl elsewhere. */
export interface Stroke {
  mod: boolean
  alt: boolean
  shift: boolean
  key: string
}
/** What a keyboard event tells; a DOM KeyboardEvent fits. */
export interface KeyPress {
  key: string
  code: string
  metaKey: boolean
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const named: Record<string, string> = {
  space: ' ',
  enter: 'Enter',
  esc: 'Escape',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
}
const symbols: Record<string, string> = {
  ' ': 'Space',
  Enter: '⏎',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The function key that goes before a bare key while bare keys mean nothing by themselves. */
const leader = 'f2'

/** A key that types something, pressed without a modifier: a letter, a digit, a sign, the space bar. */
const isBare = ({ mod, alt, key }: Stroke): boolean => !mod && !alt && key.length === 1

/**
 * Whether a shortcut begins with a key that would otherwise be typed: what somebody writes may set it off.
 * @internal exported for its test
 */
export const isBareShortcut = (keys: string): boolean => parseShortcut(keys).slice(0, 1).some(isBare)

/**
 * Whether a press of it may be meant for the field that has the focus; function keys, combinations and Escape never are. A field that has
 * a use of its own for Escape (a list to close, words to clear) takes the press.
 */
export const mayBeTyped = ({ mod, alt, key }: Stroke): boolean =>
  !mod && !alt && key !== 'Escape' && !/^f\d+$/.test(key)

/** A shortcut as it is pressed while bare keys are held back: `n` behind F2, `mod+k` and `f1` as they are. */
export const behindLeader = (keys: string): string => (isBareShortcut(keys) ? `${leader} ${keys}` : keys)

/** Reads `mod+k`, `alt+a`, `mod+enter`, `?`, or a sequence `g t`. */
export const parseShortcut = (keys: string): Stroke[] =>
  keys.split(' ').map((part) => {
    const pieces = part.split('+')
    const last = pieces.at(-1) ?? ''
    return {
      mod: pieces.includes('mod'),
      alt: pieces.includes('alt'),
      shift: pieces.includes('shift'),
      key: named[last] ?? last,
    }
  })

/**
 * Does the press match? With Alt held the letter is taken from the key's place, because Alt+A types *å* on a Mac.
 * Shift is only compared where the shortcut names it: `?` needs Shift on one layout and none on another.
 */
export const matchesStroke = (stroke: Stroke, press: KeyPress, apple: boolean): boolean => {
  const mod = apple ? press.metaKey : press.ctrlKey
  const other = apple ? press.ctrlKey : press.metaKey
  if (mod !== stroke.mod || other || press.altKey !== stroke.alt || (stroke.shift && !press.shiftKey)) return false
  if (!stroke.shift && press.shiftKey && /^[a-z0-9]$|^.{2,}$/.test(stroke.key)) return false
  const placed = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1]?.toLowerCase()
  return (stroke.alt && placed !== undefined ? placed : press.key.toLowerCase()) === stroke.key.toLowerCase()
}

/** The caps to print: `['⌘', 'K']`, `['Ctrl', 'K']`, `['G', 'T']`. */
export const shortcutCaps = (keys: string, apple: boolean): string[] =>
  parseShortcut(keys).flatMap((stroke) => [
    ...(stroke.mod ? [apple ? '⌘' : 'Ctrl'] : []),
    ...(stroke.alt ? [apple ? '⌥' : 'Alt'] : []),
    ...(stroke.shift ? [apple ? '⇧' : 'Shift'] : []),
    symbols[stroke.key] ?? (mayBeTyped(stroke) && stroke.key.length > 1 ? stroke.key : stroke.key.toUpperCase()),
  ])

/** `aria-keyshortcuts` of a shortcut without a sequence. */
export const ariaShortcut = (keys: string, apple: boolean): string | undefined => {
  const [stroke, second] = parseShortcut(keys)
  if (stroke === undefined || second !== undefined) return undefined
  const key = stroke.key === ' ' ? 'Space' : stroke.key.length === 1 ? stroke.key.toUpperCase() : stroke.key
  return [
    ...(stroke.mod ? [apple ? 'Meta' : 'Control'] : []),
    ...(stroke.alt ? ['Alt'] : []),
    ...(stroke.shift ? ['Shift'] : []),
    key,
  ].join('+')
}
