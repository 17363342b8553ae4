import type twilio from 'twilio'
import type { Telephony } from '../telephony.port.ts'

const most = 50

/** The list of messages (Twilio, “Message resource”): by receiver and sender, newest first. */
export const createTextsTo = (client: Pick<ReturnType<typeof twilio>, 'messages'>): Pick<Telephony, 'textsTo'> => ({
  textsTo: async (to, from) => {
    try {
      const list = await client.messages.list({ to, from, limit: most })
      return list.map(({ sid, body, status, errorCode, dateCreated }) => ({
        ref: sid,
        body,
        status,
        errorCode: errorCode ? String(errorCode) : null,
        takenAt: dateCreated,
      }))
    } catch (error) {
      return { unknown: true, message: error instanceof Error ? error.message : String(error) }
    }
  },
})
