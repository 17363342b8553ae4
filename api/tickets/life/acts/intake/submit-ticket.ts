import { defineAct } from '../../define-act.ts'

/** Hands an accepted request to the dispatchers (提交派单); what it is about must be known. */
export const submitTicket = defineAct({
  action: 'submit',
  from: ['accepted'],
  to: 'awaitingDispatch',
  roles: ['agent', 'dispatcher', 'supervisor', 'system'],
  guards: ['matterKnown'],
  tells: ['dispatchers'],
  source: 'BJ 11',
  primaryIn: { accepted: 1 },
  key: 's',
  fields: {},
  async decide({ actor, ticket }) {
    return { patch: actor.kind === 'staff' && ticket.decidedBy === null ? { decidedBy: 'person' } : {} }
  },
})
