/**
 * What citizens answer to the three questions of a follow-up, as clauses in one spelling (lower case, half width, simplified). Each
 * pattern takes a whole clause: one that says anything more is no answer. The short ones answer only the question that is open; the
 * others say by themselves what they are about.
 */

const whole = (zh: string, en?: string) => new RegExp(en === undefined ? `^(?:${zh})$` : `^(?:${zh})$|^(?:${en})$`, 'u')

const end = '[啊呀啦哦呢吧的了哈嘞哟滴]*'

/** Answers to whichever yes-or-no question is open; said twice they are said with weight. */
export const yes = whole(
  `(?:是|是的|有|有的|有过|对|对的|嗯+|恩+|对头|没错|系|係|确实|当然|肯定)${end}|(?:是的?|有的?|对的?)(?:是的?|有的?|对的?)+${end}`,
  'yes|y|yeah|yep|yup|sure|yes sir|of course|correct|right|(?:yes )?they did|(?:yes )?it is|it was|👍+|👌+|✅|✔|☑|⭕',
)
export const no = whole(
  `(?:否|不|不是|没|没有|都没有|都没|还没|还没有|冇|未|木有|没得|无|从没|从来没有|根本没有|完全没有|一直没有|至今没有|不曾)${end}|(?:没有?|不是?)(?:没有?|不是?)+${end}`,
  "no|n|nope|nah|not yet|never|not at all|they did not|they didn't|it is not|it isn't|no sir|👎+|❌|✖|✗",
)

/** Fillers around what is said; none of them changes the answer. */
const me = '(?:我们?|我家|我方|本人|俺|咱们?|我这边|我这里|我这儿|这边)'
const unit =
  '(?:他们|你们|她们|人家|对方|单位|承办单位|承办部门|(?:有关|相关|主管)?部门|街道办?|社区|居委会?|村委会?|村里|镇里|区里|物业|城管|派出所|工作人员|负责人|(?:一?个)?师傅|公司|办事处)'
/** A named office, once in a clause. */
const office = '(?:\\p{Script=Han}{1,4}[局委办所队])?'
const matter = '(?:这个?|我的|反映的|所反映的)*(?:问题|事情|事|诉求|投诉|情况)'
const since =
  '(?:根本|完全|压根|从来|从头到尾|一直|至今|到现在|到今天|现在|目前|还是|还|都|也|仍然|仍旧|仍|依然|始终|就|怎么|为什么|为啥|说是|可是|并|竟然|居然|好像?是|其实|实际上?|反正)'
const surely =
  '(?:已经?|都|也|是|确实|真的|的确|现在|刚刚?|刚才|昨天|今天|前天|上午|下午|上周|当天|当时|早就?|很快|马上|及时|后来|第一时间|多次|主动|专门|就|曾经?|基本上?|全部|完全|彻底|终于|总算|圆满|妥善|顺利|有效|得到|给|帮|被|可以说)'

const touch = '(?:联系|联络|沟通|打|来|找|回|接到?|收到|上门|通知|拜访|对接|约|派人来|派人|告知)'
const touched = `(?:上|到|了|过|着|任何|一个|${me}|电话|短信|微信|消息|回复|家里?|人|看|问|查看|处理|了解|解释|说明|情况|谈|(?:[一两二三几多]|好几)[次趟回]|的)*`
/** It happened: asking to be rung (联系我) is no answer that one was. */
const happened = '(?=.*(?:[了过]|有|已|接到|收到|[上到]的))'

