import { defineAct } from '../../define-act.ts'

/** Accepts a request (受理): from now on the hotline owes an outcome. */
export const acceptTicket = defineAct({
  action: 'accept',
  from: ['received'],
  to: 'accepted',
  roles: ['agent', 'dispatcher', 'supervisor', 'system'],
  guards: [],
  tells: [],
  source: 'BJ 10, 11',
  primaryIn: { received: 1 },
  key: 'a',
  fields: {},
  async decide({ now }) {
    return { patch: { acceptedAt: now }, visibility: 'citizen' }
  },
})
