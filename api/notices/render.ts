import { formatParam, type Writing } from './format.ts'
import { rowOf, type Notice, type NoticeToSend } from './notices.table.ts'

/** The parameters of any notice, looked up by placeholder. */
const paramOf = ({ params }: { params?: object }, name: string): unknown =>
  params !== undefined && Object.hasOwn(params, name) ? (params as Record<string, unknown>)[name] : undefined

/** Fills a text in. A bracketed part whose parameter is missing or empty is left out; parameters are never read as templates. */
const fill = (words: string, valueOf: (name: string) => string): string => {
  const filled = (part: string) => part.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name))
  const isComplete = (part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => name !== undefined && valueOf(name) !== '')
  return words
    .split(/(\[\[.*?\]\])/)
    .map((part) => (part.startsWith('[[') ? (isComplete(part) ? filled(part.slice(2, -2)) : '') : filled(part)))
    .join('')
    .trim()
}

/** A notice in the words of one language. */
export const render = (notice: Notice, writing: Writing): string =>
  fill(rowOf(notice.name)[writing.locale], (name) => formatParam(name, paramOf(notice, name), writing))

/** A notice with the number of the ticket it is sent about: then it has all that its words ask for. */
export const withNumber = (notice: NoticeToSend, number: string | undefined) =>
  ({ name: notice.name, params: { ...notice.params, number } }) as Notice
