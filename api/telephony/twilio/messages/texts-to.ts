import type { Twilio } from 'twilio'
import type { Telephony } from '../../telephony.port.ts'
import { toTextReport } from './text-report.ts'

const most = 50

/** The list of messages (Twilio, “Message resource”): by receiver and sender, newest first. */
export const createTextsTo = (client: Pick<Twilio, 'messages'>): Pick<Telephony, 'textsTo'> => ({
  textsTo: async (to, from) => {
    try {
      const list = await client.messages.list({ to, from, limit: most })
      return list.map(({ sid, body, status, errorCode, dateCreated }) => ({
        ...toTextReport(sid, status, errorCode ? String(errorCode) : null),
        body,
        takenAt: dateCreated,
      }))
    } catch (error) {
      return { unknown: true, message: error instanceof Error ? error.message : String(error) }
    }
  },
})
