import type { Kind, Urgency } from '../../api/vocabulary/catalogue.ts'
import type { DangerKind } from '../../api/vocabulary/danger.ts'
import type { Channel } from '../../api/vocabulary/contact.ts'
import { precisionOf } from './place-precision.models.ts'

/** Whose request it is and how it came in; fixed when the form is opened. */
export interface IntakeSource {
  channel: Channel
  citizenId: string
  contactId?: string
  /** The contact that was filed for already, where this is a further request of it. */
  furtherOf?: string
  lineId?: string
}

/** Whose further request (再登记一件) follows one that was filed: same citizen, channel, line and contact. */
export const furtherSource = ({ channel, citizenId, lineId, contactId, furtherOf = contactId }: IntakeSource) => ({
  channel,
  citizenId,
  ...(furtherOf !== undefined && { furtherOf }),
  ...(lineId !== undefined && { lineId }),
})

/** What the agent fills in. */
export interface IntakeForm {
  text: string
  /** What a person wrote as the title; the program suggests one until then. */
  title: string
  /** How the citizen wishes to be called, once a person wrote it; what is known of them stands there until then. */
  citizenName: string
  matterCode: string | undefined
  kind: Kind | undefined
  urgency: Urgency | undefined
  place: string
  districtId: string | undefined
  streetId: string | undefined
  confidential: boolean
  replyWanted: boolean
  /** Answer on the spot; filed with it the ticket closes. */
  answer: string
  /** What the agent says of the five elements against the program's reading. */
  elements: Readonly<Partial<Record<Element, boolean>>>
}
export const elements = ['time', 'place', 'person', 'cause', 'result'] as const
export type Element = (typeof elements)[number]
export type IntakeField = keyof IntakeForm

/** The form with the fields that a person has written in: those no proposal touches. */
export interface Intake {
  form: IntakeForm
  touched: readonly IntakeField[]
}

/** @internal exported for its test */
export const emptyForm: IntakeForm = {
  text: '',
  title: '',
  citizenName: '',
  matterCode: undefined,
  kind: undefined,
  urgency: undefined,
  place: '',
  districtId: undefined,
  streetId: undefined,
  confidential: false,
  replyWanted: true,
  answer: '',
  elements: {},
}
export const emptyIntake: Intake = { form: emptyForm, touched: [] }

/** What a person writes: the fields are theirs from now on. */
export const write = (intake: Intake, change: Partial<IntakeForm>): Intake => ({
  form: { ...intake.form, ...change },
  touched: [...new Set([...intake.touched, ...keysOf(change)])],
})

/** What the program fills in: only where no person has written. The same object comes back when nothing changes. */
export const fill = (intake: Intake, change: Partial<IntakeForm>): Intake => {
  const { form, touched } = intake
  const open = keysOf(change).filter((key) => !touched.includes(key) && change[key] !== form[key])
  if (open.length === 0) return intake
  return { form: { ...form, ...Object.fromEntries(open.map((key) => [key, change[key]])) }, touched }
}

/** `Object.keys` of a part of the form. */
const keysOf = (change: Partial<IntakeForm>) => Object.keys(change) as IntakeField[]

/** What of a proposal may be filled in without being asked. The matter is not: a person takes it. */
export interface FillableProposal {
  kind: { value: Kind } | null
  urgency: { value: Urgency }
  place: { text: string; districtId: string | null; streetId: string | null } | null
}
/** Once a person took the matter, kind is the matter's and urgency only rises. */
export const fillProposal = (intake: Intake, proposal: FillableProposal): Intake => {
  const { form, touched } = intake
  const settled = form.matterCode !== undefined
  const areaIsTheirs = touched.includes('districtId') || touched.includes('streetId')
  return fill(intake, {
    kind: settled ? form.kind : (proposal.kind?.value ?? form.kind),
    urgency: settled ? higher(form.urgency, proposal.urgency.value) : proposal.urgency.value,
    ...(proposal.place && {
      place: morePrecise(form, proposal.place.text),
      ...(!areaIsTheirs && {
        districtId: proposal.place.districtId ?? undefined,
        streetId: proposal.place.streetId ?? undefined,
      }),
    }),
  })
}
/** What stands in the place field and still stands in the request gives way to no recognised place that says less. */
const morePrecise = (form: Pick<IntakeForm, 'text' | 'place'>, recognised: string): string => {
  const stillSaid = form.place !== '' && form.text.normalize('NFKC').includes(form.place.normalize('NFKC'))
  return stillSaid && precisionOf(form.place) > precisionOf(recognised) ? form.place : recognised
}
const higher = (one: Urgency | undefined, other: Urgency): Urgency => {
  const order: readonly Urgency[] = ['normal', 'urgent', 'critical']
  return one !== undefined && order.indexOf(one) > order.indexOf(other) ? one : other
}

