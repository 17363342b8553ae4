import { screen, within } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { Checkbox } from '../../../../console/ui/fields/Checkbox.tsx'
import { RadioGroup } from '../../../../console/ui/fields/RadioGroup.tsx'
import { Select } from '../../../../console/ui/fields/Select.tsx'
import { TextArea } from '../../../../console/ui/fields/TextArea.tsx'
import { TextField } from '../../../../console/ui/fields/TextField.tsx'
import { show } from '../../../support/screen.tsx'

/** What a reader is told beside the label: hint and error, in that order. */
const description = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)

describe('a field', () => {
  it('names its control, and says hint and error with it', async () => {
    const [error, setError] = createSignal<string>()
    const { t } = await show(() => (
      <TextField label="地点" hint="路名和门牌" required error={error()} value="" onChange={() => {}} />
    ))
    const box = screen.getByRole('textbox', { name: `地点 ${t('ui.required')}` })
    expect(box.getAttribute('aria-required')).toBe('true')
    expect(box.hasAttribute('aria-invalid')).toBe(false)
    expect(description(box)).toEqual(['路名和门牌'])
    setError('没有这条路')
    expect(box.getAttribute('aria-invalid')).toBe('true')
    expect(description(box)).toEqual(['路名和门牌', '没有这条路'])
    setError(undefined)
    expect(box.hasAttribute('aria-invalid')).toBe(false)
    expect(description(box)).toEqual(['路名和门牌'])
  })

  it('is described by nothing when there is nothing to say', async () => {
    await show(() => <TextField label="地点" value="" onChange={() => {}} />)
    const box = screen.getByRole('textbox', { name: '地点' })
    expect(box.hasAttribute('aria-describedby')).toBe(false)
    expect(box.hasAttribute('aria-required')).toBe(false)
  })

  it('keeps its label for those who hear it where a heading shows the name', async () => {
    await show(() => <TextField label="地点" hideLabel value="" onChange={() => {}} />)
    expect(screen.getByRole('textbox', { name: '地点' })).toBeTruthy()
    expect(screen.getByText('地点').className).toBe('sr-only')
  })
})

describe('one line and several', () => {
  it('hand on each key, and show what their owner makes of it', async () => {
    const [value, setValue] = createSignal('')
    const { user } = await show(() => (
      <TextField label="电话" type="tel" value={value()} onChange={(next) => setValue(next.replaceAll(/\D/g, ''))} />
    ))
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: '电话' })
    await user.type(box, '138 0001')
    expect(value()).toBe('1380001')
    expect(box.type).toBe('tel')
  })

  it('take the bounds that are given to the input itself, but no other name than the label’s', async () => {
    const { user } = await show(() => {
      const [value, setValue] = createSignal('')
      return <TextArea label="诉求" value={value()} onChange={setValue} input={{ maxLength: 4, id: 'mine' }} />
    })
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '诉求' })
    await user.type(box, '路灯不亮了')
    expect(box.value).toBe('路灯不亮')
    expect(box.id).not.toBe('mine')
  })

  it('grow by a hidden twin that has every line', async () => {
    await show(() => <TextArea label="诉求" value={'一\n二'} onChange={() => {}} />)
    const twin = document.querySelector('[aria-hidden=true]')
    expect(twin?.textContent, 'the last line break needs something behind it').toBe('一\n二\n')
  })
})

describe('one of a few', () => {
  const options = [
    { value: 'normal', label: '一般' },
    { value: 'urgent', label: '紧急' },
    { value: 'danger', label: '危急', disabled: true },
  ] as const
  type Urgency = (typeof options)[number]['value']

  it('in a list: says what to choose until it is chosen, then only the choices', async () => {
    const [value, setValue] = createSignal<Urgency>()
    const { user } = await show(() => (
      <Select<Urgency> label="紧急程度" placeholder="请选择" value={value()} onChange={setValue} options={options} />
    ))
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: '紧急程度' })
    expect(list.selectedOptions[0]?.textContent).toBe('请选择')
    await user.selectOptions(list, '紧急')
    expect(value()).toBe('urgent')
    expect([...list.options].map(({ textContent }) => textContent)).toEqual(['一般', '紧急', '危急'])
    expect([...list.options].map(({ disabled }) => disabled)).toEqual([false, false, true])
    setValue('normal')
    expect(list.selectedOptions[0]?.textContent).toBe('一般')
  })

  it('all visible: one group, whose label, fault and choice are told', async () => {
    const [value, setValue] = createSignal<Urgency>()
    const [error, setError] = createSignal<string | undefined>('请选择紧急程度')
    const { user } = await show(() => (
      <RadioGroup<Urgency> label="紧急程度" error={error()} value={value()} onChange={setValue} options={options} />
    ))
    const group = screen.getByRole('group', { name: '紧急程度' })
    expect(description(group)).toEqual(['请选择紧急程度'])
    const choice = (name: string) => within(group).getByRole<HTMLInputElement>('radio', { name })
    await user.click(choice('紧急'))
    expect(value()).toBe('urgent')
    expect([choice('一般').checked, choice('紧急').checked]).toEqual([false, true])
    await user.click(choice('危急'))
    expect(value(), 'what cannot be chosen').toBe('urgent')
    setError(undefined)
    expect(group.hasAttribute('aria-describedby')).toBe(false)
  })
})

describe('a box to tick', () => {
  it('tells when it stands for some of its things', async () => {
    const [checked, setChecked] = createSignal(false)
    const [partly, setPartly] = createSignal(true)
    const { user } = await show(() => (
      <Checkbox label="全选" checked={checked()} partly={partly()} onChange={setChecked} />
    ))
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: '全选' })
    expect(box.indeterminate).toBe(true)
    setPartly(false)
    expect(box.indeterminate).toBe(false)
    await user.click(screen.getByText('全选'))
    expect(checked(), 'the whole line is the target').toBe(true)
  })
})
