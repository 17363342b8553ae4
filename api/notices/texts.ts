import type { DangerKind, EmergencyNumber } from '../vocabulary/danger.ts'
import type { TextLocale } from '../messages/keywords/keywords.rules.ts'

/**
 * Everything the hotline writes by text, Chinese and English. A Chinese segment holds 70 characters (67 each when split), an
 * English one 160 (153): the frequent ones fit one segment with a number filled in; the test counts them.
 * `{name}` is filled in; a part in double square brackets is left out when its parameter is missing.
 */
export const texts = {
  'ticket.received': {
    zh: '您的诉求已登记，工单号{number}。回复“进度”查办理情况，“催办”催促，“撤销”撤回。本短信为服务通知，退订回TD。',
    en: 'Your request is registered: {number}. Text STATUS for progress, URGE to press it, WITHDRAW to take it back. STOP ends these service texts.',
  },
  'ticket.supplemented': {
    zh: '已将您补充的情况记入工单{number}。如是另一件事，请以“新诉求”开头重新发送。',
    en: 'We added this to request {number}. If it is another matter, text NEW: and what happened.',
  },
  'ticket.dispatched': {
    zh: '您的工单{number}已派发[[至{unit}]]办理[[，预计{due}前答复]]。回复“进度”可随时查询。',
    en: 'Your request {number} has been sent[[ to {unit}]][[; an answer is due by {due}]]. Text STATUS for progress.',
  },
  'ticket.answeredDirectly': {
    zh: '您的工单{number}答复如下：{answer}',
    en: 'Your request {number}, our answer: {answer}',
  },
  'ticket.declined': {
    zh: '您的工单{number}不予受理。{told}[[（可通过：{route}）]]',
    en: 'We cannot take up your request {number}. {told}[[ (Please turn to: {route})]]',
  },
  'ticket.transferredOut': {
    zh: '您的工单{number}已转由{to}处理。{told}',
    en: 'Your request {number} was passed on to {to}. {told}',
  },
  'ticket.answered': {
    zh: '您的工单{number}已有答复[[（{unit}）]]：{answer}',
    en: 'There is an answer to your request {number}[[ from {unit}]]: {answer}',
  },
  'ticket.extended': {
    zh: '您的工单{number}[[因{reason}]]需延长办理，预计{due}前答复，敬请谅解。',
    en: 'Your request {number} needs more time[[ ({reason})]]; the answer is now due by {due}.',
  },
  'ticket.paused': {
    zh: '您的工单{number}暂缓办理：{told}。如需补充，请直接回复本短信。',
    en: 'Your request {number} is on hold: {told}. Reply to this text to add anything.',
  },
  'ticket.redo': {
    zh: '您的工单{number}已重新交[[{unit}]]办理[[，预计{due}前答复]]。',
    en: 'Your request {number} is being handled again[[ by {unit}]][[; an answer is due by {due}]].',
  },
  'ticket.withdrawn': { zh: '已按您的意愿撤销工单{number}。', en: 'Request {number} is withdrawn as you wished.' },
  'ticket.terminated': {
    zh: '您的工单{number}已终止办理。[[{told}]]',
    en: 'Work on your request {number} has ended. [[{told}]]',
  },
  'ticket.merged': {
    zh: '您的工单{number}已与[[工单{main}]]同一事项合并办理，结果会告知您。',
    en: 'Your request {number} is handled together with the same matter[[ ({main})]]; you will hear the result.',
  },

  'call.callback': {
    zh: '抱歉没能接听您拨打[[{line}]]的来电，我们会尽快回拨，请保持电话畅通。',
    en: 'Sorry we missed your call[[ to {line}]]. We will ring you back as soon as we can.',
  },
  'call.voicemail': {
    zh: '您在[[{line}]]的留言已收到，我们会尽快处理并与您联系。',
    en: 'We have your message[[ to {line}]] and will get back to you.',
  },

  'followUp.contacted': {
    zh: '【回访1/3】工单{number}：承办单位办理时是否与您联系过？回复1是，2否。',
    en: '[1/3] Request {number}: did the unit contact you? Reply 1 yes, 2 no.',
  },
  'followUp.solved': {
    zh: '【回访2/3】您反映的问题解决了吗？回复1已解决，2未解决。',
    en: '[2/3] Is your problem solved? Reply 1 yes, 2 no.',
  },
  'followUp.satisfied': {
    zh: '【回访3/3】您对办理结果满意吗？回复5非常满意，4满意，3基本满意，2不满意，1非常不满意。',
    en: '[3/3] How satisfied are you? Reply 5 very, 4 satisfied, 3 mostly, 2 not, 1 not at all.',
  },
  'followUp.reason': {
    zh: '很抱歉没能让您满意。请回复说明原因，我们会据此重新办理。',
    en: 'We are sorry. Please reply with the reason, so that it can be handled again.',
  },
  'followUp.thanks': {
    zh: '感谢您的评价，工单{number}回访完成。',
    en: 'Thank you. The follow-up of request {number} is complete.',
  },
  'followUp.redo': {
    zh: '已记录您的意见，工单{number}将重新办理，办结后再次回访您。',
    en: 'We noted your reason. Request {number} will be handled again and we will ask you once more.',
  },

  'followUp.again': {
    zh: '没有看懂您对工单{number}的回复，请只回复一个选项数字。',
    en: 'Request {number}: we did not understand. Please reply with one of the numbers only.',
  },

  help: {
    zh: '直接发短信说明情况即可反映诉求。回复“进度”查询，“催办”催促，“撤销”撤回，“评价”评价；后面可加工单号。退订回TD，恢复回“恢复”。紧急情况请拨110、119、120、122。',
    en: 'Text us what happened to make a request. STATUS, URGE, WITHDRAW or RATE, with a number if you have several. STOP ends texts, START resumes. Emergencies: 110, 119, 120, 122.',
  },
  resumed: { zh: '已恢复向您发送服务短信。', en: 'You will receive our service texts again.' },
  'danger.new': {
    zh: '{advice}！情况已登记为特急，工单号{number}，值班人员已收到提醒。',
    en: '{advice}! Registered as critical, {number}; staff on duty are alerted.',
  },
  'danger.again': {
    zh: '{advice}！您的情况已补充至特急工单{number}，值班人员已收到提醒。',
    en: '{advice}! Added to critical request {number}; staff on duty are alerted.',
  },
  'progress.one': {
    zh: '工单{number}：{state}[[，承办单位：{unit}]][[，预计{due}前答复]]。',
    en: 'Request {number}: {state}[[, with {unit}]][[, answer due by {due}]].',
  },
  'progress.more': {
    zh: '另有{count}件，回复工单号可逐件查询。',
    en: '{count} more: text a request number to see each.',
  },
  'progress.none': {
    zh: '您目前没有正在办理的工单。直接发短信说明情况即可反映诉求。',
    en: 'You have no open request. Text us what happened to make one.',
  },
  'number.unknown': {
    zh: '没有查到工单{number}。请核对号码，只能查询本机号码反映的工单。',
    en: 'No request {number} was made from this phone. Please check the number.',
  },
  'urge.done': {
    zh: '已催办工单{number}，承办单位会收到提醒。',
    en: 'We have pressed request {number}; the unit is reminded.',
  },
  'urge.early': {
    zh: '已记下您的催办，工单{number}目前为“{state}”，我们会尽快处理。',
    en: 'We noted that request {number} is urgent to you. It is {state}; we will see to it as soon as we can.',
  },
  'urge.not': {
    zh: '工单{number}目前为“{state}”，不需要催办。',
    en: 'Request {number} is “{state}”; there is nothing to urge.',
  },
  'withdraw.confirm': {
    zh: '确定撤销工单{number}（{title}）吗？回复1确认撤销，回复2不撤销。',
    en: 'Withdraw request {number} ({title})? Reply 1 to withdraw, 2 to keep it.',
  },
  'withdraw.kept': { zh: '工单{number}继续办理，未撤销。', en: 'Request {number} stays open.' },
  'withdraw.not': {
    zh: '工单{number}目前为“{state}”，不能撤销。',
    en: 'Request {number} is “{state}” and can no longer be withdrawn.',
  },
  'rate.none': {
    zh: '您目前没有待评价的工单。办结后我们会短信请您评价。',
    en: 'No request is waiting for your rating. We will ask you once one is answered.',
  },
  'rate.how': {
    zh: '请按上一条回访短信的提示，只回复一个选项数字。',
    en: 'Please reply with one of the numbers in our last question.',
  },
  'text.kept': {
    zh: '您的短信已收到，工作人员会尽快查看。',
    en: 'We have your text; a member of staff will look at it soon.',
  },
  'ask.supplement': {
    zh: '收到。这是关于哪一件？请回复数字：\n{list}',
    en: 'Received. Which request is this about? Reply with the number:\n{list}',
  },
  'ask.urge': {
    zh: '要催办哪一件？请回复数字：\n{list}',
    en: 'Which request do you want to urge? Reply with the number:\n{list}',
  },
  'ask.withdraw': {
    zh: '要撤销哪一件？请回复数字：\n{list}',
    en: 'Which request do you want to withdraw? Reply with the number:\n{list}',
  },
  'ask.newItem': { zh: '新的诉求', en: 'A new request' },
  'ask.noneItem': { zh: '都不是', en: 'None of these' },
  'ask.range': {
    zh: '请回复1到{last}之间的数字：\n{list}',
    en: 'Please reply with a number from 1 to {last}:\n{list}',
  },
  'ask.dropped': { zh: '好的，未作改动。', en: 'All right, nothing was changed.' },
  'ask.expired': {
    zh: '24小时内未收到您的选择，已按新诉求登记，工单号{number}。',
    en: 'We had no choice from you within 24 hours and registered a new request: {number}.',
  },
  'ask.filed': {
    zh: '您之前的短信已按新诉求登记，工单号{number}。',
    en: 'Your earlier text is registered as a new request: {number}.',
  },
  'ask.reopen': {
    zh: '工单{number}已办结。回复1重新办理该工单，回复2作为新的诉求。',
    en: 'Request {number} is closed. Reply 1 to have it handled again, 2 to make a new request.',
  },
  'ask.confirm': { zh: '请回复1或2。', en: 'Please reply 1 or 2.' },
  'new.how': {
    zh: '请直接发短信写明时间、地点和情况，我们会登记新的工单。',
    en: 'Please text what happened, where and when, and we will register a new request.',
  },
  'choice.none': {
    zh: '目前没有等待您选择的问题。反映情况请直接写明，查询请回复“进度”。',
    en: 'No question is open. Text what happened, or STATUS for progress.',
  },
  pictures: { zh: '（图片{count}张）', en: '({count} picture(s))' },
  'text.empty': {
    zh: '收到一条空短信。请写明时间、地点和情况。',
    en: 'Your text was empty. Please tell us what happened, where and when.',
  },
} as const satisfies Record<string, Record<TextLocale, string>>
export type TextName = keyof typeof texts

