import type { Bus } from './bus.ts'
import type { CarrierClock } from './clock.ts'

type LogKind = 'webhook' | 'rest' | 'error' | 'warning' | 'state' | 'fault'

/** One line of the carrier's log. `detail` is plain data (parameters, answer), shown when the line is opened. */
type LogLine = {
  n: number
  at: string
  kind: LogKind
  about: string
  text: string
  code?: number
  detail?: Record<string, unknown>
}

export type CarrierLog = {
  add(kind: LogKind, about: string, text: string, detail?: Record<string, unknown>, code?: number): void
  lines(filter?: { kind?: LogKind | undefined; about?: string | undefined; after?: number | undefined }): LogLine[]
  /** One line of text per entry, sorted by time: made to be compared between runs. */
  text(): string
  clear(): void
}

const show = (line: LogLine): string =>
  [line.at, line.kind.padEnd(7), line.about, line.code === undefined ? '' : String(line.code), line.text]
    .filter((part) => part !== '')
    .join(' ')

/** Keeps the last `limit` lines; older ones are dropped in blocks so that a load run stays cheap. */
export const createLog = (clock: CarrierClock, bus: Bus, limit: number): CarrierLog => {
  let lines: LogLine[] = []
  let n = 0
  return {
    add: (kind, about, text, detail, code) => {
      const line: LogLine = { n: (n += 1), at: new Date(clock.now()).toISOString(), kind, about, text }
      if (code !== undefined) line.code = code
      if (detail !== undefined) line.detail = detail
      lines.push(line)
      if (lines.length > limit * 2) lines = lines.slice(-limit)
      if (bus.listeners() > 0) bus.emit({ type: 'log', about, numbers: [], data: line })
    },
    lines: (filter = {}) =>
      lines
        .slice(-limit)
        .filter(
          (line) =>
            (filter.kind === undefined || line.kind === filter.kind) &&
            (filter.about === undefined || line.about === filter.about) &&
            (filter.after === undefined || line.n > filter.after),
        ),
    text: () => lines.slice(-limit).map(show).join('\n'),
    clear: () => {
      lines = []
    },
  }
}
