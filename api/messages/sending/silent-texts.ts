import type { Job } from '../../platform/jobs.ts'
import { silentMessages, findMessage } from '../messages.store.ts'
import type { SendingDeps } from '../messages.types.ts'
import { settleMessage } from './send-text.ts'

/** How far back is looked, ms. */
const window = 2 * 86_400_000

/** Texts whose sender died before it could note the result show what the outbox knows: `unknown`, or `failed`. */
export const silentTextsJob = (deps: SendingDeps): Job => ({
  name: 'messages.silent',
  everyMs: 60_000,
  run: async () => {
    const rows = await silentMessages(deps.db, new Date(deps.clock.now().getTime() - window))
    for (const { id, outboxState } of rows) {
      const message = await findMessage(deps.db, id)
      if (message?.status === 'pending')
        await settleMessage(deps, message, outboxState === 'unknown' ? 'unknown' : 'failed')
    }
    return rows.length
  },
})
