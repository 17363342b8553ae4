import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js'

export interface Crumb {
  label: string
  href?: string
}
const [trail, setTrail] = createSignal<{ owner: symbol; crumbs: readonly Crumb[] }>()

/** Where we are, outermost first. */
export const crumbs = (): readonly Crumb[] => trail()?.crumbs ?? []

/** A page says where it is: `createCrumbs(() => [{ label: t('tickets.title'), href: '/tickets' }, { label: number }])`. Also the window's title. */
export const createCrumbs = (list: Accessor<readonly Crumb[]>): void => {
  const owner = Symbol('page')
  createEffect(() => {
    setTrail({ owner, crumbs: list() })
    document.title = [
      ...list()
        .map((crumb) => crumb.label)
        .reverse(),
      '一线 Yixian',
    ].join(' · ')
  })
  onCleanup(() => setTrail((current) => (current?.owner === owner ? undefined : current)))
}
