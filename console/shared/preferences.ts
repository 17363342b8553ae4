import { createSignal } from 'solid-js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const densities = ['comfortable', 'compact'] as const

const stored = <T extends string>(key: string, allowed: readonly T[], fallback: T) => {
  const found = allowed.find((value) => value === localStorage.getItem(key)) ?? fallback
  const [value, set] = createSignal<T>(found)
  const apply = (next: T) => {
    localStorage.setItem(key, next)
    set(() => next)
    paint()
  }
  return [value, apply] as const
}

/** The look of this device, kept in its local storage; one for all tabs of the console. */
export const [theme, setTheme] = stored('yixian.theme', themes, 'system')
export const [density, setDensity] = stored('yixian.density', densities, 'comfortable')

/** Writes the look onto the document; the tokens do the rest. */
export const paint = (): void => {
  const { dataset } = document.documentElement
  if (theme() === 'system') delete dataset['theme']
  else dataset['theme'] = theme()
  dataset['density'] = density()
}
