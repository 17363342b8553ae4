import { Show } from 'solid-js'
import type { Grade } from '../../api/vocabulary/catalogue.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { Badge } from './Badge.tsx'

/** How sure the basis is: examples that were not checked, and the system's own defaults, are marked. */
export const GradeMark = (props: { grade: Grade }) => {
  const { t } = useI18n()
  return (
    <Show when={props.grade !== 'A'}>
      <Badge tone="warn">{props.grade === 'D' ? t('clock.ownDefault') : t('clock.unverified')}</Badge>
    </Show>
  )
}
