import { createMemo, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import type { IntakeWork } from '../create-intake.ts'
import { mattersQuery, responsibleQuery } from '../desk.queries.ts'
import { flatten } from '../matter.models.ts'
import { HelpPart } from '../help/HelpPart.tsx'
import { known } from '../../shared/known.ts'
import { useQuery } from '../../shared/use-query.ts'

/** Who will get it, who gets a copy and why; and the limit with where it comes from. */
export const ResponsiblePreview = (props: { work: IntakeWork }) => {
  const { t, inLocale } = useI18n()
  const asked = createMemo(() => {
    const { matterCode, districtId, streetId } = props.work.form()
    return { code: matterCode ?? '', districtId, streetId }
  })
  const found = useQuery(() => ({ ...responsibleQuery(asked()), enabled: asked().code !== '', throwOnError: false }))
  const matters = useQuery(() => ({ ...mattersQuery(), throwOnError: false }))
  const limit = createMemo(
    () => flatten(known(matters) ?? []).find(({ matter }) => matter.code === asked().code)?.matter.limit ?? null,
  )
  const name = (unit: { name: string; nameEn: string }) => inLocale(unit.name, unit.nameEn)
  return (
    <HelpPart title={t('desk.responsible')}>
      <Show when={asked().code !== ''} fallback={<p class="text-sm text-muted">{t('desk.responsibleHint')}</p>}>
        <Show when={found.isSuccess}>
          <Show when={found.data} fallback={<p class="text-sm text-warn">{t('desk.responsibleUnknown')}</p>}>
            {(unit) => (
              <div>
                <p class="font-medium">{name(unit().lead)}</p>
                <p class="text-sm text-muted">
                  {t(`desk.whyUnit.${unit().why}`)}
                  <Show when={unit().copies.length > 0}>
                    {` · ${t('desk.copies', { units: unit().copies.map(name).join(inLocale('、', ', ')) })}`}
                  </Show>
                </p>
              </div>
            )}
          </Show>
        </Show>
        <Show when={limit()}>
          {(rule) => (
            <div>
              <p>{t('desk.limit', { limit: t(`limitUnit.${rule().unit}`, { count: rule().value }) })}</p>
              <p class="text-sm text-muted">
                {inLocale(rule().basis, rule().basisEn)}
                <Show when={rule().grade !== 'A'}>{` · ${t('desk.unverified')}`}</Show>
              </p>
            </div>
          )}
        </Show>
      </Show>
    </HelpPart>
  )
}
