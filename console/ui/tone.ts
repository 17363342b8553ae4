/** What a colour may say. `neutral` says nothing, `accent` points at the next step; the other four are meanings. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | 'info'

/** Soft ground with readable text, for badges, banners and tags. */
export const softTone: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
}
/** Text and icons alone. */
export const textTone: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
}
