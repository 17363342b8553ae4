import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { createDraftSaver, type DraftSaver } from '../shared/create-draft-saver.ts'
import { toProblem, type Problem } from '../shared/problem.ts'
import { createDraft, readDraft, removeDraft, saveDraft, type Draft } from '../contacts/drafts.api.ts'
import { fileTicket, propose, type Proposal, type Ticket } from './desk.api.ts'
import { draftsQuery } from '../contacts/drafts.queries.ts'
import { ticketQuery } from './desk.queries.ts'
import {
  emptyIntake,
  fill,
  fillProposal,
  fromContent,
  isWritten,
  takeMatter,
  toContent,
  toFiling,
  write,
  type Intake,
  type IntakeForm,
  type IntakeSource,
} from '../contacts/intake.models.ts'

/** How long typing must pause before the text is read by triage, ms. */
const thinking = 450

/** A form at work: what is in it, and what can be done with it. */
export interface IntakeWork {
  source: IntakeSource
  form: Accessor<IntakeForm>
  touched: (field: keyof IntakeForm) => boolean
  /** Does it hold anything? An empty one can be left without a word. */
  written: Accessor<boolean>
  write: (change: Partial<IntakeForm>) => void
  takeMatter: (matter: Parameters<typeof takeMatter>[1]) => void
  proposal: Accessor<Proposal | undefined>
  /** The last danger that the words told of: it stays, whatever becomes of the words. */
  danger: Accessor<Proposal['danger']>
  saver: Pick<DraftSaver<Intake>, 'state' | 'savedAt'>
  /** The draft was written in another window. */
  conflict: Accessor<boolean>
  settleConflict: (whose: 'mine' | 'theirs') => Promise<void>
  busy: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  filed: Accessor<Ticket | undefined>
  file: (onTheSpot: boolean) => Promise<void>
  /** Throws the form away. Throws the server's `Problem` where it could not; the form then goes on. */
  discard: () => Promise<void>
}

/**
 * The intake form of one contact: what is heard and what triage proposes fill it in where no person has written, the draft is saved on
 * the server as it is typed, and filing ends it. `heard` is what the citizen said so far.
 */
export const createIntake = (options: {
  source: IntakeSource
  draft: Draft | undefined
  heard?: Accessor<string>
}): IntakeWork => {
  const queries = useQueryClient()
  const { source } = options
  const { contactId } = source
  let draft = options.draft && { id: options.draft.id, version: options.draft.version }
  const key = contactId ?? options.draft?.id ?? `new.${source.citizenId}`
  const [conflict, setConflict] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem>()
  const [filed, setFiled] = createSignal<Ticket>()
  const [proposal, setProposal] = createSignal<Proposal>()
  const [danger, setDanger] = createSignal<Proposal['danger']>(null)

  /** Every form this page has held: a save of a page before the reload, still on its way, is no change by somebody else. */
  const held = new Set<string>()
  const hold = (value: Intake) => held.add(JSON.stringify(value.form))
  const put = async (content: Record<string, unknown>): Promise<Draft> => {
    if (!draft) return createDraft(content, contactId)
    try {
      return await saveDraft(draft.id, draft.version, content)
    } catch (thrown) {
      if (toProblem(thrown).code !== 'draft.conflict') throw thrown
      const theirs = await readDraft(draft.id)
      if (!held.has(JSON.stringify(fromContent(theirs.content).form))) throw thrown
      return saveDraft(theirs.id, theirs.version, content)
    }
  }
  const save = async (value: Intake) => {
    if (filed()) return
    hold(value)
    try {
      const saved = await put(toContent(source, value))
      draft = { id: saved.id, version: saved.version }
      setConflict(false)
      queries.setQueryData(
        draftsQuery().queryKey,
        (known) => known && [saved, ...known.filter((other) => other.id !== saved.id)],
      )
    } catch (thrown) {
      const { code } = toProblem(thrown)
      // handed on with the call, or filed and thrown away elsewhere: nothing of ours is left to save
      if (code === 'draft.not-found') return
      if (code === 'draft.conflict') setConflict(true)
      throw thrown
    }
  }
  const [intake, setIntake] = createSignal(options.draft ? fromContent(options.draft.content) : emptyIntake)
  const saver = createDraftSaver<Intake>({ key, value: intake, save })
  const left = saver.left()
  if (left) setIntake(left)
  hold(intake())

  const text = createMemo(() => intake().form.text)
  createEffect(() => {
    const heard = options.heard?.()
    if (heard !== undefined && heard !== '' && !filed()) setIntake((now) => fill(now, { text: heard }))
  })
  createEffect(
    on(text, (said) => {
      const stop = new AbortController()
      const ask = async () => {
        const found = await propose(said, stop.signal)
        if (stop.signal.aborted || filed()) return
        setProposal(found)
        if (found.danger) setDanger(() => found.danger)
        setIntake((now) => fillProposal(now, found))
      }
      // without an answer the form is filled in by hand
      const timer = setTimeout(() => (said.trim() === '' ? setProposal() : void ask().catch(() => {})), thinking)
      onCleanup(() => {
        clearTimeout(timer)
        stop.abort()
      })
    }),
  )

  /** The draft is no more: it leaves the list at once. */
  const unlist = () => {
    queries.setQueryData(draftsQuery().queryKey, (known) => known?.filter(({ id }) => id !== draft?.id))
    void queries.invalidateQueries(draftsQuery())
  }
  const file = async (onTheSpot: boolean) => {
    if (busy() || filed()) return
    setBusy(true)
    setProblem()
    // a save that overtakes the filing would put the draft back into the list, one that follows would find it gone
    await saver.hold()
    try {
      const ticket = await fileTicket(
        toFiling(source, intake(), { draftId: draft?.id, danger: proposal()?.danger?.kind, onTheSpot }),
      )
      queries.setQueryData(ticketQuery(ticket.id).queryKey, ticket)
      setFiled(() => ticket)
      saver.discard()
      unlist()
      for (const topic of ['call', 'ticket', 'message', 'citizen'])
        void queries.invalidateQueries({ queryKey: [topic] })
    } catch (thrown) {
      setProblem(toProblem(thrown))
      saver.resume()
    } finally {
      setBusy(false)
    }
  }

  return {
    source,
    form: () => intake().form,
    touched: (field) => intake().touched.includes(field),
    written: () => isWritten(intake()),
    write: (change) => setIntake((now) => write(now, change)),
    takeMatter: (matter) => setIntake((now) => takeMatter(now, matter)),
    proposal,
    danger,
    saver,
    conflict,
    settleConflict: async (whose) => {
      if (!draft) return
      const theirs = await readDraft(draft.id)
      draft = { id: theirs.id, version: theirs.version }
      if (whose === 'theirs') {
        setIntake(fromContent(theirs.content))
        saver.discard()
      } else await saver.flush()
      setConflict(false)
    },
    busy,
    problem,
    filed,
    file,
    discard: async () => {
      await saver.hold()
      try {
        if (draft) await removeDraft(draft.id)
      } catch (thrown) {
        if (toProblem(thrown).code !== 'draft.not-found') {
          saver.resume()
          throw thrown
        }
      }
      saver.discard()
      unlist()
    },
  }
}