export const contactedYes = whole(
  `${happened}${office}(?:${unit}|${me}|${surely}|有|有人|派人|给|[和跟与同向]${me}|打?电话|微信|上门|亲自)*${touch}${touched}${end}|有联系|联系上`,
  '(?:yes )?(?:they|the unit|someone|somebody|he|she|the office|a man|a worker|staff)(?: has| have| did)? (?:called|contacted|phoned|rang|came|visited|call|contact|phone)(?: me| us| round| over| by)?(?: once| twice| yesterday| today| already)?|contacted|(?:yes )?i (?:was|have been|got) (?:contacted|called|a call)|we (?:were|have been) (?:contacted|called)|got (?:a|the|their) call|they (?:already )?called',
)
const nobody = '(?:任何|一个|什么|哪个|半个|得到|有|再|主动|一次|见到?|人|单位|部门|工作人员)*'
export const contactedNo = whole(
  `${office}(?:${unit}|${me}|${since}|${matter})*(?:没有?|未|无|木有|冇|不曾|未曾|从未)${nobody}(?:${unit})?(?:来|给|[和跟与同向]${me}|主动|打)*(?:${me})?${touch}${touched}${end}` +
    '|谁(?:都|也)(?:没有?|未)(?:来|找|联系|打电话)[过我了]*' +
    `|(?:连?(?:一个|半个|个)?|任何)(?:电话|人|短信|人影|人影子)(?:都|也)?(?:没有?|没见到?|不见|未)(?:打|接到?|来|收到|见到?)?过?${end}` +
    `|(?:${since})*没(?:有)?(?:任何)?(?:电话|消息|音信|回音|回应|下文|人影)`,
  "not contacted|i was (?:not|never) (?:contacted|called)|(?:no one|nobody|no-one|noone|none)(?: has| have| ever| of them)* (?:called|contacted|phoned|rang|came|come|visited|contact|call)(?: me| us)?(?: yet| at all)?|they (?:never|did not|didn't|have not|haven't) (?:call|contact|phone|ring|come|called|contacted|phoned)(?: me| us)?(?: yet| at all)?|(?:i )?never (?:heard (?:from )?(?:them|anyone|anybody)|got a call|contacted)|no (?:call|contact|phone call)|(?:i )?(?:have not|haven't) (?:been contacted|heard (?:from )?(?:them|anyone|anybody|anything))(?: yet)?",
)

const mended =
  '(?:解决|修好|修复|修理好|处理好|弄好|办好|处理完|办完|办妥|搞定|搞掂|整改好|整改完|清理干净|清理完|恢复正常|搞好|装好|换好|弄完|疏通)'
export const solvedYes = whole(
  `(?:${matter}|${unit}|${surely}|${me})+${mended}(?:好|完|掉|妥|${me})*(?:${matter})?${end}|${mended}(?:好|完|掉|妥)*[了啦的]+(?:${matter})?${end}|(?:${surely})*解决得?(?:很|非常|特别)(?:好|快|及时|圆满|满意)?|[已都]好了|没(?:有)?问题了`,
  "(?:yes )?(?:it is |it's |its |now |all |everything is |everything's |it has been |it was |they |the problem is |problem |the problem has been |they have |already )*(?:solved|fixed|resolved|repaired|mended|sorted(?: out)?|dealt with)(?: it)?(?: now| already| finally)?|(?:it )?works(?: now| again| fine)?",
)
const half =
  '(?:只|才|仅|就)?(?:是)?(?:部分|表面上?|暂时|临时)(?:解决|处理|好)|(?:只|才|仅)?解决了?(?:一半|一部分|一点点?|部分|表面)'
const broken =
  '(?:坏|漏|堵|不亮|响|停|断|塌|裂|臭|脏|乱|吵|出现|发生|反弹|复发|犯|积水|出问题|不行|这样|那样|来|有|漏水|渗水|跳闸|坏掉)'
