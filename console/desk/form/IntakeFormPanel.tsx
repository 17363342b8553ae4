import Send from 'lucide-solid/icons/send'
import { createEffect, createSignal, on, onMount, Show } from 'solid-js'
import { kinds, urgencies } from '../words.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { errorOf } from '../../shared/problem.ts'
import { isWriting } from '../../shared/text-field.ts'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { RadioGroup } from '../../ui/fields/RadioGroup.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { AnswerSheet } from './AnswerSheet.tsx'
import { DangerousAnswer } from './DangerousAnswer.tsx'
import { useDesk } from '../desk.context.ts'
import { DraftState } from './DraftState.tsx'
import { ElementChecks } from './ElementChecks.tsx'
import { FormProblem } from './FormProblem.tsx'
import { MatterField } from './MatterField.tsx'
import { NumberDoubts } from './NumberDoubts.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { TitleAndName } from './TitleAndName.tsx'

/** The intake form: what the citizen wants, what it is about, where, and the two ways to end it. Gone once it is filed. */
export const IntakeFormPanel = (props: { work: IntakeWork }) => {
  const { t } = useI18n()
  const fieldError = createFieldError()
  const form = () => props.work.form()
  const desk = useDesk()
  const [asking, setAsking] = createSignal(false)
  const [answering, setAnswering] = createSignal(form().answer !== '')
  const empty = () => form().text.trim() === ''
  let request: HTMLTextAreaElement | undefined
  let place: HTMLInputElement | undefined
  let answer: HTMLTextAreaElement | undefined
  /** Where the hands go on when nothing else has the focus; a phone would cover half the form with its keyboard. */
  const goToRequest = () => {
    if (document.activeElement === document.body && !matchMedia('(pointer: coarse)').matches)
      request?.focus({ preventScroll: true })
  }
  onMount(goToRequest)
  const closeAnswer = () => {
    setAnswering(false)
    goToRequest()
  }

  const open = () => props.work.filed() === undefined
  /** Files; what the server refuses of the request leads the hands there, unless they have gone on meanwhile. */
  const send = async (onTheSpot: boolean) => {
    const hands = document.activeElement
    const written = hands instanceof HTMLInputElement || hands instanceof HTMLTextAreaElement ? hands.value : undefined
    await props.work.file(onTheSpot)
    const problem = props.work.problem()
    const still = !isWriting() || (document.activeElement === hands && Reflect.get(hands ?? {}, 'value') === written)
    if (problem && errorOf(problem, 'text') && still) request?.focus()
  }
  /** Leads the hands to what is missing, or files. */
  const file = (onTheSpot: boolean) => {
    if (empty()) return request?.focus()
    if (onTheSpot && form().answer.trim() === '') return answer?.focus()
    // an answer closes the ticket: in a danger nobody would go there
    if (onTheSpot && desk.dangers.any()) return setAsking(true)
    void send(onTheSpot)
  }
  createShortcuts(
    () => t('desk.form'),
    [
      {
        keys: 'mod+enter',
        label: () => t('desk.file'),
        run: () => file(answering()),
        when: open,
      },
      {
        keys: 'alt+d',
        label: () => t('desk.answerNow'),
        run: () => (answering() ? closeAnswer() : setAnswering(true)),
        when: open,
      },
    ],
  )
  // what is put into the answer from beside the form is seen at once
  createEffect(
    on(
      () => form().answer,
      (text) => text !== '' && setAnswering(true),
      { defer: true },
    ),
  )
  return (
    <Show when={open()}>
      <form
        class="flex flex-1 flex-col"
        aria-label={t('desk.form')}
        onSubmit={(event) => {
          event.preventDefault()
          file(false)
        }}
      >
        <div class="flex flex-1 flex-col gap-4 px-4 py-4">
          <FormProblem work={props.work} />
          <TextArea
            label={t('desk.request')}
            value={form().text}
            // of one height: what is heard is written into it during the talk, and pushes nothing below
            rows={6}
            maxRows={6}
            error={fieldError(props.work.problem(), 'text')}
            onChange={(text) => props.work.write({ text })}
            input={{
              placeholder: t('desk.requestHint'),
              maxLength: 20_000,
              ref: (element) => (request = element),
            }}
          />
          <NumberDoubts text={form().text} />
          <ElementChecks work={props.work} onMissing={(element) => (element === 'place' ? place : request)?.focus()} />
          <TitleAndName work={props.work} />
          <MatterField work={props.work} />
          <div class="flex flex-wrap gap-x-6 gap-y-3">
            <RadioGroup
              label={t('desk.kind')}
              look="segments"
              value={form().kind}
              options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={(kind) => props.work.write({ kind })}
            />
            <RadioGroup
              label={t('desk.urgency')}
              look="segments"
              value={form().urgency}
              options={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
              onChange={(urgency) => props.work.write({ urgency })}
            />
          </div>
          <PlaceFields work={props.work} field={(input) => (place = input)} />
          <div class="flex flex-wrap gap-x-6">
            <Checkbox
              label={t('desk.confidential')}
              checked={form().confidential}
              onChange={(confidential) => props.work.write({ confidential })}
            />
            <Checkbox
              label={t('desk.replyWanted')}
              checked={form().replyWanted}
              onChange={(replyWanted) => props.work.write({ replyWanted })}
            />
          </div>
          <Show when={answering()}>
            <AnswerSheet
              work={props.work}
              field={(element) => (answer = element)}
              onAnswer={() => file(true)}
              onClose={closeAnswer}
            />
          </Show>
        </div>
        <DangerousAnswer
          open={asking()}
          onClose={() => setAsking(false)}
          onAnswer={() => {
            setAsking(false)
            void send(true)
          }}
        />
        <Show when={!answering()}>
          <footer class="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-4 py-2.5">
            <DraftState saver={props.work.saver} />
            <Button keys="alt+d" class="max-sm:flex-1" onClick={() => setAnswering(true)}>
              {t('desk.answerNow')}
            </Button>
            <Button
              kind="primary"
              type="submit"
              icon={Send}
              keys="mod+enter"
              class="max-sm:flex-1"
              busy={props.work.busy()}
              disabled={empty()}
            >
              {form().matterCode === undefined ? t('desk.fileLater') : t('desk.file')}
            </Button>
          </footer>
        </Show>
      </form>
    </Show>
  )
}
