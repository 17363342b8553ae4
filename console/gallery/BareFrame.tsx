import type { ParentProps } from 'solid-js'
import { useI18n } from '../i18n/i18n.tsx'
import { ToastRegion } from '../ui/overlays/Toast.tsx'

/** In development the gallery opens without a server and without a sign-in. */
export const BareFrame = (props: ParentProps) => {
  const { t } = useI18n()
  return (
    <main class="h-dvh overflow-auto bg-surface">
      <h1 class="px-6 pt-6 text-xl font-semibold">{t('shell.gallery')}</h1>
      {props.children}
      <ToastRegion />
    </main>
  )
}