export const solvedNo = whole(
  `(?:${unit}|${me}|${since}|${matter}|真的|感觉)*(?:没有?|未|尚未|并未|迟迟(?:没有?|未|不)|不|无法|没法|没能|未能|无人|不能|不给|不肯|不想)(?:人|被|得到|完全|彻底|真正|实质性?|有效|根本|能|怎么|全部|给(?:${me})?|帮(?:${me})?|来)*(?:解决|修好?|修复|修理|处理好?|弄好?|办好?|办|管|搞好|搞定|搞掂|落实|整改|恢复|改善)(?:好|完|掉|过|妥|到位|干净|正常|(?:${matter}))*${end}` +
    `|${half}${end}|解决不了|修了?(?:又|还是?)(?:坏|漏|不行)|修了没修好|[修弄]了?一半|没(?:有)?(?:全|完全)好|没[啥什]么?用|还在(?:漏|响|堵|吵|臭|处理|修|办|弄)(?:中|着|水)?|正在(?:处理|修|办|解决)(?:中)?|半解决|(?:${unit}|${since})*不管(?:事|了)?|还没好|(?:${since})+没好` +
    `|又${broken}(?:了|水了)?|(?:${since}|${matter})*(?:老样子|一样|原样|一个样|没变化?|没有变化|没动静?|没进展|没有进展|没结果|没有结果|没下文|没改善|没有改善|依旧)${end}` +
    `|解决(?:了|个|什么)*(?:屁|鬼|毛|啥)${end}|治标不治本|反弹了|(?:问题)?又${broken}(?:了)?|没人(?:理|修|管|处理|来修|来处理)${end}`,
  "(?:no )?(?:it is |it's |its |the problem is |problem |they have |it has )*(?:still )?(?:unsolved|unresolved|unfixed|broken|not (?:yet |been |really |completely |fully |properly )*(?:solved|fixed|resolved|repaired|done|working|sorted))(?: yet| at all| properly)?|not really|not (?:completely|fully|entirely)|partly|partially|only (?:partly|partially)(?: solved| fixed)?|half(?: solved| fixed)?|not at all solved|(?:still )?(?:the )?same(?: problem| as before)?|nothing (?:has )?(?:changed|happened|was done|done)|(?:it )?(?:broke|broken|is broken|leaks|leaking|happened|stopped)(?: down)? again|(?:it|that) (?:did not|didn't|does not|doesn't) work|(?:still )?no (?:progress|change|solution)|no one (?:fixed|solved|repaired) it|they (?:did not|didn't|never|have not|haven't) (?:fix|solve|repair|do|fixed|solved|repaired|done) (?:it|anything)",
)
/** Too short to be about this question wherever they stand. */
export const solvedShort = {
  yes: whole('好[了啦]|解决|处理[了啦]|办[了好]|修了|弄好', 'done|all good|fine now'),
  no: whole(`(?:没好|没来|没修|没弄|没解|不行|没用)${end}`, 'not done'),
} as const

/** It came back: whatever was said to be solved is not. Looked for within a clause, beside one that says it was solved. */
export const cameBack =
  /又|再次|反弹|复发|还是(?:老样子|这样|那样|一样|不|没|坏|漏|堵)|依然|依旧|仍然?|老样子|治标|第二天就?|没(?:过)?[几两](?:天|日)|again|still|came back|comes back|same problem/u

/** What stands before a grade: who judges, and what. */
const about = `(?:${me})?(?:对(?:于)?.{0,14}?)?(?:${me}|总体(?:来说|上)?|整体(?:来说|上)?|总的来说|说实话|老实说|不得不说|表示|感觉?|觉得|感到|还是|都|也|就是|(?:处理|办理|这个|办事)?结果|(?:这次|本次|处理|办事|办理)?(?:效果|质量|速度|效率|情况)?|(?:服务)?态度|服务|而?是|${unit})*`
const very =
  '(?:非常|很|十分|特别|极其|极|太|超级?|相当|万分|无比|极为|尤其|实在|真是?|真的很?|好|百分之?百|百分百|100%|蛮很|顶|最|全部)'
const veryMuch =
  '(?:非常|很|十分|特别|极其|极|极度|极为|太|超级?|相当|强烈|万分|实在|真是?|真的很?|最|根本就?|完全|压根就?|丝毫|绝对|一点都?也?|半点都?也?|一百个|一万个)'
const hardly =
  '(?:不(?:太|怎么|是很|是特别|是非常|够|大|很|算|甚|能说|是太)?|没(?:有)?(?:那么|多么|怎么|很)?|未(?:能)?|谈不上|说不上|并不(?:是很|太)?|有[点些](?:儿)?不|不能|难以|很难|唔|唔系好|让人不|令人不)'

