import { createEffect, createRoot, createSignal, onCleanup, type Accessor } from 'solid-js'

/** One step of the way to the open page; without `href` it is where one stands. */
export interface Crumb {
  label: string
  href?: string
}
interface Trail {
  owner: symbol
  crumbs: readonly Crumb[]
}
/** Who says where we are, the innermost last; when a page falls, what stands around it still says it. */
const [trails, setTrails] = createSignal<readonly Trail[]>([])

/** Where we are, outermost first. */
export const crumbs = (): readonly Crumb[] => trails().at(-1)?.crumbs ?? []

createRoot(() =>
  createEffect(() => {
    if (crumbs().length === 0) return
    const labels = crumbs().map((crumb) => crumb.label)
    document.title = [...labels.toReversed(), '一线 Yixian'].join(' · ')
  }),
)

/** A page says where it is: `createCrumbs(() => [{ label: t('tickets.title'), href: '/tickets' }, { label: number }])`. Also the window's title. */
export const createCrumbs = (list: Accessor<readonly Crumb[]>): void => {
  const owner = Symbol('page')
  createEffect(() => {
    const own: Trail = { owner, crumbs: list() }
    setTrails((all) =>
      all.some((trail) => trail.owner === owner)
        ? all.map((trail) => (trail.owner === owner ? own : trail))
        : [...all, own],
    )
  })
  onCleanup(() => setTrails((all) => all.filter((trail) => trail.owner !== owner)))
}
