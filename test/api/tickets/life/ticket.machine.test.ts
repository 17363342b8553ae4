import { describe, expect, it } from 'vitest'
import type { Actor } from '../../../../api/vocabulary/actor.ts'
import { systemActor } from '../../../../api/vocabulary/actor.ts'
import { roles, type Role } from '../../../../api/vocabulary/directory.ts'
import type { TicketAct } from '../../../../api/tickets/life/define-act.ts'
import { mermaidOfActs } from '../../../../api/tickets/life/ticket.diagram.ts'
import { guards, type Mover } from '../../../../api/tickets/life/ticket.machine.ts'
import {
  allowedActs,
  nextState,
  refusal,
  reopenWindowDays,
  type TicketFacts,
} from '../../../../api/tickets/life/ticket.rules.ts'
import { actList, acts } from '../../../../api/tickets/life/acts/acts.ts'
import {
  clockedStates,
  finalStates,
  openStates,
  ticketStates,
  type TicketState,
  ticketActions,
  type TicketAction,
} from '../../../../api/vocabulary/ticket.ts'

const now = new Date('2026-06-01T02:00:00Z')
const day = 86_400_000
const refusalOf = (of: TicketFacts, action: TicketAction, actor: Actor, at: Date) =>
  refusal(of, acts[action], actor, at)
const nextOf = (of: TicketFacts, action: TicketAction) => nextState(of, acts[action])
const allowed = (of: TicketFacts, actor: Actor, at: Date) =>
  allowedActs<TicketAct<TicketAction>>(actList, of, actor, at).map(({ action }) => action)
const facts = (over: Partial<TicketFacts> = {}): TicketFacts => ({
  state: 'handling',
  stateBefore: 'handling',
  matterCode: 'a.b',
  leadUnitId: 'u',
  designated: false,
  dueAt: new Date(now.getTime() + day),
  extensionCount: 0,
  closedAt: null,
  erased: false,
  citizenId: 'ctz_1',
  parts: [
    { role: 'lead', unitPath: '/c/d/s/' },
    { role: 'co', unitPath: '/c/b/' },
    { role: 'copied', unitPath: '/c/e/' },
  ],
  returnBy: null,
  returnPending: false,
  extensionPending: false,
  followUpSettled: true,
  confidential: false,
  ...over,
})
/** Facts under which every guard of the action holds. */
const guardsHold = (action: TicketAction, state: TicketState) =>
  facts({ state, extensionPending: acts[action].guards.includes('extensionPending') })
const staff = (role: Role, unitPath = '/c/'): Actor => ({
  kind: 'staff',
  id: 'stf_1',
  name: role,
  roles: [role],
  unitId: 'u',
  unitPath,
  requestId: null,
})
const moverActors: [Mover, Actor][] = [
  ...roles.map((role): [Mover, Actor] => [role, staff(role)]),
  ['citizen', { kind: 'citizen', id: 'ctz_1', name: 'c' }],
  ['system', systemActor('test')],
]

describe('every pair of the machine', () => {
  for (const action of ticketActions) {
    it(`${action}: legal exactly where the table says, for exactly its movers`, () => {
      for (const state of ticketStates) {
        for (const [mover, actor] of moverActors) {
          const expected = !acts[action].roles.includes(mover)
            ? 'auth.forbidden'
            : acts[action].from.includes(state)
              ? null
              : 'ticket.illegal-transition'
          expect([state, mover, refusalOf(guardsHold(action, state), action, actor, now)]).toEqual([
            state,
            mover,
            expected,
          ])
        }
      }
    })
  }

  it('walks more than five thousand pairs, and both answers occur', () => {
    const answers = ticketActions.flatMap((action) =>
      ticketStates.flatMap((state) =>
        moverActors.map(([, actor]) => refusalOf(guardsHold(action, state), action, actor, now) === null),
      ),
    )
    expect(answers.length).toBe(ticketActions.length * ticketStates.length * 10)
    expect(answers.filter(Boolean).length).toBeGreaterThan(200)
  })
})

describe('the shape of the machine', () => {
  const targets = (state: TicketState): TicketState[] =>
    ticketActions
      .filter((action) => acts[action].from.includes(state))
      .map((action) => nextOf(facts({ state, stateBefore: 'handling' }), action))

  it('reaches every state from received', () => {
    const seen = new Set<TicketState>(['received'])
    for (const state of seen) for (const next of targets(state)) seen.add(next)
    expect([...seen].sort()).toEqual([...ticketStates].sort())
  })
  it('leaves every state that is not final, and lets it end', () => {
    const ends = (state: TicketState, been = new Set<TicketState>()): boolean =>
      finalStates.includes(state) || (!been.has(state) && targets(state).some((next) => ends(next, been.add(state))))
    for (const state of openStates) {
      expect([state, targets(state).some((next) => next !== state)]).toEqual([state, true])
      expect([state, ends(state)]).toEqual([state, true])
    }
  })
  it('splits the states into open and final', () => {
    expect([...openStates, ...finalStates].sort()).toEqual([...ticketStates].sort())
    expect(clockedStates.every((state) => openStates.includes(state))).toBe(true)
  })
  it('goes on from a final state only by redo and remarks', () => {
    for (const state of finalStates) {
      expect(ticketActions.filter((action) => acts[action].from.includes(state))).toEqual(
        state === 'closed' ? ['redo', 'note', 'keepConfidential'] : ['note', 'keepConfidential'],
      )
    }
  })
  it('names a source for every move, and only known guards', () => {
    for (const action of ticketActions) {
      expect(acts[action].source).not.toBe('')
      for (const guard of acts[action].guards) expect(Object.keys(guards)).toContain(guard)
    }
  })
})

