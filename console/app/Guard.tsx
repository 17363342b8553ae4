import Lock from 'lucide-solid/icons/lock'
import { Show, type ParentProps } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { createCrumbs } from './crumbs.ts'
import { HomeLink } from './NotFound.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import type { Page } from './pages.types.ts'
import { mayOpen, useSession } from './session.ts'

/** Opens a page to those who may; the server refuses the rest by itself. Names the page in the bar until the page does. */
export const Guard = (props: ParentProps<{ page: Page }>) => {
  const { t } = useI18n()
  const session = useSession()
  createCrumbs(() => [{ label: t(props.page.title) }])
  return (
    <Show
      when={mayOpen(session(), props.page)}
      fallback={
        <EmptyState icon={Lock} title={t('shell.forbidden')} detail={t('shell.forbiddenHint')} action={<HomeLink />} />
      }
    >
      <PageBoundary>{props.children}</PageBoundary>
    </Show>
  )
}
