import type { Grade } from '../vocabulary/catalogue.ts'
import type { RetentionKind, RetentionWay } from '../vocabulary/retention.ts'

/** Why data is kept so long: the instrument, or the project's own choice (grade D), which a city should replace by its own rule. */
interface Basis {
  zh: string
  en: string
  grade: Grade
}

/** How long one kind of data is kept, and what becomes of it then. */
export interface RetentionRule {
  /** What it is, for the documents. */
  what: string
  /** From when the days are counted. */
  from: string
  days: number
  /** The least that may be set, days, and why. */
  least: number
  leastBecause: string
  way: RetentionWay
  /** What goes and what stays. */
  result: string
  basis: Basis
  /** Of the program itself: looked at hourly, and from the first start on. Everything else goes at night's pace, and never in the first week. */
  program?: true
  /** Kept outside the program, by whoever runs it: the table names the period, nothing here can carry it out. */
  outside?: true
  /** Kinds that may not be kept longer than this one, for it is what they hang on. */
  atLeastAs?: readonly RetentionKind[]
}

const shortest: Basis = {
  zh: '《个人信息保护法》第十九条：保存期限为实现处理目的所必要的最短时间；天数为系统默认',
  en: 'Personal Information Protection Law art. 19: the shortest time that the purpose needs; the number is the project’s own',
  grade: 'D',
}
const own: Basis = { zh: '系统默认', en: 'the project’s own choice', grade: 'D' }
const none = 'no law sets one'

/**
 * Every kind of data that is kept for a time, in one place. A city sets its own periods (`PUT /api/retention/<kind>`), never below `least`.
 * What belongs to a ticket that is not over is never touched, whatever its age.
 */
