/**
 * What citizens answer to the three questions of a follow-up, whole words or clauses in one spelling (lower case, half width, simplified).
 * The short ones answer only the question that is open; the others say by themselves what they are about.
 */

const end = '[啊呀啦哦呢吧的了哈]*$'
const zh = (words: string) => new RegExp(`^(?:${words})${end}`, 'u')

export const yes = new RegExp(`^(?:1|一|是|是的|有|有的|对|对的|嗯+|没错)${end}|^(?:yes|y|yeah|yep|ok|👍|👌)$`, 'u')
export const no = new RegExp(`^(?:2|二|否|不|不是|没|没有|都没有|还没|还没有)${end}|^(?:no|n|nope|👎)$`, 'u')

const whom = '(?:我|我们|本人)?'
const since =
  '(?:根本|完全|从来|一直|至今|到现在|现在|还是|还|都|也|仍然|仍|依然|始终|就|怎么|为什么|为啥|问题|事情|说是|但是?|可是|并)*'
const called = '(?:联系|沟通|打|来|找|回|接到)'

export const contactedYes = new RegExp(
  `^(?:有|是|都|已经?|他们|单位|有人|跟我|和我|与我|给我)*${called}(?:了|过|到)*${whom}(?:电话)?(?:了|过|的)*$` +
    '|^(?:they|the unit|someone|somebody|yes they) (?:did|called|contacted|phoned|came)(?: me| us)?$|^contacted$',
  'u',
)
export const contactedNo = new RegExp(
  `^${since}(?:没有?|未|无)(?:任何)?(?:人|单位)?(?:跟我|和我|与我|给我)?${called}(?:了|过|到)*${whom}(?:电话)?(?:过|的)?$|^(?:电话|一个电话)(?:都|也)?没有?(?:打|接到)?过?$` +
    "|^(?:not contacted|(?:no one|nobody)(?: has| ever)? (?:called|contacted|phoned|came)(?: me| us)?|they did not|they didn't)$",
  'u',
)

const repaired = '(?:解决|修好|处理好|弄好|办好|处理完|办完|搞定)'
export const solvedYes = new RegExp(
  `^(?:问题|事情|已经?|都|现在|终于|基本上?|全部)*${repaired}[了啦的]*$|^(?:it is |it's |now |yes it is |yes it's )?(?:solved|fixed|resolved|repaired)$`,
  'u',
)
export const solvedNo = new RegExp(
  `^${since}(?:没有?|未|不)(?:人|完全|彻底|真正|能)*(?:解决|修好?|处理好?|弄好?|办好?|办|管)(?:好|完|掉|过)?${end}|^(?:只)?(?:部分解决|解决了?一半)${end}|^又(?:坏|漏|堵|不亮|响)了?$` +
    "|^(?:it is |it's )?(?:still )?(?:unsolved|broken|not (?:yet )?(?:solved|fixed|resolved|repaired|done))(?: yet)?$|^(?:not yet|not really|partly|not at all solved)$",
  'u',
)
/** Too short to be about this question wherever they stand. */
export const solvedShort = {
  yes: /^(?:好[了啦]|解决[了啦]?|处理[了啦])$/u,
  no: zh('没好|还没好|没来'),
} as const

export const gradeDigits = ['一', '二', '三', '四', '五']
export const gradeFigure = /^(?:给|打)?([1-5一二三四五])(?: ?(?:分|颗?星|点|stars?|points?))?(?:好评)?$/u

/** Words that grade by the scale that was asked. */
export const gradeWords: readonly (readonly [grade: number, words: RegExp])[] = [
  [
    1,
    /^(?:非常|很|十分|极|极其|特别|太|相当)(?:的)?不满意?[了的啊]*$|^(?:very (?:dis|un)satisfied|not (?:at all|satisfied at all))$/u,
  ],
  [2, /^(?:不|不太|不怎么|不是很)满意?[了的啊]*$|^不满$|^(?:dissatisfied|unsatisfied|not satisfied|unhappy)$/u],
  [
    3,
    /^(?:基本|比较|大致|还算)满意[了的吧]*$|^(?:一般般?|还行|还可以|马马虎虎|凑合)[吧的]*$|^(?:mostly(?: satisfied)?|so so|average)$/u,
  ],
  [5, /^(?:非常|很|十分|特别|极其|太|超级?)满意[了的啊]*$|^满分$|^very (?:satisfied|happy|good)$|^very$|^excellent$/u],
  [4, /^(?:挺|还|都|蛮)?满意[了的啊]*$|^(?:satisfied|happy)$/u],
]
/** Praise and blame that grade only where a grade is asked. */
export const gradeShort: readonly (readonly [grade: number, words: RegExp])[] = [
  [1, /^(?:太差|很差|非常差|极差)(?:劲)?[了的]*$|^(?:terrible|awful|very bad)$/u],
  [2, /^(?:差|不好|差评|不怎么样)[了的]*$|^(?:bad|poor)$/u],
  [5, /^(?:非常好|很好的?|特别好|太好了|好评)$|^(?:great|perfect)$/u],
  [4, /^(?:好|不错|挺好的?)$|^good$/u],
]

/** Courtesies around an answer. */
export const courtesy =
  /^(?:(?:非常|十分|太)?(?:谢谢|感谢|多谢|辛苦)(?:你们?|您们?|大家|了|啦)*|thanks|thank|you|thx|please)$/u
