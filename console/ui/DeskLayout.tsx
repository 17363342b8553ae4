import { createSignal, type JSX } from 'solid-js'
import { classes } from './classes.ts'
import { Tabs } from './Tabs.tsx'

export type DeskPane = 'left' | 'main' | 'right'

/**
 * Three columns side by side, each scrolling by itself: 280, flexible, 360. Under 1200 px one column with a bar to
 * change between them; all stay mounted, so nothing typed is lost.
 */
export const DeskLayout = (props: {
  label: string
  names: Record<DeskPane, string>
  left: JSX.Element
  right: JSX.Element
  children: JSX.Element
  /** Which column a narrow screen shows; left to the layout when not given. */
  pane?: DeskPane
  onPane?: (pane: DeskPane) => void
}) => {
  const [own, setOwn] = createSignal<DeskPane>('main')
  const pane = () => props.pane ?? own()
  const column = (name: DeskPane, look: string) =>
    classes('min-h-0 min-w-0 overflow-y-auto', look, pane() !== name && 'max-lg:hidden')
  return (
    <div class="flex h-full min-h-0 flex-col lg:grid lg:grid-cols-[280px_minmax(0,1fr)_360px]">
      <Tabs
        label={props.label}
        class="shrink-0 bg-raised px-4 lg:hidden"
        value={pane()}
        onChange={(next) => {
          setOwn(next)
          props.onPane?.(next)
        }}
        tabs={(['left', 'main', 'right'] as const).map((value) => ({ value, label: props.names[value] }))}
      />
      <section aria-label={props.names.left} class={column('left', 'flex-1 lg:border-r lg:border-line')}>
        {props.left}
      </section>
      <section aria-label={props.names.main} class={column('main', 'flex-1 bg-raised')}>
        {props.children}
      </section>
      <aside aria-label={props.names.right} class={column('right', 'flex-1 lg:border-l lg:border-line')}>
        {props.right}
      </aside>
    </div>
  )
}
