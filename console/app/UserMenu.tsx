import { useNavigate } from '@solidjs/router'
import LogOut from 'lucide-solid/icons/log-out'
import Settings from 'lucide-solid/icons/settings'
import { useI18n } from '../i18n/i18n.tsx'
import { setTheme, theme, themes } from '../shared/preferences.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { createProblemText } from '../ui/ErrorPanel.tsx'
import { Menu } from '../ui/Menu.tsx'
import { showToast } from '../ui/Toast.tsx'
import { clearNotices } from './notifications.ts'
import { createSignOut, useSession } from './session.ts'

/** Who is signed in, how it looks, and the way out. */
export const UserMenu = () => {
  const { t } = useI18n()
  const session = useSession()
  const navigate = useNavigate()
  const signOut = createSignOut()
  const words = createProblemText()
  const leave = async () => {
    try {
      await signOut()
      clearNotices()
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
          <p class="text-sm text-muted">{[session().staff.unitName, ...session().staff.roles.map((role) => t(`role.${role}`))].filter(Boolean).join(' · ')}</p>
        </>
      }
      groups={[
        themes.map((each) => ({ label: t(`shell.theme.${each}`), checked: theme() === each, run: () => setTheme(each) })),
        [
          { label: t('settings.title'), icon: Settings, run: () => navigate('/settings') },
          { label: t('shell.signOut'), icon: LogOut, run: () => void leave() },
        ],
      ]}
    />
  )
}
