import type { LucideProps } from 'lucide-solid'
import type { Component } from 'solid-js'

/** An icon from `lucide-solid/icons/<name>`, handed over as a component so that only the used ones are shipped. */
export type IconComponent = Component<LucideProps>
