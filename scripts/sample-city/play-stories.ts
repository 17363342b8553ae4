import type { virtualClock } from '../../api/platform/clock.ts'
import type { Services } from '../../api/services.ts'
import { createCast } from './cast.ts'
import { lastHour } from './last-hour.ts'
import { createRandom } from './random.ts'
import type { StorySeed } from './seed.types.ts'
import { stories } from './stories/index.ts'
import type { Stage } from './stage.ts'
import { tellStory } from './tell-story.ts'

const hour = 3_600_000
const day = 24 * hour

/** Stories that end in the past begin long ago; those still open begin in the last days. Days before now: [earliest, latest]. */
const ages: Record<StorySeed['path'], readonly [number, number]> = {
  closedSatisfied: [58, 9],
  closedDissatisfied: [55, 25],
  redone: [55, 20],
  noReply: [57, 14],
  answeredDirectly: [58, 0.3],
  returned: [50, 2],
  designated: [52, 20],
  extended: [30, 5],
  merged: [40, 3],
  withdrawn: [50, 2],
  declined: [50, 1],
  returning: [9, 4],
  extending: [9, 4],
  paused: [9, 4],
  handling: [4, 1],
  answered: [13, 7],
  awaitingFollowUp: [13, 7],
  dispatched: [2, 0.3],
  awaitingDispatch: [0.5, 0.1],
  received: [0.3, 0.02],
}

interface Next {
  at: Date
  life: AsyncGenerator<Date, void>
}

/** Plays the stories through the verbs in the order of time, each step at its own hour; answers how many there were. */
export const playStories = async (
  services: Services,
  clock: ReturnType<typeof virtualClock>,
  end: Date,
  most: number,
): Promise<number> => {
  const chosen = stories.slice(0, most)
  if (chosen.length === 0) return (clock.set(end), 0)
  const random = createRandom(12_345)
  const cast = await createCast(services)
  const stage: Stage = { services, clock, end, random, cast, mains: new Map() }
  const waiting: Next[] = []
  let latestMain = new Map<string, Date>()
  for (const [index, story] of chosen.entries()) {
    const [early, late] = ages[story.path]
    const key = `${story.matter} ${story.area}`
    const spread = new Date(end.getTime() - random.between(late, early) * day)
    const main = story.path === 'merged' ? latestMain.get(key) : undefined
    const at = main ? new Date(main.getTime() + hour) : stage.cast.citizenHour(spread, story.line)
    latestMain = latestMain.set(key, at)
    // Moving into the day may pass the present; such a story begins a little before now, on a line that never closes.
    const begun =
      at < end
        ? { at, story }
        : { at: new Date(end.getTime() - hour * random.between(0.2, 3)), story: { ...story, line: '12345' } }
    waiting.push({ at: begun.at, life: tellStory(stage, begun.story, index) })
  }
  const chores = chorus(services, clock, end)
  waiting.push({ at: new Date(end.getTime() - 59 * day), life: chores })
  waiting.push({ at: new Date(end.getTime() - hour), life: lastHour(stage) })
  while (waiting.length > 0) {
    waiting.sort((a, b) => b.at.getTime() - a.at.getTime())
    const next = waiting.pop()
    if (!next || next.at > end) break
    clock.set(next.at > clock.now() ? next.at : clock.now())
    const step = await next.life.next()
    await services.outbox.runDue()
    if (!step.done) waiting.push({ at: step.value, life: next.life })
  }
  clock.set(end)
  await cast.leave()
  return services.db.q.$count(services.db.t.ticket)
}

/** What the program itself does at all hours: warnings, and follow-ups whose wait is over. */
async function* chorus(
  services: Services,
  clock: ReturnType<typeof virtualClock>,
  end: Date,
): AsyncGenerator<Date, void> {
  while (clock.now() < end) {
    for (const job of [...services.tickets.jobs, ...services.followUp.jobs]) await job.run()
    yield new Date(clock.now().getTime() + 4 * hour)
  }
}
