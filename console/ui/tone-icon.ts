import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import type { IconComponent } from './icon.ts'
import type { Tone } from './tone.ts'

/** The sign that goes with a meaning, so that colour is never alone. */
export const toneIcon: Record<Exclude<Tone, 'neutral' | 'accent'>, IconComponent> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  info: Info,
}
