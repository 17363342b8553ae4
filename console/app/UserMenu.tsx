import { useNavigate } from '@solidjs/router'
import LogOut from 'lucide-solid/icons/log-out'
import Monitor from 'lucide-solid/icons/monitor'
import Moon from 'lucide-solid/icons/moon'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import Settings from 'lucide-solid/icons/settings'
import Sun from 'lucide-solid/icons/sun'
import { useI18n } from '../i18n/i18n.tsx'
import { setTheme, theme, themes, type Theme } from '../shared/preferences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import type { IconComponent } from '../ui/icon.ts'
import { Menu } from '../ui/overlays/Menu.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { signOut, useSession } from './session.ts'

const themeIcons: Record<Theme, IconComponent> = { system: Monitor, light: Sun, dark: Moon }

/** Who is signed in, how it looks, and the way out. */
export const UserMenu = () => {
  const { t, inLocale } = useI18n()
  const session = useSession()
  const navigate = useNavigate()
  const words = createProblemText()
  const leave = async () => {
    try {
      await signOut()
    } catch (thrown) {
      showToast({ tone: 'bad', title: words(thrown).title, detail: words(thrown).next })
    }
  }
  return (
    <Menu
      label={t('shell.account', { name: session().staff.name })}
      placement="bottom-end"
      triggerClass="px-1!"
      trigger={<Avatar name={session().staff.name} size="small" />}
      header={
        <>
          <p class="font-medium">{session().staff.name}</p>
          <p class="text-sm text-muted">
            {[
              inLocale(session().staff.unitName, session().staff.unitNameEn),
              ...session().staff.roles.map((role) => t(`role.${role}`)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      }
      groups={[
        themes.map((each) => ({
          label: t(`shell.theme.${each}`),
          icon: themeIcons[each],
          checked: theme() === each,
          run: () => setTheme(each),
        })),
        [
          { label: t('account.title'), icon: ShieldCheck, run: () => navigate('/account') },
          { label: t('settings.title'), icon: Settings, run: () => navigate('/settings') },
          { label: t('shell.signOut'), icon: LogOut, run: () => void leave() },
        ],
      ]}
    />
  )
}
