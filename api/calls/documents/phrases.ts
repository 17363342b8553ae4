import type { Line } from '../../directory/directory.ts'

/** One sentence the hotline speaks, in both languages. */
export interface Phrase {
  zh: string
  en: string
}

const people = (count: number) => (count === 1 ? 'There is 1 caller' : `There are ${count} callers`)

const hours = (line: Pick<Line, 'hours'>) => {
  if (!line.hours) return { zh: '', en: '' }
  const { from, to, workingDaysOnly } = line.hours
  return {
    zh: `服务时间为${workingDaysOnly ? '工作日' : '每天'}${from}至${to}。`,
    en: `We are open ${workingDaysOnly ? 'on working days' : 'every day'} from ${from} to ${to}. `,
  }
}

/** What the hotline says by itself; the lines' own greetings and notices are data of the city. */
export const phrases = {
  ahead: (count: number): Phrase =>
    count === 0
      ? { zh: '您是下一位，请稍候。', en: 'You are next. Please hold.' }
      : { zh: `您前面还有${count}位市民在等候，请稍候。`, en: `${people(count)} ahead of you. Please hold.` },
  callbackOffer: {
    zh: '不便等候请按1，我们会尽快回拨；留言请按2。',
    en: 'To be called back, press 1. To leave a message, press 2.',
  },
  voicemailOffer: { zh: '留言请按2。', en: 'To leave a message, press 2.' },
  callbackPromised: { zh: '已登记，我们会尽快给您回电。', en: 'We will call you back as soon as we can.' },
  closed: (line: Pick<Line, 'hours'>): Phrase => ({
    zh: `现在不在服务时间内。${hours(line).zh}`,
    en: `This line is closed now. ${hours(line).en}`.trim(),
  }),
  nobody: { zh: '现在没有话务员在岗，请您留言。', en: 'No agent is available now.' },
  leaveMessage: {
    zh: '请在提示音后留言，说明时间、地点和您的诉求，按井号键结束。如有生命财产危险，请立即拨打110、119或120。',
    en: 'Please leave a message after the tone and press hash to finish. If life or property is in danger, call 110, 119 or 120 now.',
  },
  voicemailThanks: {
    zh: '留言已收到，我们会尽快与您联系。再见。',
    en: 'We have your message and will contact you. Goodbye.',
  },
  connecting: { zh: '正在为您接通。', en: 'Connecting you now.' },
  held: { zh: '请稍候，通话保持中。', en: 'Please hold the line.' },
  apology: {
    zh: '抱歉，通话中断，正在为您优先转接其他话务员。',
    en: 'We are sorry for the interruption. You are first in line for another agent.',
  },
  ringing: (line: Pick<Line, 'name' | 'nameEn'>): Phrase => ({
    zh: `您好，这里是${line.name}。`,
    en: `Hello, this is ${line.nameEn}.`,
  }),
  goodbye: { zh: '感谢您的来电，再见。', en: 'Thank you for calling. Goodbye.' },
} as const
