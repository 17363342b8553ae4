import { useI18n } from '../../i18n/i18n.tsx'
import { PanelChip } from './PanelChip.tsx'
import { TextField } from '../fields/TextField.tsx'

/** A filter by days of the city, `YYYY-MM-DD` each; empty where open. */
export const DayRangeChip = (props: {
  label: string
  from: string
  to: string
  onChange: (change: { from?: string; to?: string }) => void
}) => {
  const { t } = useI18n()
  return (
    <PanelChip
      label={props.label}
      words={[props.from, props.to].filter(Boolean).join(' – ')}
      onClear={() => props.onChange({ from: '', to: '' })}
    >
      <div class="flex flex-col gap-3">
        <TextField
          label={t('ui.fromDay')}
          type="date"
          value={props.from}
          onChange={(from) => props.onChange({ from })}
        />
        <TextField label={t('ui.toDay')} type="date" value={props.to} onChange={(to) => props.onChange({ to })} />
      </div>
    </PanelChip>
  )
}
