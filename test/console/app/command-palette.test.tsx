import { screen, waitFor, within } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { CommandPalette } from '../../../console/app/CommandPalette.tsx'
import { createCommands, createSearchSource, type Command } from '../../../console/app/commands.ts'
import { show } from '../../support/screen.tsx'

describe('the palette', () => {
  const open = async (search?: (text: string, signal: AbortSignal) => Promise<Command[]>) => {
    const [isOpen, setOpen] = createSignal(false)
    const ran: string[] = []
    const command = (id: string, label: string, hint?: string): Command => ({
      id,
      label,
      hint,
      run: () => ran.push(id),
    })
    const shown = await show(() => {
      createCommands(() => ({
        title: '前往',
        commands: [command('desk', '坐席台'), command('tickets', '工单', 'Tickets')],
      }))
      createCommands(() => ({ title: '本工单', commands: [command('sign', '签收')] }))
      if (search)
        createSearchSource({
          search: async (text, signal) => [{ title: '工单', commands: await search(text, signal) }],
        })
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            搜索
          </button>
          <CommandPalette open={isOpen()} typed={() => ''} onClose={() => setOpen(false)} />
        </>
      )
    })
    await shown.user.click(screen.getByRole('button', { name: '搜索' }))
    const box = await screen.findByRole<HTMLInputElement>('combobox', { name: shown.t('shell.searchHint') })
    box.focus()
    const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)
    const active = () => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent
    return { ...shown, box, options, active, ran, isOpen, command }
  }

  it('offers what was there before first, under its heading: what acts is never under the first Enter', async () => {
    const { options } = await open()
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual(['前往', '本工单'])
    expect(options()).toEqual(['坐席台', '工单Tickets', '签收'])
  })

  it('finds by every word, also in the other language, and runs what the keys are on', async () => {
    const { user, options, ran, isOpen } = await open()
    await user.keyboard('TICK')
    expect(options()).toEqual(['工单Tickets'])
    await user.keyboard('{Enter}')
    expect(ran).toEqual(['tickets'])
    expect(isOpen()).toBe(false)
  })

  it('is walked round and round', async () => {
    const { user, active } = await open()
    expect(active()).toBe('坐席台')
    await user.keyboard('{ArrowUp}')
    expect(active()).toBe('签收')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(active()).toBe('工单Tickets')
  })

  it('says that nothing was found, and Enter does nothing then', async () => {
    const { user, t, ran, isOpen } = await open()
    await user.keyboard('没有这样的')
    expect((await screen.findByRole('status')).textContent).toBe(t('ui.nothingFound'))
    await user.keyboard('{Enter}')
    expect([ran, isOpen()]).toEqual([[], true])
  })

  it('searches the server once typing pauses, and never shows the answer to an older text', async () => {
    const asked: string[] = []
    const answers = new Map<string, (found: Command[]) => void>()
    const { user, box, options, command } = await open((text) => {
      asked.push(text)
      return new Promise((resolve) => answers.set(text, resolve))
    })
    await user.type(box, '路')
    await waitFor(() => expect(asked).toEqual(['路']))
    await user.type(box, '灯')
    await waitFor(() => expect(asked).toEqual(['路', '路灯']))
    answers.get('路灯')?.([command('t2', '路灯不亮')])
    await waitFor(() => expect(options()).toEqual(['路灯不亮']))
    answers.get('路')?.([command('t1', '道路积水')])
    await Promise.resolve()
    expect(options()).toEqual(['路灯不亮'])
  })

  it('keeps what it found until the next answer, and opens nothing for words it does not answer to', async () => {
    const answers = new Map<string, { signal: AbortSignal; give: (found: Command[]) => void }>()
    const { user, box, options, command, ran, isOpen } = await open(
      (text, signal) => new Promise((give) => answers.set(text, { signal, give })),
    )
    const busy = () => screen.getByRole('listbox').getAttribute('aria-busy')
    await user.type(box, '路')
    await waitFor(() => expect(answers.has('路')).toBe(true))
    answers.get('路')?.give([command('t1', '道路积水')])
    await waitFor(() => expect([options(), busy()]).toEqual([['道路积水'], 'false']))
    await user.type(box, '灯')
    await waitFor(() => expect(answers.has('路灯')).toBe(true))
    expect([options(), busy()]).toEqual([['道路积水'], 'true'])
    await user.keyboard('{Enter}')
    expect([ran, isOpen()]).toEqual([[], true])
    answers.get('路灯')?.give([command('t2', '路灯不亮')])
    await waitFor(() => expect([ran, isOpen()]).toEqual([['t2'], false]))
  })

  it('gives up a question whose words have changed', async () => {
    const signals = new Map<string, AbortSignal>()
    const { user, box } = await open((text, signal) => {
      signals.set(text, signal)
      return new Promise(() => {})
    })
    await user.type(box, '路')
    await waitFor(() => expect(signals.has('路')).toBe(true))
    await user.type(box, '灯')
    await waitFor(() => expect(signals.has('路灯')).toBe(true))
    expect([signals.get('路')?.aborted, signals.get('路灯')?.aborted]).toEqual([true, false])
  })

  it('says where nothing could be searched, instead of that there is nothing', async () => {
    const { user, t, box } = await open(() => Promise.reject(new Error('away')))
    await user.type(box, '路灯')
    expect((await screen.findByRole('alert')).textContent).toBe(t('shell.searchFailed'))
    expect(screen.queryByText(t('ui.nothingFound'))).toBeNull()
  })

  it('is closed by Escape, gives the focus back and begins anew', async () => {
    const { user, box } = await open()
    await user.type(box, '工')
    await user.keyboard('{Escape}')
    const button = screen.getByRole('button', { name: '搜索' })
    await waitFor(() => expect(document.activeElement).toBe(button))
    await user.click(button)
    const again = within(await screen.findByRole('dialog')).getByRole<HTMLInputElement>('combobox')
    expect(again.value).toBe('')
  })
})
