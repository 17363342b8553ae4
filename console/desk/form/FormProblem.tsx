import { Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { createProblemText } from '../../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../../ui/overlays/Toast.tsx'
import type { IntakeWork } from '../create-intake.ts'

/** Why the form was not taken, or that its draft changed elsewhere; what was typed stays. */
export const FormProblem = (props: { work: IntakeWork }) => {
  const { t } = useI18n()
  const words = createProblemText()
  const settle = async (whose: 'mine' | 'theirs') => {
    try {
      await props.work.settleConflict(whose)
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    }
  }
  return (
    <>
      <Show when={props.work.problem()}>
        {(problem) => (
          <Banner tone="bad" class="rounded-md">
            <span class="font-medium">{words(problem()).title}</span>
            <Show when={words(problem()).next}>{(next) => <span class="ml-2">{next()}</span>}</Show>
          </Banner>
        )}
      </Show>
      <Show when={props.work.conflict()}>
        <Banner
          tone="warn"
          class="rounded-md"
          action={
            <span class="flex gap-2">
              <Button onClick={() => void settle('theirs')}>{t('desk.takeTheirs')}</Button>
              <Button onClick={() => void settle('mine')}>{t('desk.keepMine')}</Button>
            </span>
          }
        >
          {t('desk.draftConflict')}
        </Banner>
      </Show>
    </>
  )
}
