import { describe, expect, it } from 'vitest'
import { deskNotices } from '../../../api/notices/desk.notices.ts'
import { deskNote } from '../../../api/notices/desk-note.ts'
import type { WarningFacts } from '../../../api/notices/desk-notice.types.ts'
import { noticeTo } from '../../../api/notices/hearers.ts'
import { warningKinds, type WarningKind } from '../../../api/vocabulary/ticket.ts'

type HearingPart = WarningFacts['parts'][number]
const part = (unitPath: string, role: HearingPart['role'], more: Partial<HearingPart> = {}): HearingPart => ({
  unitPath,
  role,
  own: false,
  byTicketLimit: false,
  ...more,
})
const parts = [
  part('/lead/', 'lead'),
  part('/copied/', 'copied'),
  part('/own-limit/', 'co', { own: true }),
  part('/same-limit/', 'co', { byTicketLimit: true }),
]

describe('notices to desks', () => {
  const hearers = (kind: WarningKind, level: number) => {
    const facts = { number: '260612345678', state: 'handling', level, dueAt: null, parts } as const
    const { topic, type, audience } = deskNote(deskNotices[kind], 'ticket_1', facts)
    expect([topic, type]).toEqual(['alert', kind])
    return [...(audience.roles ?? []), ...(audience.unitPaths ?? [])]
  }

  it('there is one for everything that falls due', () => {
    for (const kind of warningKinds) expect(hearers(kind, 3).length).toBeGreaterThan(0)
  })

  it('of a limit reach the units that go by it, and the supervisors when it is very near', () => {
    const units = ['/lead/', '/copied/', '/same-limit/']
    expect(hearers('yellow', 1)).toEqual(units)
    expect(hearers('red', 2)).toEqual(['supervisor', ...units])
    expect(hearers('overdue', 3)).toEqual(['supervisor', ...units])
  })

  it('of a window reach the lead unit and the copied; of a sub-limit its unit, and the lead unit once it has passed', () => {
    expect(hearers('unsigned', 2)).toEqual(['supervisor', '/lead/', '/copied/'])
    expect(hearers('uncontacted', 1)).toEqual(['/lead/', '/copied/'])
    expect(hearers('coYellow', 1)).toEqual(['/own-limit/'])
    expect(hearers('coRed', 2)).toEqual(['supervisor', '/own-limit/'])
    expect(hearers('coOverdue', 3)).toEqual(['supervisor', '/lead/', '/own-limit/'])
  })

  it('of a ticket that nobody dispatches reach the supervisors from the second time on', () => {
    expect(hearers('undispatched', 1)).toEqual(['dispatcher'])
    expect(hearers('undispatched', 2)).toEqual(['dispatcher', 'supervisor'])
  })

  it('of a danger in a call reach its agent, or every agent while it has none', () => {
    const facts = { callId: 'call_1', danger: 'gas', call: '119', words: ['煤气泄漏'], citizenId: 'citizen_1' } as const
    const audience = (agentId: string | null) =>
      deskNote(deskNotices.dangerInCall, 'call_1', { ...facts, agentId }).audience
    expect(audience('staff_1')).toEqual({ roles: ['supervisor'], staffIds: ['staff_1'] })
    expect(audience(null)).toEqual({ roles: ['supervisor', 'agent'], staffIds: [] })
  })
})

describe('the hearers of an act', () => {
  const units = [
    { unitId: 'unit_a', role: 'lead' },
    { unitId: 'unit_a', role: 'lead' },
    { unitId: 'unit_b', role: 'co' },
    { unitId: 'unit_c', role: 'copied' },
  ] as const

  it('are roles of the hotline and units by their part, each once; the citizen hears by text', () => {
    expect(noticeTo(['citizen', 'leadUnit', 'supervisors'], units)).toEqual({
      roles: ['supervisor'],
      unitIds: ['unit_a'],
    })
    expect(noticeTo(['otherUnits'], units)).toEqual({ roles: [], unitIds: ['unit_b', 'unit_c'] })
    expect(noticeTo([], units)).toEqual({ roles: [], unitIds: [] })
  })
})
