import { localeNames } from '../app/LanguageMenu.tsx'
import { useSession } from '../app/session.ts'
import { useI18n } from '../i18n/i18n.tsx'
import { locales } from '../i18n/i18n.types.ts'
import { densities, density, setDensity, setTheme, theme, themes } from '../shared/preferences.ts'
import { DescriptionList } from '../ui/DescriptionList.tsx'
import { RadioGroup } from '../ui/fields/RadioGroup.tsx'

/** The person's own preferences on this device. */
export const SettingsPage = () => {
  const { t, locale, setLocale, inLocale } = useI18n()
  const session = useSession()
  return (
    <div class="mx-auto flex max-w-2xl flex-col gap-8 px-4 py-8">
      <section>
        <h2 class="mb-3 text-lg font-semibold">{t('settings.account')}</h2>
        <DescriptionList
          facts={[
            { term: t('settings.name'), value: `${session().staff.name} (${session().staff.username})` },
            { term: t('settings.unit'), value: inLocale(session().staff.unitName, session().staff.unitNameEn) },
            {
              term: t('settings.roles'),
              value: session()
                .staff.roles.map((role) => t(`role.${role}`))
                .join(' · '),
            },
          ]}
        />
      </section>
      <section class="flex flex-col gap-4">
        <div>
          <h2 class="text-lg font-semibold">{t('settings.look')}</h2>
          <p class="text-muted">{t('settings.lookHint')}</p>
        </div>
        <RadioGroup
          look="segments"
          label={t('shell.language')}
          value={locale()}
          onChange={(next) => void setLocale(next)}
          options={locales.map((value) => ({ value, label: localeNames[value] }))}
        />
        <RadioGroup
          look="segments"
          label={t('shell.theme')}
          value={theme()}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
        />
        <RadioGroup
          look="segments"
          label={t('shell.density')}
          value={density()}
          onChange={setDensity}
          options={densities.map((value) => ({ value, label: t(`shell.density.${value}`) }))}
        />
      </section>
    </div>
  )
}
