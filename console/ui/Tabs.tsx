import { createEffect, createUniqueId, For, on, Show, type JSX } from 'solid-js'
import { classes } from './classes.ts'

/** One of several views in the same place. */
export interface Tab<T extends string = string> {
  value: T
  label: string
  /** How many are in there. */
  count?: number
}

/**
 * A row of views over one panel. Arrow keys move, the panel is one: `<Tabs …>{(value) => …}</Tabs>`.
 * Without children it is a bar alone, whose panel the page marks up itself.
 */
export const Tabs = <T extends string>(props: {
  label: string
  tabs: readonly Tab<T>[]
  value: T
  onChange: (value: T) => void
  children?: (value: T) => JSX.Element
  class?: string
}) => {
  const id = createUniqueId()
  let bar: HTMLDivElement | undefined
  const numbered = () => props.tabs.filter(({ count }) => count !== undefined).length
  // a bar wider than the screen scrolls sideways: the chosen tab stays in sight, also when the numbers come and make the others wider
  createEffect(
    on(
      () => [props.value, numbered()],
      () => bar?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    ),
  )
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = props.tabs.findIndex((tab) => tab.value === props.value)
    const next = step === undefined ? undefined : props.tabs[(at + step + props.tabs.length) % props.tabs.length]
    if (!next) return
    event.preventDefault()
    props.onChange(next.value)
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.value}"]`)?.focus()
  }
  return (
    <>
      <div
        ref={bar}
        role="tablist"
        aria-label={props.label}
        class={classes('flex gap-4 overflow-x-auto border-b border-line px-1', props.class)}
        onKeyDown={move}
      >
        <For each={props.tabs}>
          {(tab) => (
            <button
              type="button"
              role="tab"
              data-tab={tab.value}
              id={`${id}-${tab.value}`}
              aria-selected={tab.value === props.value}
              aria-controls={props.children && `${id}-panel`}
              tabIndex={tab.value === props.value ? 0 : -1}
              class="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-muted -outline-offset-2 hover:text-text aria-selected:border-accent aria-selected:font-medium aria-selected:text-text max-sm:min-h-11"
              onClick={() => props.onChange(tab.value)}
            >
              {tab.label}
              <Show when={tab.count !== undefined}>
                <span class="rounded-full bg-sunken px-1.5 text-xs font-normal text-muted">{tab.count}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
      <Show when={props.children}>
        {(children) => (
          <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.value}`}>
            {children()(props.value)}
          </div>
        )}
      </Show>
    </>
  )
}
