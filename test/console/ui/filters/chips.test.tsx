import { fireEvent, screen, waitFor, within } from '@testing-library/dom'
import { createSignal } from 'solid-js'
import { describe, expect, it } from 'vitest'
import { DayRangeChip } from '../../../../console/ui/filters/DayRangeChip.tsx'
import { FilterChip } from '../../../../console/ui/filters/FilterChip.tsx'
import { ToggleChip } from '../../../../console/ui/filters/ToggleChip.tsx'
import { show } from '../../../support/screen.tsx'

const kinds = [
  { value: 'consultation', label: '咨询' },
  { value: 'help', label: '求助' },
  { value: 'complaint', label: '投诉' },
] as const
type Kind = (typeof kinds)[number]['value']

describe('a filter of several choices', () => {
  const open = async (initial: Kind[]) => {
    const [value, setValue] = createSignal(initial)
    const shown = await show(() => (
      <FilterChip<Kind> label="类型" options={kinds} value={value()} onChange={setValue} />
    ))
    return { ...shown, value }
  }

  it('says closed what holds: in brief to see, whole to hear', async () => {
    await open(['help', 'complaint'])
    expect(screen.getByRole('button', { name: '类型: 求助, 投诉' }).textContent).toContain('求助 +1')
  })

  it('adds and takes away in the order of the choices, whatever was ticked first', async () => {
    const { user, value } = await open([])
    await user.click(screen.getByRole('button', { name: '类型' }))
    const tick = (name: string) => user.click(screen.getByRole('checkbox', { name }))
    await tick('投诉')
    await tick('咨询')
    expect(value()).toEqual(['consultation', 'complaint'])
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '投诉' }).checked).toBe(true)
    await tick('投诉')
    expect(value()).toEqual(['consultation'])
  })

  it('is cleared by its cross, which is there only while something holds', async () => {
    const { user, t, value } = await open(['help'])
    await user.click(screen.getByRole('button', { name: t('ui.clearFilter', { name: '类型' }) }))
    expect(value()).toEqual([])
    expect(screen.queryByRole('button', { name: t('ui.clearFilter', { name: '类型' }) })).toBeNull()
  })

  it('closes on Escape and gives the focus back to its button', async () => {
    const { user } = await open([])
    const chip = screen.getByRole('button', { name: '类型' })
    await user.click(chip)
    await screen.findByRole('dialog', { name: '类型' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(chip))
  })
})

describe('a filter by days', () => {
  const open = async (initial = { from: '', to: '' }) => {
    const [range, setRange] = createSignal(initial)
    const changes: { from?: string; to?: string }[] = []
    const shown = await show(() => (
      <DayRangeChip
        label="受理日期"
        from={range().from}
        to={range().to}
        onChange={(change) => {
          changes.push(change)
          setRange((before) => ({ ...before, ...change }))
        }}
      />
    ))
    return { ...shown, changes }
  }

  it('changes one end at a time and says both', async () => {
    const { user, t, changes } = await open()
    await user.click(screen.getByRole('button', { name: '受理日期' }))
    const panel = within(await screen.findByRole('dialog', { name: '受理日期' }))
    fireEvent.input(panel.getByLabelText(t('ui.fromDay')), { target: { value: '2026-06-01' } })
    fireEvent.input(panel.getByLabelText(t('ui.toDay')), { target: { value: '2026-06-30' } })
    expect(changes).toEqual([{ from: '2026-06-01' }, { to: '2026-06-30' }])
    expect(screen.getByRole('button', { name: '受理日期: 2026-06-01 – 2026-06-30', hidden: true })).toBeTruthy()
  })

  it('says a single end without a dash, and is cleared at both ends', async () => {
    const { user, t, changes } = await open({ from: '', to: '2026-06-30' })
    expect(screen.getByRole('button', { name: '受理日期: 2026-06-30' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: t('ui.clearFilter', { name: '受理日期' }) }))
    expect(changes).toEqual([{ from: '', to: '' }])
  })
})

describe('a filter that is on or off', () => {
  it('says which, and a count of nought is a count', async () => {
    const [pressed, setPressed] = createSignal(false)
    const { user } = await show(() => <ToggleChip label="已超期" pressed={pressed()} onChange={setPressed} count={0} />)
    const chip = screen.getByRole('button', { name: '已超期 0' })
    await user.click(chip)
    expect(pressed()).toBe(true)
    expect(chip.getAttribute('aria-pressed')).toBe('true')
    await user.click(chip)
    expect(pressed()).toBe(false)
  })
})
