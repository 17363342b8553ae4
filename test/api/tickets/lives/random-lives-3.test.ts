import { randomLivesHold } from './lives-hold.ts'

randomLivesHold(2)
