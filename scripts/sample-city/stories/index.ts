import type { StorySeed } from '../seed.types.ts'
import { deskStories } from './desks.ts'
import { homeStories } from './home.ts'
import { movingStories } from './moving.ts'
import { peopleStories } from './people.ts'
import { streetStories } from './street.ts'
import { tradeStories } from './trade.ts'
import { visitorStories } from './visitor.ts'

/**
 * What citizens of the sample city asked, and how each request goes on. A story with path `merged` joins the nearest earlier
 * story of the same matter and area.
 */
export const stories: StorySeed[] = [
  ...streetStories,
  ...homeStories,
  ...movingStories,
  ...peopleStories,
  ...tradeStories,
  ...visitorStories,
  ...deskStories,
]
