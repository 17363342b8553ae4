import type { DangerKind } from '../../vocabulary/danger.ts'

/** What a sentence makes of a dangerous word in it: it is so, it is feared, or it is not (denied, over, filed, told, compared). */
export type Verdict = 'danger' | 'feared' | 'none'

/** One sentence of a text and what follows it to the text's end; `letter` = the whole is a long letter, no cry for help. */
export interface Sentence {
  text: string
  after: string
  letter: boolean
}

/** A turn of speech in both languages, English at word edges. */
const turn = (zh: string, en: string): RegExp => new RegExp(`${zh}|\\b(?:${en})\\b`)

/** Said right before a danger, denies it: 没有发生火灾, no one is injured. */
const denies =
  /(?:没有?|并没有?|未曾?|并未|无|不是|并非|并不是|不属于|不存在|不会|不算|没发生过?|从未|绝非|谈不上|不至于|也没|又没|还好没|幸好没)(?:任何|什么|人|人员|发生|造成|出现|闻到|看到|看见|发现|明显|真的?|在|有|过|因此|被|的|想过?|要|打算|准备|说要?|到)*\s*$|(?:\b(?:no|not|never|without|nobody|none|neither|nor|isn'?t|wasn'?t|aren'?t|weren'?t|don'?t|doesn'?t|didn'?t|hasn'?t|haven'?t|cannot|can'?t|couldn'?t)\b)(?:\s+(?:a|an|any|the|was|is|were|been|being|one|has|have|had|got|see|smell|really|actually|there|immediate|of|sign|signs|more|longer|feel|caught|no|people)){0,4}\s*$/
/** A denial inside the danger itself: 电梯里没有人被困. */
const deniesInside =
  /没(?:有)?人(?:员)?(?:被困|受伤)?$|里面没(?:有)?人|没(?:有)?人(?:员)?(?:被困|受伤)|无人(?:被困|受伤)|未(?:被困|受伤)/
/** Looks like a denial and is none: 有没有人受伤, 没有人来救. */
const asksOrPleads =
  /(?:有没有?|是不是|会不会|要不是|不会是|莫不是|是否|难道不是|没有?人(?:来|管|理|救|应)|why (?:is|are)n'?t|can'?t (?:stop|get out))[^，,]*$/
/** Takes back what was said before it: 着火是假的, 泄漏已修好. */
const over = turn(
  '(?:已经?|都|早已|现已|后来|刚刚?)?被?(?:扑灭|灭了|熄灭|灭掉|控制住?|处理(?:好|完|掉|了)|修好|解决|救出|救上来|排除|抢修好|恢复|送医|送到医院|抬走)|(?:火|火势)(?:灭了|已灭|扑灭了)|虚惊一场|是误报|误报了|是假的|是谣言|不用(?:来|管)了|没事了|里面没(?:有)?人|没人在里面|找到了|找回来了|现在好了|找到原因|多亏|锦旗|表扬|感谢(?=警察|消防|民警|医生|12|你们|救)',
  'put out|extinguished|under control|(?:already|been|was|were) (?:fixed|rescued|repaired|resolved|handled)|false alarm|is out now|all clear|no longer (?:burning|leaking|trapped|bleeding|there)|turned out (?:fine|to be nothing)|(?:been|was|were) found|(?:nobody|no one|with no one|with nobody) (?:is )?(?:in|inside)\\b',
)
/** Takes back violence and suicide: the police or a rescuer has been. */
const dealtWith = turn(
  '(?:警察|民警|派出所|110).{0,6}(?:来过|到场|处理了|已经处理)|(?:已|已经|都|被|后来|刚被?).{0,4}(?:带走|抓(?:走|了|住|获)|劝(?:下来|住|开)|处理(?:好|完)了|和解|救下|抢救过来|制服|拉开|刑拘|拘留)了?',
  'been arrested|was arrested|were arrested|been caught|talked (?:him|her) down|been sentenced',
)
const againOrStill = /还在|又|复燃|再次|还没|\b(?:still|again)\b/
/** Said in the clause of the danger: it is there now. */
const liveNow = turn(
  '现在|刚才|刚刚|正(?:在|冒|烧|漏|流|打|往)|还在|仍|目前|此刻|到现在|今天|今晚|又|再次|复燃|一直|快来|赶紧|赶快|救命|马上|立刻|眼看',
  'now|still|just|currently|right now|today|tonight|again|keeps?|hurry|help|please come|at the moment|quick(?:ly)?',
)
/** Said anywhere in the sentence: it is there now. */
const cry =
  /正在|还在|快来|快点来|救命|复燃|又(?:着|起|烧|塌|漏|冒)|\b(?:hurry|help me|still (?:burning|leaking|trapped|bleeding)|right now)\b/
const past = turn(
  '昨[天日晚夜]|前[天日晚]|前几[天日]|前些[天日]|前不久|前阵子|上个?(?:周|星期|月|次|礼拜)|去年|前年|以前|之前|曾经?|当时|那次|那天|早些时候|[一二两三四五六七八九十几半\\d]+多?个?(?:年|月|天|周|星期|小时|礼拜)(?:以|之)?(?:前|了)|20\\d\\d年|(?:了|有)(?:[一两二三四五六七八九十几半\\d]+)个?多?(?:年|月|天|周|星期|个礼拜)(?:没|了|还|都|也)',
  'yesterday|last (?:night|week|month|year|time|summer|winter|spring|autumn)|\\w+ (?:days?|weeks?|months?|years?|hours?) ago|previously|used to|back in|in (?:19|20)\\d\\d|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)|the other day|since last',
)
const longPast = turn(
  '上个?(?:周|星期|月|礼拜)|去年|前年|以前|曾经|[一二两三四五六七八九十几半\\d]+多?个?(?:年|月|周|星期)(?:以|之)?前|20\\d\\d年',
  'last (?:week|month|year|summer|winter|spring|autumn)|\\w+ (?:weeks?|months?|years?) ago|previously|back in|in (?:19|20)\\d\\d',
)
/** Paperwork about danger: claims, certificates, training, how something is fitted or paid. `怎么办` is a cry, not paperwork. */
const paperwork = turn(
  '赔偿|赔付|不赔|怎么赔|定责|申诉|责任认定|维权|索赔|理赔|报销|工伤|伤残|垫了|医药费|医患|售后|召回|批次|输液|挂水|老板.{0,4}(?:只|不|拒)|认定|鉴定|保险|补偿|补助|补贴|救助金|丧葬|办理|申请|申领|证书|资格证|许可|年检|检测站|演练|演习|培训|讲座|宣传|科普|知识|规定|标准|政策|条例|价格|费用多少|收费|安装|加装|怎么装|如何装|怎么(?:申|办理|报名|领|查询|预约|缴|预防|避免|防)|如何(?:申|办理|报名|领|查询|预约|缴|预防|避免|防)|预防|防止|防范|以防|避免|以免|免得|什么时候(?:能|可以|开|修|恢复|重新|通)|重新开|(?:在哪|哪里|哪儿|在哪里)(?:能)?(?:领|办|买|报名|查|修)|减少|杜绝|产假|应急预案|疏散通道|新闻|电影|电视(?:剧|里|上|节目)|小说|游戏|案例|讲过',
  'compensation|insurance|claims?|how much|refuses? to pay|reimburse\\w*|certificates?|training|course|drills?|inspection|permits?|apply|application|policy|regulations?|install\\w*|prevent\\w*|how (?:do|can|to) (?:i |we )?(?:apply|install|get|report|register|check|book|pay|replace|buy)|article|movie|film|novel|statistics|the news|news (?:says?|said|report\\w*)|on (?:tv|television)',
)
const feared = turn(
  '如果|假如|假设|万一|要是|一旦|倘若|若是|若发生|真要|(?<![害可恐])怕(?!是)|担心|担忧|容易|易(?:引|造|发)|可能会|可能.{0,3}(?:掉|砸|摔|引|造成|导致|发生)|会(?:引起|引发|造成|导致|不会)|引发|隐患|风险|危险性|有.{0,3}危险|极易|迟早|早晚|什么时候会|差点',
  'if|in case|what if|(?:might|may|could|can|would|will) (?:\\w+ )?(?:cause|catch|explode|collapse|fall|get|be|lead|hurt|injure|start|break|happen|drown|trip)|worried|afraid (?:of|that)|fear|risk|hazard|potential(?:ly)?|prone|someday|one day|sooner or later|unless|suppose|nearly|almost',
)
/** What keeps happening is a grievance, not an accident. */
const habit = turn(
  '经常|老是|老(?=出|撞|发生|漏)|屡屡|三天两头|时常|多次|屡次|总是|每天|天天|长期|常年|频发|频繁|多发|每次|每晚|每到|没人(?:来)?(?:扶|修|清|换)',
  'often|frequent(?:ly)?|always|every (?:day|night|evening|morning|week|time|year)|whenever|each time',
)
/** Where violence or death is told or prevented, not happening. */
const fiction = turn(
  '告诫书|保护令|新闻|电影|电视剧|小说|游戏|剧本|讲座|预防|宣传|培训|知识|赔偿|工伤|认定|法律援助|建议.{0,20}(?:防止|避免|以免)|防止|以免',
  'movie|film|novel|article|the news|on (?:tv|television)|course|training|statistics|prevention (?:week|course|training)|prevention|game|compensation|insurance',
)
/** What a case at the police is asked about: it is in hands. */
const inHands = turn(
  '派出所.{0,12}(?:没|不|一直|结果|处理|立案)|立案|进度|处理结果|调解|案子|判决|法院|报过警|笔录|赔钱|医药费',
  'case number|police report|progress of|verdict|court|lawyer',
)
/** A likeness: 跟打架一样. */
const likened = /^(?:一样|似的|一般|那样|般)/

/** Who has died long ago is mourned, or money is asked for. */
const longDead = turn('去世|过世|身亡|离世|抚恤|丧葬|走了', 'passed away|died|death certificate|funeral')

/** Asked after, not reported: 群里说有人跳楼，是谣言吗. */
const doubted = turn(
  '(?<!不是|没有?|并非|绝非|非)(?:谣言|辟谣|造谣|谣传|假消息|假新闻)|真的?(?:吗|么|嘛|伐|㗎)(?=$|[，,。！!？?\\s])|真的?(?:额|的)?假|是真是假|是否属实|属实(?:吗|么|不)|不属实|有没有这(?:回|个)?事|是不是真|系咪真|是假的吗',
  '(?<!not a |no |not )(?:rumou?rs?|hoax|fake news)|is (?:it|this|that) (?:really )?true|true or (?:not|false)|is it real',
)
/** Known from others only. */
const hearsay = turn(
  '听(?:说|讲|闻)|听(?:人|别人|人家|同事|同学|邻居|朋友|亲戚|他们)(?:说|讲)|据说|传闻|传言|(?:群里|群组|网上|微信|朋友圈|抖音|微博|论坛|帖子)(?:上|里|群里)?(?:都)?(?:有人)?(?:说|在传|都在传|传|讲|看到|发)',
  '(?:i |we |just )?heard (?:that |there |about |from )|people (?:online )?(?:say|are saying)|someone in the (?:chat|group)|saw (?:it )?on (?:facebook|twitter|tiktok|wechat)|(?:a|my) (?:colleague|cousin|friend) (?:told|said)',
)
/** At the end of a danger or right behind it (`@` between): it has happened before. 被困过两次, 淹死过人; not 晕过去, 路过, 翻过了. */
const experienced = /[^路经通越超翻跨穿不掠](?:过@|@[了着]?过)(?!了|去|来|程|敏|度|期|头|分|路|往|世|劲|量|会|后)/
/** Behind a danger: what is told comes after it. */
const sinceThen = /^了?(?:之后|以后|过后)|^那(?:次|回)/
/** Whoever is to come at once is not asking whether it is so. */
const called = /救命|快来|快点来|赶紧来|快救|\b(?:help|hurry|come quick(?:ly)?)\b/

/** A wish to die or a threat is danger in any tense and mood: only a plain negation or a fictional setting takes it back. */
const always: ReadonlySet<DangerKind> = new Set(['suicide', 'violence'])
/** A gas smell since yesterday is a gas leak today, a child lost since yesterday is lost. */
const lasting: ReadonlySet<DangerKind> = new Set(['suicide', 'violence', 'gas', 'electricShock', 'missing'])
/** Who smells gas is not guessing. */
const smelt = /味|臭|闻|smell|odou?r/

const clauseEnd = /[，,、:：]|但是?|不过|可是|然而|\bbut\b|\bhowever\b|\bthough\b/

/**
 * Judges the words `start…end` of a sentence. Denial is looked for in front of them in their clause, what is over behind them to the
 * end of the text, tense, paperwork and fear in the clause and the sentence.
 */
export const judge = (kind: DangerKind, { text, after, letter }: Sentence, start: number, end: number): Verdict => {
  const word = text.slice(start, end)
  const before = text.slice(0, start).split(clauseEnd).at(-1) ?? ''
  const rest = text.slice(end)
  if ((denies.test(before) && !asksOrPleads.test(before)) || deniesInside.test(word) || likened.test(rest))
    return 'none'
  const clause = before + word + (rest.split(clauseEnd)[0] ?? '')
  const live = liveNow.test(clause) || cry.test(text)
  if (doubted.test(text + after) && !called.test(text)) return 'none'
  if (!(always.has(kind) ? liveNow.test(text) : live) && experienced.test(`${word}@${rest}`)) return 'none'
  if (past.test(text) && sinceThen.test(rest) && !cry.test(text)) return 'none'
  if (always.has(kind)) {
    if (fiction.test(text) || (dealtWith.test(rest) && !againOrStill.test(text))) return 'none'
    if (longPast.test(text) && longDead.test(text)) return 'none'
    if (!live && hearsay.test(text) && past.test(text)) return 'none'
    if (kind === 'suicide' || live) return 'danger'
    return letter || longPast.test(text) || (past.test(text) && inHands.test(text)) ? 'none' : 'danger'
  }
  if (over.test(rest + after) && !againOrStill.test(text)) return 'none'
  if (!live && (lasting.has(kind) ? longPast.test(text) : past.test(text) || habit.test(clause))) return 'none'
  if (letter && !live) return 'none'
  if (!live && hearsay.test(before)) return 'none'
  if (paperwork.test(clause) || (paperwork.test(text) && !liveNow.test(clause))) return 'none'
  return feared.test(clause) && !live && !smelt.test(word) ? 'feared' : 'danger'
}