/** Words that grade by the scale that was asked, and name it wherever they stand. */
export const gradeWords: readonly (readonly [grade: number, words: RegExp])[] = [
  [
    1,
    whole(
      `${about}${veryMuch}的?不(?:太)?满意?(?:${end}|到了?极点)|${about}不满意?(?:得|的)很|${about}不满意?(?:极了|到极点|至极|透顶)`,
      "(?:i am |i'm |we are )?(?:very|extremely|really|totally|completely|so|deeply) (?:dissatisfied|unsatisfied|unhappy|disappointed|disatisfied)|(?:i am |i'm )?not (?:at all satisfied|satisfied at all|happy at all|at all happy|at all)",
    ),
  ],
  [
    2,
    whole(
      `${about}${hardly}(?:人)?满意?${end}|${about}不满意?(?:不满意?)*${end}|${about}不满${end}`,
      "(?:i am |i'm |we are |rather |quite )*(?:dissatisfied|unsatisfied|not (?:very |really |too |so |quite )?(?:satisfied|happy)|unhappy|disatisfied|disappointed)(?: with .{1,30})?",
    ),
  ],
  [
    3,
    whole(
      `${about}(?:基本上?|比较|大致|大体上?|还算|勉强|算是|差不多|一般)满意${end}`,
      "(?:i am |i'm )?(?:mostly|fairly|partly|somewhat|basically|more or less|reasonably) (?:satisfied|happy)",
    ),
  ],
  [
    5,
    whole(
      `${about}${very}+满意${end}|${about}满意(?:极了|得很|至极|得不得了)|满分|十二分满意`,
      "(?:i am |i'm |we are )?(?:very|extremely|really|so|completely|totally|fully|100%|most) (?:satisfied|happy|pleased)(?: with .{1,30})?|very satisfied indeed",
    ),
  ],
  [
    4,
    whole(
      `${about}(?:挺|蛮|还|还是|都|是)?满意(?:满意)*${end}`,
      "(?:i am |i'm |we are |yes |quite )*(?:satisfied|happy|pleased|content)(?: with .{1,30})?",
    ),
  ],
]
/** Praise and blame that grade only where a grade is asked. */
export const gradeShort: readonly (readonly [grade: number, words: RegExp])[] = [
  [
    1,
    whole(
      '(?:太差|很差|非常差|极差|差极|差得很|太烂|很烂|烂透|极其差)(?:劲|劲儿)?[了的]*|最差',
      'terrible|awful|very bad|very poor|horrible|worst',
    ),
  ],
  [2, whole(`(?:不好|差|差评|不怎么样|不咋样|不咋地|较差)${end}`, 'bad|poor|not good|not great')],
  [
    3,
    whole(
      `(?:一般般?|还行|还可以|可以|马马虎虎|凑合|过得去|很一般|普通|中等|中评|勉强)${end}`,
      'so so|so-so|average|okay|ok|fair|mostly|somewhat|fairly|acceptable|mediocre',
    ),
  ],
  [
    5,
    whole(
      `(?:非常好|很好|特别好|太好|好极|非常棒|很棒|太棒|极好|好评|五星好评|顶呱呱|完美)${end}`,
      'great|perfect|excellent|very good|wonderful|awesome|amazing|very',
    ),
  ],
  [4, whole(`(?:好|不错|挺好|蛮好|还不错|很不错|挺不错)${end}`, 'good|nice|pretty good')],
]

/** Two noes that may be a yes: never guessed at. */
export const twoNoes = whole(
  '.{0,8}(?:不是|并非|不能说|没有?|没什么|无|说不上|谈不上|不敢|不会|哪敢)(?:说|人|什么|啥|很|非常|特别|太)*(?:没有?|未|不)(?:能|人)?(?:解决|联系|修|处理|满意?).{0,3}',
  "not (?:dis|un)satisfied|not unhappy|not bad|(?:i )?(?:can not|cannot|can't|could not|couldn't) (?:complain|be happier)",
)
/** Doubt, and what one says without saying. */
export const doubtful = whole(
  '.{0,6}(?:不知道?|不清楚|不确定|不好说|说不清|说不好|忘了|忘记了?|记不清了?|记不得了?|不记得了?|没注意|不了解|也许|可能|大概|应该|好像|似乎|差不多|算是吧|吧).{0,6}' +
    '|好的?(?:呀|吧|啊|嘞|滴)?|行的?(?:吧)?|可以的?|知道了|收到|明白了?|了解|不(?:想|愿|愿意)?(?:评价|打分|评)|拒绝(?:评价|回访|回答)|[没无](?:有)?意见|[零负0]分|随便|随意|都行|都可以|无所谓|哦+|噢+|额+|呃+|哈+|呵呵+|嗯哼|点赞|给你们点赞|给个?好评?吧?|满意(?:个|你|一半).{0,3}' +
    '|.{0,8}(?:了)?(?:吗|么|没有?|嘛|呢)\\??',
  "maybe|perhaps|not sure|i am not sure|i'm not sure|(?:i )?(?:do not|don't|dont) (?:know|remember|understand)|no idea|i think so|i guess(?: so)?|kind of|sort of|probably|whatever|no comment|hm+|uh+|ok(?:ay)?|fine|alright|all right|got it|noted|sure thing|will do",
)
/** Asked back: what is meant, who is asking. */
export const askedBack = whole(
  '(?:请问)?(?:你们?|您|这)?(?:是|指)?(?:的)?(?:什么意思|啥意思|什么|啥|哪个|哪件事?|哪一件事?|哪个(?:工单|问题|单位|事)|什么(?:事|工单|回访|问题|单位|情况)|谁|谁啊|谁呀|哪位|哪里|哪个部门|骗子吗?|诈骗吗?|真的假的|机器人|人工)(?:啊|呀|呢|的)?' +
    '|(?:我)?(?:看不懂|不懂|不明白|没看懂|没明白|不会(?:回|弄|操作)?)(?:了|啊)?|(?:怎么|如何|咋)(?:回复|选|评|评价|打分|回|弄|操作)(?:呢|啊)?',
  "what|why|who(?: is this| are you)?|which(?: one| request)?|huh|pardon|what(?: is|'s) this|what do you mean|what request|how|is this (?:a )?(?:scam|spam|real)",
)
/** Abuse without another word. */
export const abusive = whole(
  '(?:你们?|他们?|就是|是|一群|一帮|真|都|这|全|简直|纯|什么)*(?:垃圾|废物|骗子|滚|滚蛋|去死|狗屁|放屁|扯淡|傻[逼叉b]|煞笔|神经病|有病|妈的|他妈的|tmd|你妈的?|nmsl|sb|混蛋|王八蛋|饭桶|不要脸|吃干饭的?|光吃不干)(?:吧|的|东西|政府|部门|热线)*',
  '(?:you |are |all |a |bunch of |fucking |bloody )*(?:shit|fuck(?: you| off)?|bullshit|idiots?|useless|liars?|rubbish|garbage|crap|scam(?:mers)?|damn you)',
)

