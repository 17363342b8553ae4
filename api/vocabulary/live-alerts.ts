import { z } from 'zod'
import { recordingStates } from './call.ts'
import { dangers, emergencyNumbers } from './danger.ts'
import { event, facts } from './live-event.ts'
import { ticketStates, warningKinds } from './ticket.ts'

/** Said at a desk without being asked for; who hears which stands in `notices/desk.notices.ts`. */
export const ofAlerts = z.discriminatedUnion('type', [
  event({
    topic: 'alert',
    types: ['danger'],
    on: 'danger to life or property in a ticket; or in a call, with the emergency number to ring and the words that said so',
    id: 'ticket or call',
    tells: z.union([
      facts({
        danger: z.enum(dangers),
        number: z.string(),
        citizenId: z.string(),
        call: z.enum(emergencyNumbers).nullable(),
      }),
      facts({
        danger: z.enum(dangers),
        callId: z.string(),
        call: z.enum(emergencyNumbers),
        words: z.array(z.string()),
        citizenId: z.string(),
      }),
    ]),
  }),
  event({
    topic: 'alert',
    types: ['notSent'],
    on: 'a ticket that was to be sent to a unit could not leave: it changed meanwhile, or whoever sent it may no longer',
    id: 'ticket',
    tells: facts({ number: z.string(), state: z.enum(ticketStates) }),
  }),
  event({
    topic: 'alert',
    types: ['dangerInDraft'],
    on: 'danger to life or property in what an agent writes down, as yet in no ticket and no call',
    id: 'draft',
    tells: facts({
      danger: z.enum(dangers),
      call: z.enum(emergencyNumbers),
      words: z.array(z.string()),
      citizenId: z.string(),
    }),
  }),
  event({
    topic: 'alert',
    types: ['transferred'],
    on: 'a colleague passes a call on to an agent',
    id: 'call',
    tells: facts({ citizenId: z.string() }),
  }),
  event({
    topic: 'alert',
    types: ['text'],
    on: 'a text came that the program could not settle: a person must look at it',
    id: 'citizen',
    tells: facts({ citizenId: z.string() }),
  }),
  event({
    topic: 'alert',
    types: ['handled'],
    on: 'a danger that a desk was told of has been handled by somebody',
    id: 'notice',
    tells: facts({ by: z.string() }),
  }),
  event({
    topic: 'alert',
    types: ['read'],
    on: 'the listener has read notices, perhaps elsewhere',
    id: 'account',
    tells: facts({}),
  }),
  event({
    topic: 'alert',
    types: ['recordingAbsent'],
    on: 'the carrier made no recording of a call',
    id: 'call',
    tells: facts({ recordingId: z.string(), state: z.enum(recordingStates) }),
  }),
  event({
    topic: 'alert',
    types: ['recordingLost'],
    on: 'a recording could not be fetched from the carrier',
    id: 'call',
    tells: facts({ recordingId: z.string() }),
  }),
  event({
    topic: 'alert',
    types: ['recordingUnplaced'],
    on: 'the carrier has a recording that belongs to no known call',
    id: "the carrier's id of the recording",
    tells: facts({ state: z.enum(recordingStates) }),
  }),
  event({
    topic: 'alert',
    types: ['answeredOut'],
    on: 'a number was answered by the program as often within an hour as it may be (`most`); its texts wait for a person',
    id: 'citizen',
    tells: facts({ most: z.int() }),
  }),
  event({
    topic: 'alert',
    types: warningKinds,
    on: 'something of a ticket falls due: level 1 near, 2 very near, 3 passed; of one that nobody dispatched, or that waits for somebody, the count of reminders',
    id: 'ticket',
    tells: facts({
      number: z.string(),
      state: z.enum(ticketStates),
      level: z.int(),
      dueAt: z.iso.datetime().nullable(),
    }),
  }),
])
