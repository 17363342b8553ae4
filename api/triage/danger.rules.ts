import { dangerSigns } from './danger.words.ts'
import { harmless } from './harmless.words.ts'
import type { DangerKind, EmergencyNumber } from './triage.types.ts'

export interface Danger {
  kind: DangerKind
  call: EmergencyNumber
  /** The words that said so, as they stand in the text, at most five. */
  words: string[]
}
export interface DangerFinding {
  danger: Danger | null
  /** Danger that is feared or possible, not there: no transfer, but it raises the urgency. */
  feared: string[]
}

/** The danger of a text stands at its beginning or in a few sentences; more is not read. */
const readLength = 2_000

const negated =
  /(?:没有?|并没有?|未曾?|并未|无|不是|并非|并不是|不属于|不存在|不会|不算|没发生过?|从未|绝非|谈不上)(?:任何|什么|人|人员|发生|造成|出现|闻到|看到|看见|发现|明显|真的?|在|有|过|因此|被|的|想过?|要|打算|准备)*\s*$|(?:\b(?:no|not|never|without|nobody|none|neither|nor|isn'?t|wasn'?t|aren'?t|weren'?t|don'?t|doesn'?t|didn'?t|hasn'?t|haven'?t|cannot|can'?t|couldn'?t)\b)(?:\s+(?:a|an|any|the|was|is|were|been|being|one|has|have|had|got|see|smell|really|actually|there|immediate|of|sign|signs|more|longer|feel|caught|no|people)){0,4}\s*$/
/** A sign that spans a denial: 电梯里没有人被困. */
const negatedInside = /没(?:有)?人(?:员)?(?:被困|受伤)|无人(?:被困|受伤)|未(?:被困|受伤)/
const notNegated =
  /(?:有没有?|是不是|会不会|要不是|不会是|莫不是|是否|难道不是|没有人(?:来|管|理|救)|why (?:is|are)n'?t|can'?t (?:stop|get out))[^，,]*$/
/** What follows and takes it back: 着火是假的, 泄漏已修好. */
const overSince =
  /(?:已经?|都|早已|现已|后来|刚刚?)被?(?:扑灭|灭了|熄灭|灭掉|控制住?|处理(?:好|完|掉)|修好|解决|救出|救上来|排除|抢修好|恢复|送医|送到医院|抬走)|(?:火|火势)(?:灭了|已灭|扑灭了)|虚惊一场|是误报|误报了|是假的|是谣言|不用(?:来|管)了|没事了|\b(?:put out|extinguished|under control|(?:already|been|was|were) (?:fixed|rescued|repaired|resolved|handled)|false alarm|is out now|all clear|no longer|turned out (?:fine|to be nothing))\b/
/** Said beside the danger: it is there now. */
const stillOn =
  /现在|刚才|刚刚|正(?:在|冒|烧|漏|流|打|往)|还在|仍|目前|此刻|到现在|今天|今晚|又|再次|复燃|一直|快来|赶紧|赶快|救命|马上|立刻|眼看|\b(?:now|still|just|currently|right now|today|tonight|again|keeps?|hurry|help|please come|at the moment|quick(?:ly)?)\b/
/** Said anywhere in the sentence: it is there now. */
const urgentCall =
  /正在|还在|快来|快点来|救命|复燃|又(?:着|起|烧|塌|漏|冒)|\b(?:hurry|help me|still (?:burning|leaking|trapped|bleeding)|right now)\b/
const past =
  /昨[天日晚夜]|前[天日晚]|前几[天日]|前些[天日]|前不久|前阵子|上个?(?:周|星期|月|次|礼拜)|去年|前年|以前|之前|曾经?|当时|那次|那天|早些时候|[一二两三四五六七八九十几半\d]+个?(?:年|月|天|周|星期|小时)(?:以|之)?前|20\d\d年|\b(?:yesterday|last (?:night|week|month|year|time|summer|winter|spring|autumn)|\w+ (?:days?|weeks?|months?|years?|hours?) ago|previously|used to|back in|in (?:19|20)\d\d|the other day)\b/
/** Paperwork about danger: claims, certificates, training, how something is fitted or paid. `怎么办` is a cry, not paperwork. */
const paperwork =
  /赔偿|赔付|不赔|怎么赔|维权|索赔|理赔|报销|工伤|伤残|认定|鉴定|保险|补偿|补助|补贴|办理|申请|申领|证书|资格证|许可|年检|检测站|演练|演习|培训|讲座|宣传|科普|知识|规定|标准|政策|条例|价格|费用多少|收费|安装|怎么装|如何装|怎么(?:申|办理|报名|领|查询|预约|缴|预防|避免|防)|如何(?:申|办理|报名|领|查询|预约|缴|预防|避免|防)|预防|防止|防范|以防|避免|杜绝|应急预案|疏散通道|新闻|电影|电视|小说|游戏|\b(?:compensation|insurance|claims?|reimburse\w*|certificates?|training|course|drills?|inspection|permits?|apply|application|policy|regulations?|install\w*|prevent\w*|how (?:do|can|to) (?:i |we )?(?:apply|install|get|report|register|check|book|pay|replace|buy)|article|movie|film|novel|statistics)\b/
const feared =
  /如果|假如|假设|万一|要是|一旦|倘若|若是|若发生|真要|(?<![害可恐])怕|担心|担忧|容易|易(?:引|造|发)|可能会|可能.{0,3}(?:掉|砸|摔|引|造成|导致|发生)|会(?:引起|引发|造成|导致|不会)|引发|隐患|风险|危险性|有.{0,3}危险|极易|迟早|早晚|什么时候会|\b(?:if|in case|what if|(?:might|may|could|can|would|will) (?:\w+ )?(?:cause|catch|explode|collapse|fall|get|be|lead|hurt|injure|start|break|happen|drown|trip)|worried|afraid (?:of|that)|fear|risk|hazard|potential(?:ly)?|prone|someday|sooner or later|unless|suppose)\b/
/** What keeps happening is a grievance, not an accident. */
const habit =
  /经常|时常|多次|屡次|总是|每天|天天|长期|常年|频发|频繁|多发|每次|\b(?:often|frequent(?:ly)?|always|every (?:day|night|week|time|year))\b/
/** A letter of this length is no cry for help: there, danger must say that it is now. */
const letterLength = 250

/** A wish to die or a threat is danger in any tense and mood: only a plain negation or a fictional setting takes it back. */
const always: ReadonlySet<DangerKind> = new Set(['suicide', 'violence'])
/** A gas smell since yesterday is a gas leak today. */
const lasting: ReadonlySet<DangerKind> = new Set(['suicide', 'violence', 'gas', 'electricShock'])
/** Who smells gas is not guessing. */
const smelt = /味|臭|闻|smell|odou?r/
const fiction =
  /告诫书|保护令|新闻|电影|电视|小说|游戏|剧本|讲座|预防|宣传|培训|知识|赔偿|工伤|认定|法律援助|\b(?:movie|film|novel|article|course|training|statistics|prevention (?:week|course|training)|game|compensation|insurance)\b/

const sentenceEnd = /[。！？!?\n;；…]+|\.(?=\s|$)/
const clauseEnd = /[，,、:：]|但是?|不过|可是|然而|\bbut\b|\bhowever\b|\bthough\b/

interface Hit {
  kind: DangerKind
  call: EmergencyNumber
  word: string
  verdict: 'danger' | 'feared' | 'none'
}

const judge = (
  kind: DangerKind,
  sentence: string,
  at: number,
  word: string,
  rest: string,
  letter: boolean,
): Hit['verdict'] => {
  const before = sentence.slice(0, at).split(clauseEnd).at(-1) ?? ''
  const clause = before + (sentence.slice(at).split(clauseEnd)[0] ?? '')
  if ((negated.test(before) && !notNegated.test(before)) || negatedInside.test(word)) return 'none'
  const live = stillOn.test(clause) || urgentCall.test(sentence)
  if (!always.has(kind) && overSince.test(rest) && !/还在|又|复燃|再次|\b(?:still|again)\b/.test(sentence))
    return 'none'
  if (always.has(kind)) return fiction.test(sentence) || (letter && kind === 'violence' && !live) ? 'none' : 'danger'
  if (!lasting.has(kind) && (past.test(sentence) || habit.test(clause)) && !live) return 'none'
  if (letter && !live) return 'none'
  if (paperwork.test(clause) || (paperwork.test(sentence) && !stillOn.test(clause))) return 'none'
  return feared.test(clause) && !live && !smelt.test(word) ? 'feared' : 'danger'
}

const blank = (text: string): string =>
  harmless.reduce((left, pattern) => left.replace(pattern, (found) => '·'.repeat(found.length)), text)

/**
 * Finds danger to life or property in a normalised text and the number that takes it: 110 violence and suicide, 119 fire, gas,
 * explosion, collapse, trapped, water; 120 injury; 122 traffic (120 when somebody is hurt). Negation, things that are over,
 * paperwork and mere fear are understood sentence by sentence; where it is unclear, it is danger: a missed one costs more.
 */
export const findDanger = (text: string): DangerFinding => {
  const hits: Hit[] = []
  const read = text.slice(0, readLength)
  const letter = read.length > letterLength
  let offset = 0
  for (const raw of read.split(sentenceEnd)) {
    const at = read.indexOf(raw, offset)
    offset = at + raw.length
    if (!dangerSigns.some(({ pattern }) => raw.search(pattern) >= 0)) continue
    const sentence = blank(raw)
    for (const { kind, call, pattern } of dangerSigns) {
      for (const match of sentence.matchAll(pattern)) {
        const verdict = judge(
          kind,
          sentence,
          match.index,
          match[0],
          read.slice(at + match.index + match[0].length),
          letter,
        )
        if (verdict !== 'none') hits.push({ kind, call, word: match[0].trim(), verdict })
      }
    }
  }
  const fears = [...new Set(hits.filter((hit) => hit.verdict === 'feared').map((hit) => hit.word))].slice(0, 5)
  const real = hits.filter((hit) => hit.verdict === 'danger')
  const first = dangerSigns.map(({ kind }) => real.find((hit) => hit.kind === kind)).find((hit) => hit !== undefined)
  if (!first) return { danger: null, feared: fears }
  const hurt = first.kind === 'traffic' && real.some((hit) => hit.kind === 'injury')
  return {
    danger: {
      kind: first.kind,
      call: hurt ? '120' : first.call,
      words: [...new Set(real.map((hit) => hit.word))].slice(0, 5),
    },
    feared: fears,
  }
}
