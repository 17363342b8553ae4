import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'

/** How long after its last move a pointer is taken to be on its way to something, ms; and how long after a press one looks for its outcome. */
const aiming = 1_500

/** Keeps a value from changing while somebody aims at what shows it. */
export type Still = <T>(value: Accessor<T>) => Accessor<T>

/**
 * For columns of which any part may grow: what arrives while the pointer moves over them waits for it to rest or leave, so that no row slides away
 * under it. After a press everything is shown at once: its outcome is what one looks for. Keys and touches hold nothing back.
 */
export const createStill = () => {
  const [held, setHeld] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let pressedUntil = 0
  const release = () => {
    clearTimeout(timer)
    setHeld(false)
  }
  onCleanup(release)
  const still: Still = (value) => {
    const kept = createMemo<{ value: ReturnType<typeof value> } | undefined>((before) =>
      before && held() ? before : { value: value() },
    )
    return () => kept()?.value ?? value()
  }
  return {
    still,
    /** For the element that holds the column. */
    pointer: {
      onPointerMove: ({ pointerType }: PointerEvent) => {
        if (pointerType !== 'mouse' || Date.now() < pressedUntil) return
        clearTimeout(timer)
        timer = setTimeout(release, aiming)
        setHeld(true)
      },
      onPointerLeave: release,
      onClick: () => {
        pressedUntil = Date.now() + aiming
        release()
      },
    },
  }
}
