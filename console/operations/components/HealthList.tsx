import { For } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { Tone } from '../../ui/tone.ts'
import { StateTag } from '../../ui/StateTag.tsx'
import { toneIcon } from '../../ui/tone-icon.ts'
import type { HealthItem } from '../operations.api.ts'
import { byUrgency, bytesText } from '../operations.models.ts'

const tones = { fine: 'ok', attention: 'warn', broken: 'bad' } as const satisfies Record<HealthItem['state'], Tone>

/** Every figure that a sentence may name; each item brings its own. */
const none = { address: '', count: 0, fault: '', free: '', job: '', minutes: 0, seconds: 0, total: '' }

/** Each thing that is looked at: what it is, how it stands, and what to do. */
export const HealthList = (props: { items: readonly HealthItem[] }) => {
  const { t, format } = useI18n()
  const read = ({ name, figures: given }: HealthItem) =>
    name === 'disk'
      ? Object.fromEntries(
          Object.entries(given).map(([key, bytes]) => [key, bytesText(Number(bytes), format().number)]),
        )
      : given
  const figures = (item: HealthItem) => ({ ...none, ...read(item) })
  return (
    <ul aria-label={t('operations.items')} class="divide-y divide-line rounded-lg border border-line bg-raised">
      <For each={byUrgency(props.items)}>
        {(item) => (
          <li class="grid grid-cols-[5.5rem_12rem_1fr] items-start gap-x-4 gap-y-1 px-4 py-3 max-sm:grid-cols-[auto_1fr]">
            <StateTag
              icon={toneIcon[tones[item.state]]}
              tone={tones[item.state]}
              label={t(`operations.state.${item.state}`)}
              class="justify-self-start"
            />
            <h3 class="font-medium">{t(`operations.${item.name}`)}</h3>
            <p class="max-w-[70ch] text-muted max-sm:col-span-2">
              {t(`operations.${item.name}.${item.state === 'fine' ? 'fine' : 'act'}`, figures(item))}
            </p>
          </li>
        )}
      </For>
    </ul>
  )
}
