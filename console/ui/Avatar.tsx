import { classes } from './classes.ts'

/** Who: the family name of a Chinese name, the initials of another. The name itself stands beside it. */
export const Avatar = (props: { name: string; size?: 'small' | 'medium'; class?: string }) => {
  const short = () => {
    const name = props.name.trim()
    if (/^\p{Script=Han}+$/u.test(name)) return [...name][0]
    return name
      .split(/\s+/)
      .slice(0, 2)
      .map((word) => [...word][0] ?? '')
      .join('')
      .toUpperCase()
  }
  return (
    <span
      aria-hidden="true"
      class={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-medium text-accent select-none',
        props.size === 'small' ? 'size-6 text-[11px]' : 'size-8 text-xs',
        props.class,
      )}
    >
      {short()}
    </span>
  )
}