export const retention: Readonly<Record<RetentionKind, RetentionRule>> = {
  recordings: {
    what: 'sound of calls and of messages left (录音)',
    from: 'the beginning of the recording',
    days: 365,
    least: 30,
    leastBecause: 'a follow-up, a redo and a complaint about the call come first (project)',
    way: 'erase',
    result: 'The row goes, and the file when no other row names it.',
    basis: shortest,
  },
  transcripts: {
    what: 'what was spoken in calls, line by line',
    from: 'the moment it was said',
    days: 365,
    least: 30,
    leastBecause: 'as recordings',
    way: 'erase',
    result: 'The lines go.',
    basis: shortest,
  },
  texts: {
    what: 'texts in either direction, and their pictures that belong to no ticket',
    from: 'the moment it was sent or received',
    days: 730,
    least: 30,
    leastBecause: 'as recordings',
    way: 'erase',
    result: 'The rows go, and the files when no other row names them. The ledger of who wants no texts stays.',
    basis: shortest,
  },
  strayTexts: {
    what: 'texts to a number that is no line of the hotline',
    from: 'the moment it was received',
    days: 90,
    least: 1,
    leastBecause: none,
    way: 'erase',
    result: 'The rows go.',
    basis: shortest,
  },
  contacts: {
    what: 'contacts that became no ticket: their words, and the numbers of their calls',
    from: 'the beginning of the contact; only once it is closed',
    days: 730,
    least: 30,
    leastBecause: 'as recordings',
    way: 'anonymise',
    result: 'Words and numbers go; channel, line, times and outcome stay for the figures.',
    basis: shortest,
  },
  tickets: {
    what: 'tickets that are over (closed, declined, handed over, withdrawn, terminated, merged with their main ticket)',
    from: 'the end of the ticket; of a merged one, the end of the ticket it was merged into as well',
    days: 1_095,
    least: 365,
    leastBecause: 'yearly reports and the reopening of a ticket (project)',
    way: 'anonymise',
    result:
      'Title, request, place, timeline, answers, reasons, files and the words of its contacts go; number, kind, matter, units, states, times and grades stay for reports.',
    basis: {
      zh: '《个人信息保护法》第十九条；三年参照《民法典》第一百八十八条普通诉讼时效，为本项目的理解',
      en: 'Personal Information Protection Law art. 19; three years after the general limitation of actions (Civil Code art. 188) is the project’s own reading',
      grade: 'D',
    },
  },
  citizens: {
    what: 'citizens without an open ticket',
    from: 'their last contact, and the end of their last ticket',
    days: 1_095,
    least: 365,
    leastBecause: 'as tickets',
    way: 'anonymise',
    result:
      'Number, name and note go, and whatever words, texts and recordings of theirs are left; their tickets’ figures stay. The same number is a new citizen afterwards.',
    basis: {
      zh: '《个人信息保护法》第十九条、第四十七条：处理目的已实现即应删除；天数为系统默认',
      en: 'Personal Information Protection Law arts. 19 and 47: erased when the purpose is reached; the number is the project’s own',
      grade: 'D',
    },
    atLeastAs: ['recordings', 'transcripts', 'texts', 'contacts', 'tickets'],
  },
  uploads: {
    what: 'files that were uploaded and that no act has named',
    from: 'the upload',
    days: 1,
    least: 1,
    leastBecause: 'a form may lie open overnight (project)',
    way: 'erase',
    result: 'The row goes, and the file when no other row names it.',
    basis: shortest,
  },
  drafts: {
    what: 'intake forms that were begun and left',
    from: 'the last change',
    days: 30,
    least: 1,
    leastBecause: none,
    way: 'erase',
    result: 'The row goes.',
    basis: shortest,
  },
  deskNotices: {
    what: 'what desks were told behind the bell, who has read it, and who handled a danger',
    from: 'the moment it was told; a danger only once somebody has handled it',
    days: 60,
    least: 2,
    leastBecause: 'it is still there after a weekend (project)',
    way: 'erase',
    result: 'The rows go. Who handled a danger stays in the audit.',
    basis: shortest,
  },
  audit: {
    what: 'who did what, when; sign-ins and refused ones with their address',
    from: 'the act',
    days: 1_096,
    least: 183,
    leastBecause:
      'Cybersecurity Law art. 21 (text of 2016; its numbering was amended): network logs at least six months',
    way: 'erase',
    result: 'The rows go.',
    basis: {
      zh: '《网络数据安全管理条例》第十二条：委托处理的记录至少保存三年（话务外包时适用）',
      en: 'Network Data Security Regulations art. 12: records of entrusted handling at least three years, where a contractor takes calls',
      grade: 'A',
    },
  },
  sessions: {
    what: 'sign-in sessions that have ended, with address and browser',
    from: 'the end of the session',
    days: 1,
    least: 0,
    leastBecause: 'the sign-in itself stands in the audit',
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  verifications: {
    what: 'second steps of a sign-in that nobody finished',
    from: 'their end',
    days: 0,
    least: 0,
    leastBecause: none,
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  signInTries: {
    what: 'failed tries to sign in, as hashes, for the limit of tries',
    from: 'the moment nothing is owed for them any more',
    days: 0,
    least: 0,
    leastBecause: 'the refused sign-in itself stands in the audit',
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  signInPlaces: {
    what: 'devices and addresses that an account was used from, as hashes',
    from: 'the last sign-in from there',
    days: 180,
    least: 1,
    leastBecause: none,
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  liveEvents: {
    what: 'events of the live stream',
    from: 'the event',
    days: 2,
    least: 1,
    leastBecause: 'a console that slept overnight goes on without reading everything again (project)',
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  effects: {
    what: 'texts and commands to the carrier that were done, failed or remained unknown (outbox)',
    from: 'their end',
    days: 90,
    least: 30,
    leastBecause: 'their keys keep an effect from happening twice (project)',
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  webhookKeys: {
    what: 'keys of webhooks that were taken',
    from: 'the webhook',
    days: 14,
    least: 2,
    leastBecause: 'they keep a repeated webhook from being taken twice; the carrier repeats within minutes (project)',
    way: 'erase',
    result: 'The rows go.',
    basis: own,
    program: true,
  },
  files: {
    what: 'files in the data folder that no row names',
    from: 'the moment the file was written; the row goes by its own kind',
    days: 0,
    least: 0,
    leastBecause: 'never within an hour of being written, for its row may be on its way',
    way: 'erase',
    result: 'The file goes.',
    basis: own,
  },
  networkLogs: {
    what: 'log lines of the server and of the proxy before it',
    from: 'the line',
    days: 190,
    least: 183,
    leastBecause:
      'Cybersecurity Law art. 21 (text of 2016; its numbering was amended): network logs at least six months',
    way: 'erase',
    result: 'Rotated by whoever runs the server; see operations.md.',
    basis: {
      zh: '《网络安全法》第二十一条（2016年文本，修订后条号有变）：网络日志留存不少于六个月',
      en: 'Cybersecurity Law art. 21 (text of 2016; its numbering was amended): network logs at least six months',
      grade: 'A',
    },
    outside: true,
  },
}
