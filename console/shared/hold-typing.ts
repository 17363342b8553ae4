/** What was typed since, once; nothing is held any more from then on. */
export type Typed = () => string

/**
 * Holds what is typed while a field that somebody asked for is still on its way: no letter is lost to it, and none of them is a shortcut of the
 * page meanwhile. Enter says nothing yet.
 */
export const holdTyping = (): Typed => {
  let typed = ''
  const hear = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') typed = typed.slice(0, -1)
    else if (event.key.length === 1) typed += event.key
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('keydown', hear, true)
  return () => {
    removeEventListener('keydown', hear, true)
    const words = typed
    typed = ''
    return words
  }
}
