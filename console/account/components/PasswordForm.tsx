import { createSignal } from 'solid-js'
import { passwordFault } from '../../../api/access/passwords/password.rules.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { changePassword } from '../account.api.ts'
import { createAsking } from '../create-asking.ts'
import { Refusal } from './Refusal.tsx'

/** The present password for a new one, given twice. `onChanged`: it is done. */
export const PasswordForm = (props: { owner: { username: string; name: string }; onChanged: () => void }) => {
  const { t } = useI18n()
  const asking = createAsking()
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const [again, setAgain] = createSignal('')
  const [tried, setTried] = createSignal(false)
  const fault = () => {
    const found = passwordFault(next(), props.owner)
    return found === null ? undefined : t(found === 'short' ? 'account.tooShort' : 'account.containsName')
  }
  const differs = () => (next() === again() ? undefined : t('account.differs'))

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault() || differs()) return
    const done = await asking.ask(() => changePassword(current(), next()))
    if (!done) return
    for (const set of [setCurrent, setNext, setAgain]) set('')
    setTried(false)
    props.onChanged()
  }
  return (
    <form class="flex max-w-96 flex-col gap-4" onSubmit={(event) => void submit(event)}>
      {/* tells password managers whose passwords these are */}
      <input type="text" autocomplete="username" value={props.owner.username} readOnly hidden />
      <TextField
        label={t('account.current')}
        type="password"
        value={current()}
        onChange={setCurrent}
        input={{ autocomplete: 'current-password', required: true }}
      />
      <TextField
        label={t('account.next')}
        hint={t('account.nextHint')}
        type="password"
        value={next()}
        onChange={setNext}
        error={tried() ? fault() : undefined}
        input={{ autocomplete: 'new-password', required: true, maxLength: 128 }}
      />
      <TextField
        label={t('account.again')}
        type="password"
        value={again()}
        onChange={setAgain}
        error={tried() ? differs() : undefined}
        input={{ autocomplete: 'new-password', required: true, maxLength: 128 }}
      />
      <Refusal text={asking.refusal()} />
      <Button kind="primary" type="submit" busy={asking.busy()} class="self-start pointer-coarse:min-h-11">
        {t('account.changePassword')}
      </Button>
    </form>
  )
}
