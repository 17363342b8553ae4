import { useI18n } from '../../i18n/i18n.tsx'
import { Banner } from '../../ui/feedback/Banner.tsx'

/** Over a ticket whose words went by the rules of retention: since when, and that its figures are left. */
export const ErasedNotice = (props: { at: string }) => {
  const { t, format } = useI18n()
  return (
    <Banner tone="warn" class="rounded-md">
      {t('ticket.erased', { at: format().moment(props.at) })}
    </Banner>
  )
}
