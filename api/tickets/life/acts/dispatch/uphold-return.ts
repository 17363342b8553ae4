import { dispatchWaitMs } from '../../../ticket.settings.ts'
import { dueBeforeDispatch } from '../../../tickets.store.ts'
import { endAssignments } from '../../../units/assignments.store.ts'
import { cancelRequests, decideReturn } from '../../../units/requests.store.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/** The objection is right (异议成立): the assignment ends, the clock is taken off, the ticket waits for another unit. */
export const upholdReturn = defineAct({
  action: 'upholdReturn',
  from: ['returnRequested'],
  to: 'awaitingDispatch',
  roles: dispatchRoles,
  guards: [],
  tells: ['leadUnit', 'dispatchers'],
  source: 'WF 22; BJ 12',
  primaryIn: { returnRequested: 1 },
  key: 'y',
  fields: { note: { ...remark, rows: 2, required: true } },
  async decide({ tx, actor, now, ticket }, { note }, deps) {
    await decideReturn(tx, ticket.id, { state: 'upheld', at: now, by: actor.id, note })
    await cancelRequests(tx, ticket.id, now, actor.id)
    await endAssignments(tx, ticket.id, now, 'returned')
    return {
      patch: {
        leadUnitId: null,
        whyUnit: null,
        dispatchedAt: null,
        stateBefore: null,
        clock: null,
        dueAt: null,
        dueSort: dueBeforeDispatch(ticket),
        warned: 0,
        warnAt: new Date(now.getTime() + dispatchWaitMs(deps.settings, ticket)),
        extensionCount: 0,
      },
      text: note,
      reason: note,
      data: { unitId: ticket.leadUnitId },
    }
  },
})
