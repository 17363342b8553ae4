import { always } from './conditions.ts'
import type { CitizenNotice } from './notice.types.ts'

/** What a caller hears who could not be spoken to. */
export const callNotices = {
  'call.callback': {
    on: 'a caller is promised to be rung back',
    when: always,
    to: 'citizen',
    purpose: 'notice',
    zh: '抱歉没能接听您拨打[[{line}]]的来电，我们会尽快回拨，请保持电话畅通。',
    en: 'Sorry we missed your call[[ to {line}]]. We will ring you back as soon as we can.',
  },
  'call.voicemail': {
    on: 'a caller left a message',
    when: always,
    to: 'citizen',
    purpose: 'notice',
    zh: '您在[[{line}]]的留言已收到，我们会尽快处理并与您联系。',
    en: 'We have your message[[ to {line}]] and will get back to you.',
  },
} as const satisfies Record<string, CitizenNotice>
