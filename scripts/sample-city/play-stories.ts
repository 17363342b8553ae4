import type { Services } from '../../api/services.ts'
import type { virtualClock } from '../../api/platform/clock.ts'

/** Plays the stories through the verbs, in the order of their days. */
export const playStories = async (_services: Services, _clock: ReturnType<typeof virtualClock>, _end: Date, _most: number) => 0
