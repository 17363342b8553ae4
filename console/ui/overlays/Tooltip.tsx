import { createSignal, onCleanup, Show, type ParentProps } from 'solid-js'
import { Portal } from 'solid-js/web'
import { KeyHint } from '../KeyHint.tsx'

const delay = 450

/**
 * A short word on hover or focus, with its key. Never the only place where something is said: an IconButton carries the same
 * text as its name. Own code instead of a library: nothing is built or measured until it is shown, so a list may hold thousands.
 */
export const Tooltip = (props: ParentProps<{ text: string; keys?: string; class?: string }>) => {
  const [shown, setShown] = createSignal(false)
  let anchor: HTMLSpanElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const plan = (next: boolean, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => setShown(next), ms)
  }
  const hideNow = () => {
    clearTimeout(timer)
    setShown(false)
  }
  const place = (tip: HTMLElement) =>
    requestAnimationFrame(() => {
      const target = (anchor?.firstElementChild ?? anchor)?.getBoundingClientRect()
      if (!target) return
      const left = Math.min(
        Math.max(8, target.left + target.width / 2 - tip.offsetWidth / 2),
        innerWidth - tip.offsetWidth - 8,
      )
      const below = target.bottom + 6
      tip.style.left = `${left}px`
      tip.style.top = `${below + tip.offsetHeight > innerHeight ? target.top - tip.offsetHeight - 6 : below}px`
    })
  onCleanup(() => clearTimeout(timer))

  return (
    <span
      ref={anchor}
      class={`contents ${props.class ?? ''}`}
      onPointerOver={(event) => event.pointerType !== 'touch' && plan(true, delay)}
      onPointerOut={() => plan(false, 80)}
      onPointerDown={hideNow}
      onFocusIn={(event) => event.target.matches(':focus-visible') && plan(true, 0)}
      onFocusOut={hideNow}
      onKeyDown={(event) => event.key === 'Escape' && hideNow()}
    >
      {props.children}
      <Show when={shown()}>
        <Portal>
          <div
            ref={place}
            role="tooltip"
            class="floating fixed top-0 left-0 z-50 flex max-w-80 items-center gap-2 px-2 py-1 text-sm"
            onPointerEnter={() => clearTimeout(timer)}
            onPointerLeave={() => plan(false, 80)}
          >
            {props.text}
            <Show when={props.keys}>{(keys) => <KeyHint keys={keys()} />}</Show>
          </div>
        </Portal>
      </Show>
    </span>
  )
}
