import { matchesOf } from '../text.rules.ts'

/** A stretch of a text, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** Words before a name that are none of it, blanked out before names are looked for. */
const lead =
  /位于|住在|家住|坐落|就在|发生在|来到|走到|路过|经过|靠近|临近|地址|地点|我家|我们|反映|投诉|举报|咨询|请问|你好|您好|关于|现在|今天|昨天|明天|前天|每天|天天|晚上|早上|上午|下午|半夜|夜里|深夜|最近|目前|看到|发现|听到|因为|一直|已经|大量|旁边|附近|对面|门口|楼下|楼上|隔壁|没有|可以|希望|建议|凌晨|早高峰|晚高峰|白天|出租车|司机|公交车?|小孩|孩子|老人|师傅|老板|邻居|物业|车辆|有人|电动车|摩托车|汽车|高峰时?/g
/** Characters that no proper name of a place contains: particles, pronouns, verbs of moving and complaining, measure words. */
const foreign =
  '的了在是有没不这那条我你他她它们和跟及或个从到去往离沿把被让给很太都就也还又再请问能可要想会该扔倒堵停挖修跑迷挡占过吃刚跳喷听说换住靠近边旁每某各整出来看见走着得因已将辆位些件次市区县镇乡映诉询议望报附与几半段于炸逛变越快慢'
const body = `[\\u4e00-\\u9fff]`
const name = (from: number, to: number): string => `(?:(?![${foreign}])${body}){${from},${to}}?`
/** How a Chinese address goes on: 300弄12号5楼501室. */
const number =
  '(?:\\d{1,5}(?:[-—、/]\\d{1,5})?(?:号楼|号院|号(?!线)|弄|巷|幢|栋|座|室|单元|楼|层|组|队)(?:之\\d{1,2})?)'
const road = `${name(2, 5)}(?:公路|大道|马路|支路|环路|路(?!灯|过|人|线|障|程|费|标|怒|政|况|途|径)|大街|街(?!道|坊|拍|舞)|巷|胡同)(?:[东南西北中]段|[东南西北]侧)?`
const chinese = new RegExp(
  [
    `${road}(?:${number})*(?:(?:与|和|近|靠近|靠|、|/)${road}(?:交叉口|路口|交界处|口)?|交叉口|路?口(?!袋))?`,
    `${name(2, 7)}(?:小区|花园|花苑|家园|公寓|新村|新苑|大厦|广场(?!舞)|公园|地铁站|火车站|汽车站|高铁站|公交站|码头|机场|医院|卫生院|小学|中学|大学|幼儿园|菜场|菜市场|商场|商城|工业园|产业园|创意园|名苑|名邸|华庭|雅苑|佳苑|苑|居委会?|村委会|大桥)(?:${number})*`,
    `(?<!\\d)${number}{2,}`,
    `(?<!\\d)\\d{1,2}号线${name(2, 6)}站(?:\\d{1,2}号口)?`,
  ].join('|'),
  'g',
)
/** What ends like a name and is none: 马路, 老旧小区, 三甲医院. */
const commonHan =
  /^(?:本|全|旧|老|新|小|大|这|那|住宅|居民|老旧|封闭|新建|高档|高层|开放|所有|其他|修|铁|网|电|管|水|公|马|思|套|主干|次干|乡村|水泥|柏油|非机动车|机动车|断头|农贸|房地产|红绿灯|乡间|城中|私立|公立|公办|民办|社区|三甲|专科|综合|人民|儿童|区属|市属|口袋|街心|主题|健身|步行|商业|露天|农村|长租|人才|青年|单身|员工|老式|多层|老公房|售后公房|动迁|安置|回迁|拆迁|商品房|别墅|经济适用房|公租房|保障房|附属|实验|重点|名牌|寄宿|上|读|进)*(?:公路|大道|大街|马路|道路|路|街|巷|小区|花园|家园|公寓|新村|大厦|广场|公园|地铁站|火车站|汽车站|高铁站|公交站|码头|机场|医院|卫生院|小学|中学|大学|幼儿园|菜场|菜市场|商场|商城|工业园|产业园|苑|居委会?|村委会|大桥|胡同)(?:路?口|交叉口)?$/

const way =
  '(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Highway|Expressway|street|road|avenue|boulevard)'
const site =
  '(?:(?:Metro |Subway |Railway |Bus |metro |subway |railway )?[Ss]tation|Park|Hospital|(?:Primary |Middle |High )?School|University|Market|Mall|Plaza|Tower|Gardens?|Apartments|Village|Bridge|Estate|Community|Xincun)'
const proper = "(?:[A-Z][A-Za-z'’]+(?:-[A-Z]?[a-z]+)? ){1,4}"
const english = new RegExp(
  [
    `\\b(?:(?:No\\.? ?)?\\d{1,5}[A-Za-z]?,? )?(?:Lane \\d{1,5},? )?${proper}${way}\\b(?: \\([EWNSM]\\.?\\))?(?:,? (?:No\\.? ?)?\\d{1,5}\\b(?! ?(?:am|pm|days?|hours?|times?)))?(?: (?:and|&|near) ${proper}${way}\\b)?`,
    `\\b(?:[Ll]ine \\d{1,2},? )?${proper}${site}\\b`,
    `\\b\\d{1,5} (?:[a-z']+ ){1,2}(?:street|st|road|rd|avenue|ave)\\b`,
  ].join('|'),
  'g',
)
const englishLead =
  /^(?:The|A|An|My|Our|Your|His|Her|Their|This|That|At|In|On|Of|Near|From|To|By|Is|Are|And|With|For|Outside|Inside|Behind|There|Every|Please|Fix|Why|When|Where|How|Who|What|Can|Could|I|We|It|Hello|Hi|Dear|Street|Lights?|Water|Noise|Broken|Pothole|Opposite|Corner) /
const englishCommon =
  /^(?:(?:Main|Local|Public|Primary|Middle|High|Bus|Metro|Subway|Railway|Train|Police|Fire|Gas|Petrol|Charging|Wet|Car) )?[A-Za-z]+$/

/** Addresses and named places in a tidy text, Chinese and English, as stretches of it. House numbers alone count from two parts on. */
export const addressesIn = (text: string): Span[] => {
  const spans: Span[] = []
  for (const match of matchesOf(
    chinese,
    text.replace(lead, (word) => '，'.repeat(word.length)),
  )) {
    if (!commonHan.test(match[0])) spans.push({ start: match.index, end: match.index + match[0].length })
  }
  if (!/[a-z]/.test(text)) return spans
  for (const match of matchesOf(english, text)) {
    let skip = 0
    for (let found = englishLead.exec(match[0]); found; found = englishLead.exec(match[0].slice(skip)))
      skip += found[0].length
    if (!englishCommon.test(match[0].slice(skip)))
      spans.push({ start: match.index + skip, end: match.index + match[0].length })
  }
  return spans
}
