/** What a template leaves open, as staff see it until it is filled in. `number` and `unit` are known where the conversation has a ticket. */
export const blankNames = {
  number: { zh: '工单号', en: 'request number' },
  unit: { zh: '承办单位', en: 'unit' },
  time: { zh: '时间', en: 'time' },
  documents: { zh: '材料', en: 'documents' },
  office: { zh: '受理部门', en: 'office' },
  phone: { zh: '电话', en: 'telephone' },
} as const
export type BlankName = keyof typeof blankNames

/** Words that a hotline office texts again and again: what for, and the text in both languages with its blanks in braces. */
export interface Template {
  purpose: string
  purposeEn: string
  zh: string
  en: string
}

/** The templates of texts by staff, in the order in which they are offered. */
export const templates = {
  askPlace: {
    purpose: '询问地点',
    purposeEn: 'Ask for the place',
    zh: '您好，为尽快处理您反映的问题，请回复具体地点（路名、门牌号或附近标志物）。',
    en: 'To deal with your request soon, please reply with the exact place: street, house number or a landmark nearby.',
  },
  askDetails: {
    purpose: '补充情况',
    purposeEn: 'Ask for details',
    zh: '您好，请回复说明问题的具体情况和发生时间，如有照片可一并发送。',
    en: 'Please reply with what happened and when. You may send photos as well.',
  },
  checking: {
    purpose: '已收到，正在核实',
    purposeEn: 'Received, being checked',
    zh: '您好，您反映的问题已收到，正在核实，核实后与您联系。',
    en: 'We have received what you reported and are checking it. We will come back to you.',
  },
  inHand: {
    purpose: '正在办理',
    purposeEn: 'In hand',
    zh: '您好，您的工单{number}正由{unit}办理，有结果后会及时告知您。',
    en: 'Your request {number} is being dealt with by {unit}. We will tell you as soon as there is a result.',
  },
  unitWillCall: {
    purpose: '承办单位将联系',
    purposeEn: 'The unit will call',
    zh: '您好，{unit}工作人员将于{time}就工单{number}与您联系，请保持电话畅通。',
    en: '{unit} will contact you at {time} about your request {number}. Please keep your phone at hand.',
  },
  callMissed: {
    purpose: '去电未接通',
    purposeEn: 'Call not answered',
    zh: '您好，我们就工单{number}致电您未能接通，请回复方便接听的时间。',
    en: 'We called you about your request {number} and could not reach you. Please reply when we may call.',
  },
  documents: {
    purpose: '补充材料',
    purposeEn: 'Ask for documents',
    zh: '您好，办理工单{number}还需要您提供：{documents}。',
    en: 'To deal with your request {number} we still need from you: {documents}.',
  },
  sameMatter: {
    purpose: '同一事项已在办理',
    purposeEn: 'Already being dealt with',
    zh: '您好，您反映的问题与工单{number}为同一事项，正在一并办理，不必重复反映。',
    en: 'What you reported belongs to your request {number} and is dealt with there. You need not report it again.',
  },
  elsewhere: {
    purpose: '不属受理范围',
    purposeEn: 'Not for the hotline',
    zh: '您好，您反映的问题不属于热线受理范围，请向{office}反映，电话{phone}。',
    en: 'The hotline cannot take up what you reported. Please turn to {office}, telephone {phone}.',
  },
  thanks: {
    purpose: '感谢反映',
    purposeEn: 'Thanks',
    zh: '感谢您的反映。如问题再次出现，请回复短信或来电。',
    en: 'Thank you for telling us. Should it happen again, please text or call us.',
  },
} as const satisfies Record<string, Template>