const thanking = '(?:非常|十分|太|万分|衷心|真心|再次|很)?(?:谢谢|感谢|多谢|谢了|辛苦|麻烦)'
const thanked =
  '(?:你们?|您们?|大家|了|啦|各位|政府|党和政府|党|热线|12345|领导|工作人员|师傅|的?(?:工作|帮助|关心|处理|付出|回访|来电|服务)|们|同志|所有人|[和与])*'
/** Courtesies around an answer. */
export const courtesy = whole(
  `${thanking}${thanked}|[你您]好|您们?好|你们好|早上好|下午好|晚上好|回复|答复|回访|哈喽|领导好?|同志|老师|亲|🙏+|🌹+|😊+|祝.{1,10}|新年快乐|再见|拜拜|不客气`,
  'thanks(?: a lot| so much| again| very much)?|thank you(?: so much| very much| again)?|thank|you|thx|ty|please|hi|hello|dear sir|regards|cheers|bye|sir|madam',
)
/** The same behind or before an answer that no sign parts from it: 满意谢谢你们. */
export const courtesyAround = new RegExp(`^(?:[你您]好)(?=.)|(?<=.)${thanking}${thanked}$`, 'gu')

/** Said before an answer: 回复1, 我选2, option 1. */
export const leadIn =
  /^(?:(?:我们?|那|那就|就|再|请|再次|统一|全部|都)*(?:(?:回复|选择|答复|回答|答案|评价|打分|评分|满意度|满分|选项)(?:的?是|为|了|个|一个|你们)?|[评选回答按报填打给](?:的?是|为|了|个|你们)?(?=[\s:]*第?[0-9一二两三四五]))|答案是?|结果是|那就?(?=[\s:]*[0-9])|嗯+(?=\d)|(?:i )?(?:reply|choose|chose|select|pick|vote|press|say|answer|rate|give)(?: it)?(?= ?[0-9:])|(?:my )?(?:answer|choice|rating|score)(?: is)?(?= ?[0-9:])|(?:it's|it is|option|number|no\.?)(?= ?\d))[\s:]*/u

/** Behind a figure that names a grade or a choice. */
export const behindFigure = /^(?:分|颗?星|点|stars?|points?|out of (?:5|five)|分好评|星好评)[吧了啊]*$/u
export const choiceWord = /^(?:号|项|个|选项|条|吧|了|哈|啊|呀|呢|的|哦)+$/u

export const numerals = '一二三四五六七八九'
export const englishNumerals = ['one', 'two', 'three', 'four', 'five'] as const
