// oxlint-disable yixian/console-imports-types -- a test, not the console: it compares the server's lists with the dictionary
import { describe, expect, it } from 'vitest'
import { kinds, limitUnits, urgencies } from '../../../api/vocabulary/catalogue.ts'
import { callEvents, callStates, presenceEvents, presenceStates } from '../../../api/vocabulary/call.ts'
import { roles, unitLevels } from '../../../api/vocabulary/directory.ts'
import { problems } from '../../../api/app.ts'
import { channels } from '../../../api/vocabulary/contact.ts'
import {
  assignmentRoles,
  closeReasons,
  declineOutcomes,
  satisfactionGrades,
  ticketStates,
  ticketActions,
  warningKinds,
} from '../../../api/vocabulary/ticket.ts'
import { attemptOutcomes } from '../../../api/vocabulary/follow-up.ts'
import { dangers } from '../../../api/vocabulary/danger.ts'
import { zhCN } from '../../../console/i18n/zh-CN/index.ts'

const keys = new Set(Object.keys(zhCN))
const lists: [string, readonly (string | number)[]][] = [
  ['state', ticketStates],
  ['action', ticketActions],
  ['kind', kinds],
  ['urgency', urgencies],
  ['channel', channels],
  ['danger', dangers],
  ['decline', declineOutcomes],
  ['closeReason', closeReasons],
  ['grade', satisfactionGrades],
  ['unitLevel', unitLevels],
  ['assignment', assignmentRoles],
  ['limitUnit', limitUnits],
  ['call', callStates],
  ['presence', presenceStates],
  ['role', roles],
  ['audit.did.call', [...callEvents, 'arrive', 'danger', 'askHold', 'askResume', 'askMute', 'askUnmute']],
  ['audit.did.presence', presenceEvents],
  ['timeline.warned', warningKinds],
  ['followUp.attempt', attemptOutcomes],
  ['problem', Object.keys(problems)],
]

describe('every word the server may send has a text', () => {
  it.each(lists)('%s', (list, members) => {
    expect(members.filter((member) => !keys.has(`${list}.${member}`))).toEqual([])
  })
})
