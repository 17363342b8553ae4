import { elements, type Element, type IntakeForm } from '../contacts/intake.models.ts'

const signs: Record<Exclude<Element, 'place'>, RegExp> = {
  time: /\d+\s*(?:点|日|天|周|小时|分钟|个?月|年|am|pm)|[一二两三四五六七八九十几半数]个?(?:小时|天|周|星期|月|年)|[今昨前明后]天|[昨今明]晚|今早|上午|下午|晚上|夜里|半夜|凌晨|早上|早晨|中午|傍晚|刚才|刚刚|目前|现在|最近|长期|一直|经常|每天|连续|上周|本周|星期|周[一二三四五六日末]|today|yesterday|tonight|morning|afternoon|evening|night|\bago\b|\bsince\b|week|month|\bdays?\b|hour/i,
  person:
    /我|本人|邻居|居民|业主|租客|住户|老人|孩子|小孩|学生|家长|师傅|司机|车主|老板|员工|工人|公司|物业|单位|商家|店|医院|学校|施工|\b(?:i|my|we|our|neighbou?rs?|residents?|owner|company|landlord|driver|shop)\b/i,
  cause:
    /因为|由于|原因|导致|造成|所以|不亮|不通|不给|不让|没有|没人|坏|破|漏|堵|停|断|吵|噪|臭|脏|乱|拖欠|拒绝|占|违|损|塌|超|涨|丢|缺|because|broken|leak|noise|block|fail|stop|dirty|refus|not work|without|illegal/i,
  result:
    /希望|要求|请|恳请|建议|尽快|想|能否|可否|是否|怎么|如何|咨询|反映|处理|解决|维修|修|清理|赔偿|退款|退还|整改|查处|please|want|hope|would like|ask|fix|repair|refund|how (?:do|can|to)|could/i,
}

/** The fields of the form that elements are read from. */
type Told = Pick<IntakeForm, 'text' | 'place' | 'districtId' | 'streetId' | 'elements'>

/** Whether anything stands where an element is told: the place has fields of its own, the other four are in the request. */
export const isFilled = (form: Told, element: Element): boolean =>
  element === 'place'
    ? form.place.trim() !== '' || form.streetId !== undefined || form.districtId !== undefined
    : form.text.trim() !== ''

/**
 * Which of the five elements (时、地、人、因、果) the form tells. A reading of words, so that nothing is forgotten while the citizen is still
 * on the line; what the agent ticks counts instead, as long as anything stands in the field.
 */
export const readElements = (form: Told): Record<Element, boolean> => {
  const read = (element: Element): boolean => element === 'place' || signs[element].test(form.text)
  return asRecord(
    Object.fromEntries(
      elements.map((element) => [element, isFilled(form, element) && (form.elements[element] ?? read(element))]),
    ),
  )
}
/** `Object.fromEntries` over all elements forgets the keys. */
const asRecord = (entries: Record<string, boolean>) => entries as Record<Element, boolean>
