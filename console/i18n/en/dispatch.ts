import type { Translation } from '../i18n.types.ts'
import type { dispatch as source } from '../zh-CN/dispatch.ts'

/** The dispatcher's desk. */
export const dispatch: Translation<typeof source> = {
  'dispatch.title': 'Dispatch desk',
  'dispatch.tabs': 'Waiting',
  'dispatch.tab.queue': 'To dispatch',
  'dispatch.tab.returns': 'Returns',
  'dispatch.tab.extensions': 'Extensions',
  'dispatch.queue': 'Tickets to dispatch',
  'dispatch.confirm': 'Dispatch by catalogue',
  'dispatch.adjust': 'Adjust and dispatch',
  'dispatch.sent': 'Dispatched to {unit}',
  'dispatch.needsChoice': 'A person must choose the unit',
  'dispatch.noProposal': 'No proposal yet',
  'dispatch.decidedByHand': 'Matter chosen by a person',
  'dispatch.confidence': 'confidence {share}',
  'dispatch.waited': 'waiting {time}',
  'dispatch.empty': 'Nothing to dispatch',
  'dispatch.emptyHint': 'Tickets appear here, most urgent and longest waiting first, once agents submit them.',
  'dispatch.noReturns': 'No returns to decide',
  'dispatch.noReturnsHint': 'A unit’s objection appears here; its limit runs on meanwhile.',
  'dispatch.noExtensions': 'No extensions to decide',
  'dispatch.noExtensionsHint': 'A unit’s request for more time appears here; the due time stays until it is approved.',
  'dispatch.pick': 'Choose a ticket on the left',
  'dispatch.pickHint': 'J and K move, Enter dispatches by the catalogue.',
  'dispatch.moveTo': 'due {old}, asks for {days} more working {days|one:day|other:days}',
}
