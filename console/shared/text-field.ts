/** Whether keys that are pressed there are typed: a field of words, not a box or button that is an `input` as well. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])'))

/** Whether the cursor stands in a field: then it is the person's, and nothing that comes of itself may move it. */
export const isWriting = (): boolean => isTextField(document.activeElement)
