import type { virtualClock } from '../../api/platform/clock.ts'
import type { Services } from '../../api/services.ts'
import type { Cast } from './cast.ts'
import type { Random } from './random.ts'

/** What the stories of the sample city are played with: the real program on a virtual clock, until `end`. */
export interface Stage {
  services: Services
  clock: ReturnType<typeof virtualClock>
  end: Date
  random: Random
  cast: Cast
  /** The newest ticket of a matter and area, for requests that repeat it. */
  mains: Map<string, string>
}
