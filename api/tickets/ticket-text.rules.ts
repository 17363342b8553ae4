import { searchable } from '../../db/dialect/search/contains-text.ts'

const longestTitle = 40
const longestSearch = 8_000

/** Made once: making one costs more than using it. */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Cuts at a grapheme, so that no emoji or combining mark is torn apart. */
const cut = (text: string, most: number) => {
  if (text.length <= most) return text
  const kept: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    if (kept.push(segment) > most) return `${kept.slice(0, most - 1).join('')}…`
  }
  return text
}

/** One line that says what a request is about: its first sentence without greeting, at most forty characters. */
export const titleOf = (text: string): string => {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  const plain = line.replace(/^(?:(?:你好|您好|喂|请问|我想反映一下|我要反映|我想投诉|我要投诉|我想问一下|hello|hi|hey)[，,。.!！、:：\s]*)+/iu, '')
  const [first = ''] = (plain || line).split(/(?<=[。！？!?；;])|(?<=\.)\s/u)
  const title = first.replace(/[。；;.]$/u, '').trim()
  return cut(title.length >= 4 ? title : plain || line, longestTitle) || '…'
}

/** What a list search looks through: number, title, request, place. */
export const searchTextOf = (ticket: { number: string; title: string; request: string; place: string | null }) =>
  searchable([ticket.number, ticket.title, ticket.request, ticket.place ?? ''].join(' ')).slice(0, longestSearch)

/** The newest supplement comes first, so that a long request does not push it out. */
export const addToSearchText = (searchText: string, text: string) => searchable(`${text} ${searchText}`).slice(0, longestSearch)
