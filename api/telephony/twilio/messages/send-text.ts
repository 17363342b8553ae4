import type { Twilio } from 'twilio'
import type { Config } from '../../../platform/config.ts'
import type { Telephony } from '../../telephony.port.ts'
import { placed } from '../placed.ts'
import { eventUrl } from '../urls.ts'

/** Sends one text (Twilio, “Message resource”); its news names our own id. */
export const createSendText =
  (client: Pick<Twilio, 'messages'>, config: Pick<Config, 'publicUrl'>): Telephony['sendText'] =>
  ({ from, to, body, messageId }) =>
    placed(() =>
      client.messages.create({
        from,
        to,
        body,
        statusCallback: eventUrl(config, `/twilio/messages/status?message=${messageId}`),
      }),
    )
