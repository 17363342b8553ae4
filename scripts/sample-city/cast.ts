import { staffActor, type StaffActor } from '../../api/vocabulary/actor.ts'
import { Problem } from '../../api/platform/problem.ts'
import type { Services } from '../../api/services.ts'
import type { Random } from './random.ts'

const hour = 3_600_000

/** Everybody who acts in the stories, and the hours they keep. */
export const createCast = async (services: Services) => {
  const { directory, calls, counting } = services
  const { zone } = counting.calendar
  const actor = (username: string): StaffActor => {
    const staff = directory.staffByUsername(username)
    const unit = staff && directory.unitById(staff.unitId)
    if (!staff || !unit) throw new Error(`nobody in the sample city is called ${username}`)
    return staffActor(staff, unit, null)
  }
  const agents = ['agent1', 'agent2', 'agent3', 'agent4', 'agent5', 'agent6']
  for (const name of agents) await calls.setPresence(actor(name), 'ready')

  /** Moves an instant into the hours from `from` to `to` of a local day; on working days only when asked. */
  const within = (at: Date, from: number, to: number, workingDays: boolean): Date => {
    let date = zone.dateOf(at)
    let minutes = (at.getTime() - zone.instantOf(date, 0).getTime()) / 60_000
    if (minutes > to * 60) {
      date = zone.dateOf(new Date(zone.instantOf(date, 0).getTime() + 30 * hour))
      minutes = from * 60 + (minutes % 55)
    }
    if (minutes < from * 60) minutes = from * 60 + (minutes % 55)
    while (workingDays && !counting.calendar.isWorkingDay(date))
      date = zone.dateOf(new Date(zone.instantOf(date, 0).getTime() + 30 * hour))
    return zone.instantOf(date, Math.floor(minutes))
  }

  /** The last office hour at or before an instant. */
  const officeHourBefore = (at: Date): Date => {
    let date = zone.dateOf(at)
    let minutes = (at.getTime() - zone.instantOf(date, 0).getTime()) / 60_000
    while (minutes < 9 * 60 || !counting.calendar.isWorkingDay(date)) {
      date = zone.dateOf(new Date(zone.instantOf(date, 0).getTime() - 6 * hour))
      minutes = 24 * 60
    }
    return zone.instantOf(date, Math.min(Math.floor(minutes), 16 * 60 + (at.getTime() % 59)))
  }

  return {
    actor,
    agent: (random: Random) => actor(random.pick(agents)),
    agentById: (id: string) => actor(agents.find((name) => directory.staffByUsername(name)?.id === id) ?? 'agent1'),
    dispatcher: (random: Random) => actor(random.pick(['dispatch1', 'dispatch2'])),
    reviewer: (random: Random) => actor(random.pick(['review1', 'review2'])),
    /** The handler of a unit, or its head. */
    handler: (unitId: string | null, who: '1' | 'head' = '1') =>
      actor(`${directory.unitById(unitId ?? '')?.code ?? ''}-${who}`),
    /** An hour at which people turn to a line; most lines are open all day, but nobody calls at four in the morning in a sample. */
    citizenHour: (at: Date, line: string) =>
      within(at, line === '12333' ? 9 : 8, line === '12333' ? 19 : 21, line === '12333'),
    /** An office hour at or after an instant. */
    officeHour: (at: Date) => within(at, 9, 17, true),
    officeHourBefore,
    /** The agents' consoles show that they are alive, as they do every few seconds. */
    showLife: async () => {
      for (const name of agents) await calls.heartbeat(actor(name))
    },
    /** At the end of the history nobody is signed in. */
    leave: async () => {
      for (const name of agents) {
        try {
          await calls.setPresence(actor(name), 'offline')
        } catch (error) {
          if (!(error instanceof Problem)) throw error
        }
      }
    },
  }
}
export type Cast = Awaited<ReturnType<typeof createCast>>
