import { screen } from '@testing-library/dom'
import { createSignal, Show } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Button } from '../../../../console/ui/Button.tsx'
import { Sheet } from '../../../../console/ui/overlays/Sheet.tsx'
import { show } from '../../../support/screen.tsx'

describe('a sheet', () => {
  const open = async (body: 'fields' | 'words' = 'fields') => {
    const [isOpen, setOpen] = createSignal(false)
    const heard: string[] = []
    const shown = await show(() => (
      <div onKeyDown={(event) => heard.push(event.key)}>
        <button type="button" onClick={() => setOpen(true)}>
          退回
        </button>
        <Show when={isOpen()}>
          <Sheet
            title="退回工单"
            notice="承办单位会收到通知"
            footer={<Button type="submit">确认退回</Button>}
            onClose={() => setOpen(false)}
            onSubmit={() => heard.push('submitted')}
          >
            <Show when={body === 'fields'} fallback={<p>没有要填的。</p>}>
              <button type="button" data-beside-fields>
                重新填写
              </button>
              <input aria-label="理由" />
            </Show>
          </Sheet>
        </Show>
      </div>
    ))
    const opener = screen.getByRole('button', { name: '退回' })
    await shown.user.click(opener)
    return { ...shown, form: screen.getByRole('form', { name: '退回工单' }), opener, heard }
  }

  it('begins at its first field, past what only stands beside the fields, and says what it will tell', async () => {
    const { form } = await open()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '理由' }))
    expect(form.querySelector('footer')?.textContent).toContain('承办单位会收到通知')
  })

  it('takes the focus itself when there is no field', async () => {
    const { form } = await open('words')
    expect(document.activeElement).toBe(form)
  })

  it('sends on Enter in a line of text and on its button, without leaving the page', async () => {
    const { user, heard } = await open()
    await user.keyboard('重复了{Enter}')
    expect(heard.filter((one) => one === 'submitted')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: '确认退回' }))
    expect(heard.filter((one) => one === 'submitted')).toHaveLength(2)
  })

  it('closes on Escape, which goes no further, and gives the focus back', async () => {
    const { user, opener, heard } = await open()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('form')).toBeNull()
    expect(document.activeElement).toBe(opener)
    expect(heard).not.toContain('Escape')
  })
})
