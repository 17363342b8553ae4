import { always } from './conditions.ts'
import type { CitizenNotice } from './notice.types.ts'

/** The questions of the follow-up (回访), and what its replies lead to. */
export const followUpNotices = {
  'followUp.contacted': {
    on: 'the follow-up of an answered ticket begins',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '【回访1/3】工单{number}：承办单位办理时是否与您联系过？回复1是，2否。',
    en: '[1/3] Request {number}: did the unit contact you? Reply 1 yes, 2 no.',
  },
  'followUp.solved': {
    on: 'the first question is answered',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '【回访2/3】您反映的问题解决了吗？回复1已解决，2未解决。',
    en: '[2/3] Is your problem solved? Reply 1 yes, 2 no.',
  },
  'followUp.satisfied': {
    on: 'the second question is answered',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '【回访3/3】您对办理结果满意吗？回复5非常满意，4满意，3基本满意，2不满意，1非常不满意。',
    en: '[3/3] How satisfied are you? Reply 5 very, 4 satisfied, 3 mostly, 2 not, 1 not at all.',
  },
  'followUp.reason': {
    on: 'the citizen is not satisfied and gave no reason, or a reply to that question was not understood',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '很抱歉没能让您满意。请回复说明原因，我们会据此重新办理。',
    en: 'We are sorry. Please reply with the reason, so that it can be handled again.',
  },
  'followUp.thanks': {
    on: 'every question is answered by text, and the ticket is not handled again',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '感谢您的评价，工单{number}回访完成。',
    en: 'Thank you. The follow-up of request {number} is complete.',
  },
  'followUp.byPhone': {
    on: 'a second reply to one question was not understood: the citizen is rung instead',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '没有看懂您对工单{number}的回复，工作人员会打电话向您回访。',
    en: 'Request {number}: we did not understand your reply; a member of staff will ring you.',
  },
  'followUp.again': {
    on: 'a reply to one of the three questions was not understood',
    when: always,
    to: 'citizen',
    purpose: 'followUp',
    zh: '没有看懂您对工单{number}的回复，请只回复一个选项数字。',
    en: 'Request {number}: we did not understand. Please reply with one of the numbers only.',
  },
} as const satisfies Record<string, CitizenNotice>
