import type { LineSeed } from './seed.types.ts'

const recordingNotice = '为保障您的权益、提高服务质量，本次通话将被录音。'
const recordingNoticeEn = 'To protect your rights and improve our service, this call will be recorded.'

/** The published numbers of the sample city. The short codes are real service names, the E.164 numbers are invented. */
export const lines: LineSeed[] = [
  {
    code: '12345',
    number: '+862155512345',
    name: '12345政务服务便民热线',
    nameEn: '12345 City Hotline',
    mode: 'merged',
    greeting:
      '您好，这里是12345政务服务便民热线，全天24小时为您服务。遇有生命财产危险，请立即挂机拨打110、119、120或122。',
    greetingEn:
      'Hello, this is the 12345 city hotline, open 24 hours a day. If life or property is in danger, please hang up and call 110, 119, 120 or 122 now.',
    recordingNotice,
    recordingNoticeEn,
    hours: null,
  },
  {
    code: '12319',
    number: '+862155512319',
    name: '12319城建服务热线（已并入12345）',
    nameEn: '12319 Urban Construction Line (merged into 12345)',
    mode: 'merged',
    greeting:
      '您好，您拨打的12319城建服务热线已并入12345政务服务便民热线，道路、路灯、排水、绿化、市容等问题由我们统一受理。',
    greetingEn:
      'Hello, the 12319 urban construction line is now part of the 12345 city hotline. We take requests on roads, street lights, drains, greenery and street order.',
    recordingNotice,
    recordingNoticeEn,
    hours: null,
  },
  {
    code: '12333',
    number: '+862155512333',
    name: '12333人力资源和社会保障服务热线',
    nameEn: '12333 Human Resources and Social Security Line',
    mode: 'subCentre',
    greeting:
      '您好，这里是12333人力资源和社会保障服务热线，为您提供就业、社会保险、劳动关系等方面的政策咨询和投诉受理。',
    greetingEn:
      'Hello, this is the 12333 human resources and social security line, for questions and complaints about jobs, social insurance and labour relations.',
    recordingNotice,
    recordingNoticeEn,
    hours: { from: '08:30', to: '20:00', workingDaysOnly: true },
  },
  {
    code: '12315',
    number: '+862155512315',
    name: '12315市场监管投诉举报热线',
    nameEn: '12315 Market Regulation Line',
    mode: 'parallel',
    greeting:
      '您好，这里是12315市场监管投诉举报热线，受理消费投诉和市场违法行为举报。请说明商家名称、地址、时间和您的诉求。',
    greetingEn:
      'Hello, this is the 12315 market regulation line for consumer complaints and reports of unlawful trading. Please say the name and address of the business, the time, and what you ask for.',
    recordingNotice,
    recordingNoticeEn,
    hours: null,
  },
  {
    code: '114',
    number: '+862155500114',
    name: '114号码百事通转接专线',
    nameEn: '114 Directory Enquiries Transfer Line',
    mode: 'parallel',
    greeting: '您好，您正在由114查号台转接至12345政务服务便民热线，请说明您要咨询或反映的事项。',
    greetingEn:
      'Hello, directory enquiries 114 is passing you to the 12345 city hotline. Please tell us your question or request.',
    recordingNotice,
    recordingNoticeEn,
    hours: null,
  },
]