/** What to do first in a danger, before what became of the text: short, one number to call, nothing that suits another danger. */
const firstAdvice = {
  gas: {
    zh: '请勿开关电器、勿用明火，立即撤到室外并拨打{call}',
    en: 'Touch no switch and no flame, get outside and call {call} now',
  },
  fire: { zh: '请立即撤离，不要乘电梯，并拨打{call}', en: 'Get out, do not use the lift, and call {call} now' },
  collapse: { zh: '请立即撤到安全处并拨打{call}', en: 'Get to a safe place and call {call} now' },
  explosion: { zh: '请立即撤到安全处并拨打{call}', en: 'Get to a safe place and call {call} now' },
  electricShock: {
    zh: '请勿靠近、触碰带电处，立即拨打{call}',
    en: 'Keep away from anything that may be live and call {call} now',
  },
  injury: { zh: '如有人伤病，请立即拨打{call}', en: 'If anyone is hurt or ill, call {call} now' },
  suicide: {
    zh: '请不要独自面对，立即拨打{call}，也可拨心理援助热线12356',
    en: 'Please do not face this alone: call {call} now, or 12356 to talk to somebody',
  },
  violence: { zh: '请先保证自身安全，立即拨打{call}', en: 'Keep yourself safe first and call {call} now' },
  drowning: {
    zh: '请立即拨打{call}，不要贸然下水',
    en: 'Call {call} now and do not go into the water yourself',
  },
  traffic: { zh: '请先撤到路外安全处，立即拨打{call}', en: 'Get off the road to safety and call {call} now' },
  trapped: { zh: '请保持冷静，立即拨打{call}', en: 'Stay calm and call {call} now' },
  missing: { zh: '请立即拨打{call}报警', en: 'Call {call} now' },
} as const satisfies Record<DangerKind, Record<TextLocale, string>>