/** A person chose the matter: it brings its kind and urgency where nobody wrote others. */
export const takeMatter = (
  intake: Intake,
  matter: { code: string; kind: Kind | null; urgency: Urgency | null },
): Intake =>
  fill(write(intake, { matterCode: matter.code }), {
    ...(matter.kind && { kind: matter.kind }),
    ...(matter.urgency && { urgency: higher(intake.form.urgency, matter.urgency) }),
  })

/** The draft as the server keeps it: the words of its filing body, and what the console needs besides. */
export const toContent = (source: IntakeSource, { form, touched }: Intake): Record<string, unknown> => ({
  ...source,
  ...Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)),
  touched,
})

/** A draft read back; what is missing or of another shape counts as empty, for the server fills in the first version itself. */
export const fromContent = (content: Readonly<Record<string, unknown>>): Intake => {
  const form = Object.fromEntries(
    keysOf(emptyForm).map((key) => {
      const value = content[key]
      const wanted = emptyForm[key] === undefined ? 'string' : typeof emptyForm[key]
      return [key, value !== null && typeof value === wanted ? value : emptyForm[key]]
    }),
  )
  const touched = Array.isArray(content['touched']) ? content['touched'] : []
  return { form: asForm(form), touched: keysOf(emptyForm).filter((key) => touched.includes(key)) }
}
/** Every key of the form was just read with the type that the empty form has there. */
const asForm = (form: unknown): IntakeForm => form as IntakeForm

/** The source that a draft was opened for; undefined where it names no citizen. */
export const sourceOf = (content: Readonly<Record<string, unknown>>): IntakeSource | undefined => {
  const { citizenId, contactId, furtherOf, lineId, channel } = content
  if (typeof citizenId !== 'string') return undefined
  return {
    citizenId,
    channel: channel === 'sms' || channel === 'web' ? channel : 'call',
    ...(typeof contactId === 'string' && { contactId }),
    ...(typeof furtherOf === 'string' && { furtherOf }),
    ...(typeof lineId === 'string' && { lineId }),
  }
}

/** The body of `POST /api/tickets`. With `onTheSpot` the answer goes along and closes the ticket. */
export const toFiling = (
  source: IntakeSource,
  { form, touched }: Intake,
  more: { draftId?: string | undefined; danger?: DangerKind | undefined; onTheSpot: boolean },
) => ({
  ...source,
  text: form.text.trim(),
  confidential: form.confidential,
  replyWanted: form.replyWanted,
  ...(form.title.trim() !== '' && { title: form.title.trim() }),
  // emptied by a person it clears the name that was known
  ...(touched.includes('citizenName') && { citizenName: form.citizenName.trim() }),
  ...(form.matterCode !== undefined && { matterCode: form.matterCode }),
  ...(form.kind !== undefined && { kind: form.kind }),
  ...(form.urgency !== undefined && { urgency: form.urgency }),
  ...(form.place.trim() !== '' && { place: form.place.trim() }),
  ...(form.districtId !== undefined && { districtId: form.districtId }),
  ...(form.streetId !== undefined && { streetId: form.streetId }),
  ...(more.draftId !== undefined && { draftId: more.draftId }),
  ...(more.danger !== undefined && { danger: more.danger }),
  ...(more.onTheSpot && { answer: form.answer.trim() }),
})

/** Does the form hold anything of a person's? An untouched one can be left without a word. */
export const isWritten = (intake: Intake): boolean => intake.touched.length > 0 || intake.form.text.trim() !== ''
