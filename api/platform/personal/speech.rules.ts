import type { Find, What } from './find.types.ts'

/** The commonest surnames, those of two characters first; none that is an everyday word by itself. */
const surnames =
  '欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|夏侯|皇甫|尉迟|公孙|令狐|慕容|端木|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘姜崔谭譚陆陸汪范廖石贾賈韦韋付傅夏方邹鄒熊白孟秦邱侯江尹薛闫阎段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵覃武钱錢戴严嚴莫孔向汤湯温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬卞姬巩]'
const titles = '先生|女士|小姐|太太|阿姨|大爷|大妈|奶奶|爷爷|师傅|師傅|老师|老師|同志'
/** What follows a name at once, and never ends one. */
const notInName = '(?![住家在是的我要想电電手投反身有从今昨说說来來去了过過着著给給他她你您们們和与與及车車号號])'
const given = `(?:${notInName}\\p{Script=Han}){1,2}`

const named: readonly [What, RegExp][] = [
  [
    'name',
    new RegExp(
      `(?<=我(?:的)?(?:名字|姓名)?叫(?:做|作)?\\s?|本人(?:名?叫|姓名[:：]?)\\s?)(?:${surnames})\\s?${given}`,
      'gu',
    ),
  ],
  [
    'name',
    new RegExp(
      `(?<=(?:姓名|名字|联系人|聯繫人|申请人|投诉人|举报人|诉求人|来电人)(?:是|为|為|叫|[:：\\s]){1,3})(?:${surnames})\\s?(?:${given}|${titles})`,
      'gu',
    ),
  ],
  ['name', new RegExp(`(?<=(?:我|本人|免贵|免貴)姓)(?:${surnames})(?![名氏])`, 'gu')],
  ['name', new RegExp(`(?<=(?:我|这里|這裡|本人)(?:是|系|係))(?:${surnames})(?:${titles})`, 'gu')],
  [
    'name',
    /(?<=\b(?:my name is|my name's|i am called|name:)\s)[\p{L}'’-]+(?:\s(?!(?:and|i|from|my|the|at|in|of|on|is)\b)[\p{L}'’-]+)?/giu,
  ],
  ['mail', /(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu],
  [
    'account',
    /(?<=(?:微信|wechat|weixin|\bvx|\bqq|扣扣|支付宝)(?:号码?|號|账号|id)?(?:是|[为為]|[:：\s]){0,3})(?=[\w-]*\d)[a-z\d][\w-]{4,29}/giu,
  ],
  [
    'address',
    /(?<=我住在?|我家住在?|我家在|家住在?|本人住在?|家庭住址(?:是|在|[:：])?|我的?(?:住址|地址)(?:是|在|[:：])?|住址[:：])(?![在是于])[^\s，,。.;；!！?？、〔〕]{2,60}/gu,
  ],
  [
    'plate',
    /(?<=(?:我|我家|本人|自己)的?(?:车牌|車牌|汽车|电动车|小?车|小?車)(?:号码?|號碼?|牌)?(?:是|[为為]|[:：\s]){0,3})[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·\s]?[a-hj-np-z\d]{5,6}(?![a-z\d])/giu,
  ],
]

/** Where somebody tells of themselves in a folded text: name, address, mail, accounts, their own car. */
export const findSpeech = (text: string): Find[] =>
  named.flatMap(([what, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ what, from: match.index, to: match.index + match[0].length })),
  )

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const isHan = /^\p{Script=Han}+$/u

/** Where a folded text names somebody, by names that are known (folded): as written or with spaces, whole words of letters, or with a title. */
export const findNames = (text: string, names: readonly string[]): Find[] =>
  names.flatMap((name) => {
    const plain = name.trim()
    if ([...plain].length < 2) return []
    const whole = isHan.test(plain)
      ? [...plain].map(escaped).join(String.raw`\s?`)
      : `(?<![\\p{L}\\d])${plain
          .split(/\s+/)
          .map(escaped)
          .join(String.raw`\s+`)}(?![\\p{L}\\d])`
    const family = new RegExp(`^(?:${surnames})`, 'u').exec(plain)?.[0]
    const patterns = family === undefined ? [whole] : [whole, `${family}(?:${titles})`]
    return [...text.matchAll(new RegExp(patterns.join('|'), 'giu'))].map((match) => ({
      what: 'name' as const,
      from: match.index,
      to: match.index + match[0].length,
    }))
  })
