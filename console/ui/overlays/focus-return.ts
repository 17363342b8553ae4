/**
 * Remembers where the focus was when a dialog opened, and gives it back when it closes. The library's dialog knows only of a trigger
 * of its own; ours are opened by keys, menus and rows.
 */
export const createFocusReturn = () => {
  let before: Element | null = null
  return {
    onOpenAutoFocus: (): void => {
      before = document.activeElement
    },
    onCloseAutoFocus: (event: Event): void => {
      event.preventDefault()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
  }
}
