/** In columns: a Chinese character takes two, a Latin letter one. */
const longestTitle = 80

/** Made once: making one costs more than using it. */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u

/** Cuts at a grapheme, so that no emoji or combining mark is torn apart. */
const cut = (text: string, most: number) => {
  if (text.length * 2 <= most) return text
  let columns = 0
  let kept = ''
  let short = ''
  for (const { segment } of graphemes.segment(text)) {
    columns += wide.test(segment) ? 2 : 1
    if (columns > most) return `${short}…`
    kept += segment
    if (columns <= most - 2) short = kept
  }
  return text
}

/**
 * How people begin before they come to it: a greeting, that they want to report something. *我要反映一个问题* says nothing yet;
 * *我要反映路灯不亮* loses only its first words.
 */
const opening = new RegExp(
  `^(?:(?:${[
    '你好|您好|喂|请问|(?:hello|hi|hey)\\b',
    '我(?:想|要|想要)(?:反映|投诉|举报|咨询|问)(?:一下|下)?(?:(?:[一这]?[个件])?(?:问题|情况|事情|事儿?)(?=[，,。.!！、:：\\s]|$))?',
  ].join('|')})[，,。.!！、:：\\s]*)+`,
  'iu',
)

/** One line that says what a request is about: its first sentence without greeting, at most forty Chinese characters or eighty letters. */
export const titleOf = (text: string): string => {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const plain = line.replace(opening, '')
  const [first = ''] = (plain || line).split(/(?<=[。！？!?；;])|(?<=\.)\s/u)
  const title = first.replace(/[。；;.]$/u, '').trim()
  return cut(title.length >= 4 ? title : plain || line, longestTitle) || '…'
}