describe('what the law and the domain guard', () => {
  const dispatcher = staff('dispatcher')
  const lead = staff('unitStaff', '/c/d/s/')
  it.each([
    ['no return after designation (WF 22)', 'returnTicket', lead, { designated: true }, 'ticket.designated'],
    [
      'no return after its window',
      'returnTicket',
      lead,
      { returnBy: new Date(now.getTime() - 1) },
      'ticket.return-late',
    ],
    ['no second return while one is open', 'returnTicket', lead, { returnPending: true }, 'ticket.request-pending'],
    [
      'no extension after expiry (BJ 15)',
      'extend',
      lead,
      { dueAt: new Date(now.getTime() - 1) },
      'ticket.limit-expired',
    ],
    ['no extension at the very moment of expiry', 'extend', lead, { dueAt: now }, 'ticket.limit-expired'],
    ['no second extension', 'extend', lead, { extensionCount: 1 }, 'ticket.already-extended'],
    ['no extension while one is asked for', 'extend', lead, { extensionPending: true }, 'ticket.request-pending'],
    [
      'no approval of what nobody asked',
      'approveExtension',
      dispatcher,
      { extensionPending: false },
      'ticket.nothing-pending',
    ],
    [
      'no pause of a limit that has passed',
      'pause',
      dispatcher,
      { dueAt: new Date(now.getTime() - 1) },
      'ticket.limit-expired',
    ],
    [
      'no dispatch of an unknown matter',
      'dispatch',
      dispatcher,
      { state: 'awaitingDispatch', matterCode: null },
      'ticket.matter-unknown',
    ],
    [
      'no closing without a follow-up outcome or a reason',
      'close',
      staff('followUp'),
      { state: 'awaitingFollowUp', followUpSettled: false },
      'ticket.follow-up-missing',
    ],
    [
      'no redo after the reopen window',
      'redo',
      staff('followUp'),
      { state: 'closed', closedAt: new Date(now.getTime() - reopenWindowDays * day - 1) },
      'ticket.illegal-transition',
    ],
  ] as const)('%s', (_, action, actor, over, code) => {
    expect(refusalOf(facts(over), action, actor, now)).toBe(code)
  })

  it('lets a unit act only on what it leads, a co-handling unit only report', () => {
    expect(refusalOf(facts(), 'answer', staff('unitStaff', '/c/d/s/'), now)).toBeNull()
    expect(refusalOf(facts(), 'answer', staff('unitHead', '/c/d/'), now)).toBeNull()
    expect(refusalOf(facts(), 'answer', staff('unitStaff', '/c/x/'), now)).toBe('auth.forbidden')
    expect(refusalOf(facts(), 'answer', staff('unitStaff', '/c/b/'), now)).toBe('auth.forbidden')
    expect(refusalOf(facts(), 'report', staff('unitStaff', '/c/b/'), now)).toBeNull()
    expect(refusalOf(facts(), 'report', lead, now)).toBe('auth.forbidden')
  })
  it('lets a copied district urge, and neither sign nor answer for its street (BJ 12)', () => {
    const district = staff('unitHead', '/c/d/')
    const parts = [
      { role: 'lead', unitPath: '/c/d/s/' },
      { role: 'copied', unitPath: '/c/d/' },
    ] as const
    const may = (action: TicketAction, over: Partial<TicketFacts> = {}, by = district) =>
      refusalOf(facts({ parts, ...over }), action, by, now)
    expect(may('urge')).toBeNull()
    expect(may('sign', { state: 'dispatched' })).toBe('auth.forbidden')
    expect(may('answer')).toBe('auth.forbidden')
    expect(may('returnTicket')).toBe('auth.forbidden')
    expect(may('urge', {}, lead)).toBe('auth.forbidden')
    expect(may('answer', {}, lead)).toBeNull()
  })
  it('lets a citizen act only on their own', () => {
    expect(refusalOf(facts({ citizenId: 'ctz_2' }), 'urge', { kind: 'citizen', id: 'ctz_1', name: '' }, now)).toBe(
      'auth.forbidden',
    )
  })
  it('goes back to where a side state was entered from', () => {
    expect(nextOf(facts({ state: 'returnRequested', stateBefore: 'dispatched' }), 'rejectReturn')).toBe('dispatched')
    expect(nextOf(facts({ state: 'paused', stateBefore: 'handling' }), 'resume')).toBe('handling')
  })
  it('lets a ticket be returned to the very end of the window, and at any time where none is set', () => {
    expect(refusalOf(facts({ returnBy: now }), 'returnTicket', lead, now)).toBeNull()
    expect(refusalOf(facts({ returnBy: null }), 'returnTicket', lead, now)).toBeNull()
    expect(allowed(facts({ returnBy: new Date(now.getTime() - 1) }), lead, now)).not.toContain('returnTicket')
  })
  it('serves exactly the acts that are not refused', () => {
    expect(allowed(facts(), lead, now)).toEqual(['firstContact', 'returnTicket', 'answer', 'extend', 'note'])
  })
})

describe('the diagram', () => {
  it('draws every state and every act that moves one', () => {
    const drawn = mermaidOfActs(actList)
    for (const state of ticketStates) expect(drawn).toContain(state)
    for (const action of ticketActions)
      if (acts[action].to !== 'same') expect(drawn).toMatch(new RegExp(`[ ,]${action}\\b`))
    expect(drawn).toContain('  awaitingDispatch --> dispatched : dispatch, designate\n')
    expect(drawn).toContain('  paused --> handling : resume\n')
  })
})
