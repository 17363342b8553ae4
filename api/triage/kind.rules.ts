import type { Kind } from '../vocabulary/catalogue.ts'
import { kinds } from '../vocabulary/catalogue.ts'

/** Turns of speech that tell what a citizen wants, and how many times likelier they make it. Against normalised text. */
const cues: { kind: Kind; factor: number; pattern: RegExp }[] = [
  {
    kind: 'violationReport',
    factor: 90,
    pattern:
      /我?要?(?:实名|匿名)?举报|检举|揭发|\b(?:i (?:want|would like|need) to )?report(?:ing)? (?:a |an |the |this |some )?(?:illegal|violation|fraud|crime|unlicensed|corrupt\w*|bribe\w*|tax|unsafe|fake|counterfeit)|\bwhistle-?blow\w*|\btip[- ]?off\b/,
  },
  {
    kind: 'violationReport',
    factor: 5,
    pattern:
      /无证|无照|违法|违规|非法|偷(?:排|税|倒)|贪污|受贿|假冒|黑(?:车|作坊|诊所|中介)|\b(?:illegal(?:ly)?|unlicensed|without a licen[cs]e|fraud\w*|counterfeit)\b/,
  },
  {
    kind: 'complaint',
    factor: 25,
    pattern:
      /投诉|控诉|\b(?:i (?:want|would like|need) to )?(?:complain|file a complaint|make a complaint|complaint about)\b/,
  },
  {
    kind: 'complaint',
    factor: 3,
    pattern:
      /态度(?:恶劣|差|不好)|不满|推诿|踢皮球|乱收费|扰民|太(?:吵|差|过分|离谱|脏|臭)|没人管|不作为|骂人|拒(?:载|绝)|\b(?:rude|unacceptable|ridiculous|terrible|disgusting|overcharg\w*|ignored|fed up|refus\w+|nobody cares)\b/,
  },
  {
    kind: 'suggestion',
    factor: 90,
    pattern:
      /建议|(?:提|有)(?:个|一个|点|一点)?(?:意见|想法)|能否(?:增|加|设|开|改|延)|(?:希望|最好)(?:能|可以)?(?:增(?:加|设)|加装|开通|延长|设置|多设|优化|改善)|\b(?:i )?(?:suggest|propose|recommend)\b|\b(?:suggestion|it would be (?:better|nice|great)|why not (?:add|set|build|open|put)|please consider|how about (?:adding|opening))\b/,
  },
  {
    kind: 'inquiry',
    factor: 12,
    pattern:
      /请问|咨询|想(?:问|了解|知道|请教)|问一下|打听|怎么(?:办理?|申请|查|交|缴|领|报|弄|算|提取|开|预约|落户|转|样才能)|如何(?:办理?|申请|查|缴|领|报|提取|预约|转|才能)|(?:需要|要带|带)(?:什么|哪些)|什么(?:条件|材料|手续|流程|时候|政策|要求|地方(?:办|领|交))|(?:多少钱|哪里(?:办|领|查|交|可以)|在哪(?:里|儿)?(?:办|领|交|查)|几点(?:上班|下班|开门|关门)|能不能(?:办|申请|领|报)|(?:可以|能)(?:办|申请|领|报销?|提取)吗|符合.{0,6}吗)|\b(?:how (?:do|can|to|much|long|many)|where (?:do|can|is|to)|what (?:documents?|do i need|is the|are the)|when (?:does|is|will|can)|which (?:documents?|office)|am i eligible|can i (?:apply|get|use|pay|renew|register)|i would like to know|could you tell me|do i need|is it possible to)\b/,
  },
  {
    kind: 'help',
    factor: 8,
    pattern:
      /求助|帮(?:帮|我|忙|一下|助)|请(?:派|安排|尽快|帮|来人|及时|抓紧)|(?:坏|堵|断|漏|停|倒|破|掉|爆|裂|不亮)了|麻烦(?:派|来|修|处理|尽快)|(?:需要|请|求|赶紧|尽快)(?:来?修|维修|处理|清理|疏通|更换)|不亮|不通|没水|没电|\b(?:please (?:help|fix|repair|send|clean|remove|come)|need help|can (?:you|someone) (?:fix|help|send|come|repair|clean)|is (?:broken|out|blocked|leaking|down|stuck|missing|not working)|doesn'?t work|not working|burst|clogged)\b/,
  },
]

/** How often each kind comes when nothing is known. */
const usual: Record<Kind, number> = {
  inquiry: 0.35,
  help: 0.25,
  complaint: 0.28,
  violationReport: 0.06,
  suggestion: 0.06,
}
/** How far a matter's kind is believed: people also complain about what the catalogue calls help. */
const trust = 0.75

/**
 * What the citizen wants: the kinds of the likely matters, moved by the turns of speech. `ofMatters` = probability of each kind by
 * the matters alone (null when nothing was learnt). Null when neither says anything.
 */
export const findKind = (
  text: string,
  ofMatters: Record<Kind, number> | null,
): { value: Kind; confidence: number } | null => {
  const found = cues.filter(({ pattern }) => pattern.test(text))
  if (found.length === 0 && ofMatters === null) return null
  const weight = (kind: Kind): number => {
    const prior = ofMatters === null ? usual[kind] : trust * ofMatters[kind] + (1 - trust) * usual[kind]
    return found.reduce((product, cue) => (cue.kind === kind ? product * cue.factor : product), prior)
  }
  const total = kinds.reduce((sum, kind) => sum + weight(kind), 0)
  const best = kinds.reduce((top, kind) => (weight(kind) > weight(top) ? kind : top))
  return { value: best, confidence: weight(best) / total }
}
