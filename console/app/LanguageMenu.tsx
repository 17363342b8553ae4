import Languages from 'lucide-solid/icons/languages'
import { useI18n } from '../i18n/i18n.tsx'
import { locales, type Locale } from '../i18n/i18n.types.ts'
import { Menu } from '../ui/overlays/Menu.tsx'

/** Each language by its own name. */
export const localeNames: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' }

/** Chinese or English, for this device; the choice outlives the sign-in. */
export const LanguageMenu = () => {
  const { t, locale, setLocale } = useI18n()
  return (
    <Menu
      label={t('shell.language')}
      placement="bottom-end"
      triggerClass="size-control px-0! text-muted hover:text-text"
      trigger={<Languages size={16} aria-hidden="true" />}
      groups={[
        locales.map((each) => ({
          label: localeNames[each],
          checked: locale() === each,
          run: () => void setLocale(each),
        })),
      ]}
    />
  )
}
