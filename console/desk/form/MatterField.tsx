import { createMemo, For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createShortcuts } from '../../shared/create-shortcuts.ts'
import { createFieldError } from '../../ui/fields/create-field-error.ts'
import { Combobox } from '../../ui/fields/Combobox.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { mattersQuery } from '../desk.queries.ts'
import { flatten, matterOptions } from '../matter.models.ts'
import { asOptions, known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** A guess that rounds to nothing only takes room. */
const worthShowing = 0.01

/**
 * What it is about: chosen in the catalogue, or one of three suggestions taken with 1 2 3 (with Alt while typing). Their room is there before them:
 * they come in the middle of a talk, and must not push away what one is about to press.
 */
export const MatterField = (props: { work: IntakeWork }) => {
  const { t, inLocale, format } = useI18n()
  const fieldError = createFieldError()
  const matters = useQuery(() => ({ ...mattersQuery(), throwOnError: false }))
  const nodes = () => known(matters) ?? []
  const byCode = createMemo(() => new Map(flatten(nodes()).map((entry) => [entry.matter.code, entry])))
  const options = createMemo(() => matterOptions(nodes(), (matter) => inLocale(matter.name, matter.nameEn)))
  const form = () => props.work.form()
  const take = (code: string | undefined) => {
    const found = byCode().get(code ?? '')
    if (found) props.work.takeMatter(found.matter)
  }
  const guesses = () =>
    (props.work.proposal()?.matters ?? []).flatMap((guess) => {
      const found = byCode().get(guess.code)
      return found && guess.confidence >= worthShowing ? [{ ...guess, ...found }] : []
    })
  createShortcuts(
    () => t('desk.form'),
    ([1, 2, 3] as const).flatMap((place) =>
      ['', 'alt+'].map((prefix) => ({
        keys: `${prefix}${place}`,
        label: () => t('desk.takeSuggestion', { place }),
        run: () => take(guesses()[place - 1]?.code),
        when: () => guesses().length >= place,
      })),
    ),
  )
  return (
    <div class="flex flex-col gap-2">
      <Combobox
        label={t('desk.matter')}
        options={options()}
        value={form().matterCode}
        placeholder={t('desk.matterHint')}
        {...asOptions(matters)}
        error={fieldError(props.work.problem(), 'matterCode')}
        onChange={take}
      />
      <div class="min-h-[calc(3*var(--control)+10px)] rounded-md border border-line bg-surface p-1">
        <Show
          when={guesses().length > 0}
          fallback={<p class="flex min-h-control items-center px-2 text-sm text-muted">{t('desk.noSuggestions')}</p>}
        >
          <ul aria-label={t('desk.suggestions')} class="flex flex-col">
            <For each={guesses()}>
              {(guess, at) => (
                <li>
                  <button
                    type="button"
                    aria-pressed={form().matterCode === guess.code}
                    class="flex min-h-control w-full items-center gap-2 rounded-sm px-2 text-start hover:bg-hover aria-pressed:bg-selected"
                    onClick={() => take(guess.code)}
                  >
                    <KeyHint keys={`alt+${at() + 1}`} class="text-muted" />
                    <span class="flex min-w-0 flex-1">
                      <span class="min-w-0 shrink-[9] truncate text-muted">
                        {guess.above.map((matter) => `${inLocale(matter.name, matter.nameEn)} ›\u00a0`).join('')}
                      </span>
                      <span class="max-w-full shrink-0 truncate font-medium">
                        {inLocale(guess.matter.name, guess.matter.nameEn)}
                      </span>
                    </span>
                    <Show when={guess.why.length > 0}>
                      <span class="max-w-[35%] truncate text-sm text-muted max-sm:hidden">
                        {t('desk.why', { words: guess.why.join(inLocale('、', ', ')) })}
                      </span>
                    </Show>
                    <Confidence share={guess.confidence} words={format().percent(guess.confidence, 0)} />
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </div>
  )
}

/** How sure the program is: a bar and the figure. */
const Confidence = (props: { share: number; words: string }) => (
  <span class="flex w-20 shrink-0 items-center gap-2">
    <span class="h-1 flex-1 overflow-hidden rounded-full bg-line">
      <span class="block h-full bg-accent-fill" style={{ width: `${Math.round(props.share * 100)}%` }} />
    </span>
    <span class="w-9 text-end text-sm">{props.words}</span>
  </span>
)
