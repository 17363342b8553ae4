import { screen } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Tabs } from '../../../console/ui/Tabs.tsx'
import { show } from '../../support/screen.tsx'

const tabs = [
  { value: 'toSign', label: '待签收', count: 0 },
  { value: 'handling', label: '办理中', count: 3 },
  { value: 'done', label: '已办结' },
] as const
type View = (typeof tabs)[number]['value']

describe('tabs', () => {
  const open = async () => {
    const [value, setValue] = createSignal<View>('toSign')
    const shown = await show(() => (
      <Tabs<View> label="我的工单" tabs={tabs} value={value()} onChange={setValue}>
        {(view) => <p>{view} 的工单</p>}
      </Tabs>
    ))
    return { ...shown, value }
  }

  it('show one panel, which is named by its tab; a count of nought is shown, a missing one is not', async () => {
    const { user } = await open()
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['待签收0', '办理中3', '已办结'])
    expect(screen.getByRole('tabpanel', { name: /待签收/ }).textContent).toBe('toSign 的工单')
    await user.click(screen.getByRole('tab', { name: /办理中/ }))
    expect(screen.getByRole('tabpanel', { name: /办理中/ }).textContent).toBe('handling 的工单')
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('办理中3')
  })

  it('are one stop of the Tab key, walked round by the arrows', async () => {
    const { user, value } = await open()
    await user.tab()
    expect(document.activeElement?.textContent).toBe('待签收0')
    await user.keyboard('{ArrowLeft}')
    expect(value()).toBe('done')
    expect(document.activeElement?.textContent, 'the focus goes along').toBe('已办结')
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(value()).toBe('handling')
    expect(screen.getAllByRole('tab').map((tab) => tab.getAttribute('tabindex'))).toEqual(['-1', '0', '-1'])
  })
})
