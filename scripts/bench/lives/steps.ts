import type { Client } from './client.ts'
import type { TextRequest } from '../signed-texts.ts'

/** One life as it goes on: a text, five acts of staff, three answers by text. */
export interface Life {
  ticketId: string
  version: number
  /** The request and the answers, signed beforehand. */
  texts: readonly TextRequest[]
}

/** One write of a life. `after`: what must have passed since the step before it, ms; nobody answers a question sooner than it can be read. */
export interface Step {
  name: string
  after: number
  make(client: Client, life: Life): Promise<void>
}

/** Whom the sample city has for these acts. */
const [dispatcher, unitStaff, reviewer] = ['dispatch1', 'putuo-1', 'review1'] as const
export const staff = [dispatcher, unitStaff, reviewer]
/** Whose unit has the tickets. */
export const handler = unitStaff

/** How long a question is read, ms: what comes within two seconds was on its way before. */
const reading = 2_100

const texted = (name: string, at: number, after: number): Step => ({
  name,
  after,
  make: (client, { texts }) => client.text(texts[at]),
})

const acted = (name: string, who: string, input: object): Step => ({
  name,
  after: 0,
  make: async (client, life) => {
    const body = { action: name, version: life.version, input }
    const answer = await client.ask(who, 'POST', `/api/tickets/${life.ticketId}/actions`, body)
    life.version = answer.version
  },
})

/** The nine writes of a life from the text to the close. `unitId`: that of the `handler`. */
export const stepsOf = (unitId: string): readonly Step[] => [
  texted('text', 0, 0),
  acted('dispatch', dispatcher, { leadUnitId: unitId }),
  acted('sign', unitStaff, {}),
  acted('firstContact', unitStaff, { how: 'phone', reached: true, text: '已与市民电话联系。' }),
  acted('answer', unitStaff, { text: '路灯线路已修复，当晚恢复照明。', result: '现场更换电缆接头，试灯正常。' }),
  acted('passReview', reviewer, {}),
  texted('contacted?', 1, reading),
  texted('solved?', 2, reading),
  texted('satisfied?', 3, reading),
]
