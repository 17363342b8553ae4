import { finalStates, openStates } from '../../../../vocabulary/ticket.ts'
import { forgetExample } from '../../../opening/training.store.ts'
import { renewUnitSearch } from '../../../privacy/unit-search.ts'
import { remark } from '../../common.fields.ts'
import { defineAct } from '../../define-act.ts'
import { dispatchRoles } from '../../ticket.machine.ts'

/**
 * The citizen asks that nobody outside the hotline learns who they are (保密), whenever they ask, also when all is done. From then on
 * no unit reads, finds or reveals who asked, and what was learnt from the request is forgotten.
 */
export const keepConfidential = defineAct({
  action: 'keepConfidential',
  from: [...openStates, ...finalStates],
  to: 'same',
  roles: ['agent', ...dispatchRoles, 'reviewer', 'followUp', 'citizen'],
  guards: ['notConfidential'],
  tells: ['leadUnit', 'otherUnits'],
  source: 'JN 16; WF 11',
  key: 'shift+c',
  fields: { reason: { ...remark, rows: 2, hint: true } },
  async decide({ tx, ticket }, { reason }) {
    await forgetExample(tx, ticket.id)
    return {
      patch: { confidential: true },
      // Why somebody is afraid is not for the unit.
      reason: reason ?? null,
      // What was merged is read and searched in the main ticket as well.
      after: async (secret) => {
        if (ticket.mainTicketId !== null) await renewUnitSearch(tx, [ticket.mainTicketId])
        return secret
      },
    }
  },
})
