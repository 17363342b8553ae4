import type { Urgency } from '../vocabulary/catalogue.ts'
import { urgencies } from '../vocabulary/catalogue.ts'
import type { DangerFinding } from './danger/danger.rules.ts'
import { matchesOf } from './text.rules.ts'

/** What makes a request more pressing than its matter usually is. Against normalised text. */
const cues: { level: Urgency; pattern: RegExp }[] = [
  {
    level: 'urgent',
    pattern:
      /(?<!着|焦|不|心)(?:很|非常|特别|十分|太|万分)急|紧急|急需|救急|加急|十万火急|马上(?:来|派|处理)|立即(?:处理|派)|刻不容缓|\b(?:urgent(?:ly)?|immediately|asap|as soon as possible|emergency|right away)\b/g,
  },
  {
    level: 'urgent',
    pattern:
      /(?:全|整)个?(?:小区|栋|幢|楼|村|条街|片).{0,8}(?:停(?:水|电|气|暖)|断(?:水|电|气)|没(?:水|电|气))|(?:停水|停电|断水|断电|没水|没电|停气).{0,6}(?:[两二三四五六七八九十几\d]+(?:天|个?小时)|一整?天|一夜)|\bno (?:water|power|electricity|heating|gas) (?:for|since|in the whole)\b|\bwhole (?:building|block|street|compound|village) (?:has no|without)\b/g,
  },
  {
    level: 'urgent',
    pattern:
      /(?:水管|管道|自来水|暖气管?).{0,4}(?:爆|破)(?:了|裂)|爆管|(?:水|污水|粪水).{0,4}(?:倒灌|喷|涌)|(?:窨井|井)盖.{0,5}(?:没|丢|缺|不见|塌|翻|坏|破)|红绿灯.{0,6}(?:不亮|坏|失灵|故障)|(?:进|淹|积)水.{0,6}(?:膝|半米|家里|屋里|地下室)|\b(?:burst (?:pipe|water main)|water main|manhole cover (?:is )?(?:missing|gone|open|broken)|traffic lights? (?:is |are )?(?:out|broken|not working|down)|flood(?:ed|ing))\b/g,
  },
  {
    level: 'urgent',
    pattern:
      /(?:独居|瘫痪|卧床|透析|病危|残疾).{0,10}(?:老人|母亲|父亲|病人|患者)|(?:老人|孕妇|婴儿|新生儿|病人).{0,10}(?:等着|急用|吸氧|呼吸机|没法|断)|氧气|呼吸机|\b(?:oxygen|ventilator|dialysis|newborn|disabled|bedridden)\b/g,
  },
]

const rank = (level: Urgency): number => urgencies.indexOf(level)
const higher = (a: Urgency, b: Urgency): Urgency => (rank(a) >= rank(b) ? a : b)

/**
 * How pressing a request is: at least what its likely matter says; more by the words. Danger is critical whatever the matter,
 * danger that is feared is urgent.
 */
export const findUrgency = (
  text: string,
  ofMatter: Urgency,
  { danger, feared }: DangerFinding,
): { value: Urgency; why: string[] } => {
  if (danger) return { value: 'critical', why: danger.words }
  let value = feared.length > 0 ? higher(ofMatter, 'urgent') : ofMatter
  const why = [...feared]
  for (const { level, pattern } of cues) {
    const found = matchesOf(pattern, text).map((match) => match[0].trim())
    if (found.length === 0) continue
    value = higher(value, level)
    why.push(...found)
  }
  return { value, why: [...new Set(why)].slice(0, 5) }
}
