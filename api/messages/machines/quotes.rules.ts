import { simplify } from '../../platform/writing/simplify.ts'

const [opens, closes] = ['“"「『«„‟〝＂', '”"」』»“〞＂']

const quoted = new RegExp(`[${opens}](.*)[${closes}]`, 'su')

const media =
  '(?:an?|your|\\d+) (?:image|images|photo|photos|picture|video|movie|attachment|audio message|voice message|sticker|link|contact|location)s?'

const mood =
  '(?:like|heart|dislike|laugh|exclamation(?: mark| point)?|exclamation|question mark|reaction|thumbs up|thumbs down)'
const sign = '[\\p{Extended_Pictographic}\\p{Emoji_Component}]+'
const liking =
  '已?(?:点?了?赞|按赞|赞|点赞|喜欢|很喜欢|喜爱|爱|不喜欢|踩|贬|差评|倒赞|大笑|笑|强调|质疑|疑问|感叹|捧腹|爱心|比心|回应|表态)(?:了|过)?'

/** What stands before and behind the text that somebody tapped on; English and Chinese telephones, in one spelling. */
const before = new RegExp(
  `^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|hearted|highlighted|removed an? ${mood} from|reacted (?:with )?${sign} to|removed (?:their )?${sign} from|${sign} to|${sign} (?:到|给|于)|${liking}|${liking}? ?${sign}|用? ?${sign} ?(?:回应|表态)了?|(?:取消|移除|撤回|撤销|收回|删除)了?)$`,
  'u',
)
const around: readonly (readonly [before: RegExp, behind: RegExp])[] = [
  [
    /^(?:对|给|为|觉得|从)$/u,
    new RegExp(
      `^(?:的?(?:信息|消息|短信))?(?:表示|做出|作出|添加了?|加了)?(?:了)?(?:${liking}|赞|点赞|一个赞|很?好笑|有疑问|疑问|${sign}|(?:中)?(?:移除|取消|删除|撤回)了?.{1,6}|(?:用|以)? ?${sign} ?(?:回应|表态|回复)了?|(?:做出|作出)?(?:回应|表态)了? ?(?:${sign})?)(?:了|的?(?:回应|表态|反应))?$`,
      'u',
    ),
  ],
  [/^(?:取消|移除|撤回|撤销|收回|删除)了?(?:对|给|从)$/u, /^(?:中?的?.{1,8})$/u],
]
const mediaTapped = new RegExp(
  `^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|removed an? ${mood} from|reacted (?:with )?${sign} to|${sign} to) ${media}[.]?$|^${liking}(?:了|过)?(?:一?[张个段条])?(?:图片|照片|视频|附件|语音|链接)$`,
  'u',
)

const spelt = (text: string) =>
  simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[\p{Cf}\u{FE0F}\u{200A}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** Letters and figures only: quoting changes signs, spaces and the width of letters. */
const bare = (text: string) =>
  simplify(text.normalize('NFKC'))
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Beginnings of this length (letters and figures) are enough to know one of our texts again; telephones cut what they quote. */
const fewestTapped = 6
const fewestQuoted = 14

/** Whether words are one of our texts, or its beginning. */
const isOurs = (text: string, ours: readonly string[], fewest: number): boolean => {
  const letters = bare(text)
  return (
    letters.length > 0 &&
    ours.some((one) => {
      const own = bare(one)
      return own === letters || (letters.length >= fewest && own.startsWith(letters))
    })
  )
}

/** A tap on a text (赞了“…”, Liked “…”, 👍 to “…”), and what was tapped; null for anything else. A tap on a picture names none. */
export const readReaction = (body: string): { tapped: string } | null => {
  if (body.length > 1_800) return null
  const text = spelt(body)
  if (mediaTapped.test(text)) return { tapped: '' }
  const found = quoted.exec(text)
  if (found === null) return null
  const [head, tail] = [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()]
  const isTap =
    (tail.replace(/[.。]$/u, '') === '' && before.test(head)) ||
    around.some(([first, last]) => first.test(head) && last.test(tail))
  return isTap ? { tapped: found[1] ?? '' } : null
}

/** Whether what was tapped is one of our texts. */
export const isTapOnOurs = (tapped: string, ours: readonly string[]) => isOurs(tapped, ours, fewestTapped)

/** Lines that a telephone or a mail program marks as somebody else's. */
const quotedLine = /^\s*[>＞|｜].*$/gmu
const forwarded = /^\s*(?:fwd?|re|转发|转|回复|原文|引用)\s*[:：]\s*/iu

/**
 * What a text says besides our own words in it: all of it where it quotes none, nothing where it only quotes. `ours`: the newest texts that
 * went to its sender.
 */
export const withoutOurs = (body: string, ours: readonly string[]): string => {
  if (ours.length === 0) return body
  if (isOurs(body.replace(forwarded, ''), ours, fewestQuoted)) return ''
  let rest = body
  for (const one of ours) if (one.length >= fewestQuoted && rest.includes(one)) rest = rest.replaceAll(one, '\n')
  const found = quoted.exec(rest)
  if (found && isOurs(found[1] ?? '', ours, fewestQuoted))
    rest = `${rest.slice(0, found.index)}\n${rest.slice(found.index + found[0].length)}`
  const lines = rest.match(quotedLine) ?? []
  if (lines.length > 0 && isOurs(lines.map((line) => line.replace(/^\s*[>＞|｜]/u, '')).join(''), ours, fewestQuoted))
    rest = rest.replaceAll(quotedLine, '')
  if (rest === body) return body
  const own = rest
    .replace(forwarded, '')
    .replaceAll(/[“”"「」『』«»]|^\s*[>＞]\s*$/gmu, ' ')
    .trim()
  return /[\p{L}\p{N}\p{Extended_Pictographic}?]/u.test(own.normalize('NFKC')) ? own : ''
}