/** The first words of the answer to a danger; `call` is the number that takes it. */
export const dangerAdvice = (kind: DangerKind, call: EmergencyNumber, locale: TextLocale): string =>
  firstAdvice[kind][locale].replace('{call}', call)

/** Ticket states as a citizen reads them. */
export const stateNames = {
  received: { zh: '已登记，待受理', en: 'registered' },
  accepted: { zh: '已受理', en: 'accepted' },
  awaitingDispatch: { zh: '已受理，待派单', en: 'accepted, being assigned' },
  dispatched: { zh: '已派单，待签收', en: 'sent to the unit' },
  handling: { zh: '办理中', en: 'being handled' },
  answered: { zh: '已办理，答复审核中', en: 'answer under review' },
  awaitingFollowUp: { zh: '已答复，待回访', en: 'answered, please rate it' },
  closed: { zh: '已办结', en: 'closed' },
  returnRequested: { zh: '派单核实中', en: 'responsibility being checked' },
  paused: { zh: '暂缓办理', en: 'on hold' },
  declined: { zh: '不予受理', en: 'not taken up' },
  transferredOut: { zh: '已转交其他部门', en: 'passed on' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
  terminated: { zh: '已终止', en: 'ended' },
  merged: { zh: '已并案办理', en: 'handled with another request' },
} as const

export const isTextName = (name: string): name is TextName => Object.hasOwn(texts, name)

/** Fills a text in. A bracketed part whose parameter is missing or empty is left out; parameters are never read as templates. */
export const renderText = (
  name: TextName,
  locale: TextLocale,
  params: Readonly<Record<string, string>> = {},
): string => {
  const fill = (part: string) => part.replaceAll(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '')
  const isComplete = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, key]) => key !== undefined && (params[key] ?? '') !== '')
  return texts[name][locale]
    .split(/(\[\[.*?\]\])/)
    .map((part) => (part.startsWith('[[') ? (isComplete(part) ? fill(part.slice(2, -2)) : '') : fill(part)))
    .join('')
    .trim()
}

/** A ticket number as it is read out and texted: three groups of four. */
export const groupedNumber = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
