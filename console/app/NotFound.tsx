import { A } from '@solidjs/router'
import SearchX from 'lucide-solid/icons/search-x'
import { useI18n } from '../i18n/i18n.tsx'
import { buttonBase, buttonLook } from '../ui/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { createCrumbs } from './crumbs.ts'

/** The way out of a page that leads nowhere. */
export const HomeLink = () => {
  const { t } = useI18n()
  return (
    <A href="/" class={`${buttonBase} ${buttonLook.secondary}`}>
      {t('shell.goHome')}
    </A>
  )
}

/** An address that leads nowhere. */
export const NotFound = () => {
  const { t } = useI18n()
  createCrumbs(() => [{ label: t('shell.notFound') }])
  return (
    <EmptyState icon={SearchX} title={t('shell.notFound')} detail={t('shell.notFoundHint')} action={<HomeLink />} />
  )
}
