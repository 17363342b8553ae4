import Mic from 'lucide-solid/icons/mic-off'
import Pause from 'lucide-solid/icons/pause'
import Phone from 'lucide-solid/icons/phone'
import Send from 'lucide-solid/icons/send'
import { createSignal } from 'solid-js'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/fields/Checkbox.tsx'
import { Combobox } from '../ui/fields/Combobox.tsx'
import { FilterChip } from '../ui/filters/FilterChip.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { RadioGroup } from '../ui/fields/RadioGroup.tsx'
import { SearchBox } from '../ui/fields/SearchBox.tsx'
import { Select } from '../ui/fields/Select.tsx'
import { Switch } from '../ui/fields/Switch.tsx'
import { TextArea } from '../ui/fields/TextArea.tsx'
import { TextField } from '../ui/fields/TextField.tsx'
import { ToggleChip } from '../ui/filters/ToggleChip.tsx'
import { sampleTree } from './sample.ts'
import { Specimen } from './Specimen.tsx'

const kinds = [
  { value: 'inquiry', label: '咨询' },
  { value: 'help', label: '求助' },
  { value: 'complaint', label: '投诉' },
  { value: 'report', label: '举报' },
]

/** What one presses, types into and chooses from. */
export const ControlsPart = () => {
  const [text, setText] = createSignal('中山北路1200弄门口')
  const [long, setLong] = createSignal('中山北路1200弄门口路灯坏了三天，晚上看不清路。')
  const [kind, setKind] = createSignal<string | undefined>('help')
  const [matter, setMatter] = createSignal<string | undefined>('a11')
  const [on, setOn] = createSignal(true)
  const [chosen, setChosen] = createSignal<string[]>(['help'])
  const [query, setQuery] = createSignal('')
  return (
    <>
      <Specimen name="Button">
        <Button kind="primary" icon={Send} keys="mod+enter">
          提交派单
        </Button>
        <Button keys="alt+d">直接答复</Button>
        <Button kind="quiet">取消</Button>
        <Button kind="danger" icon={Phone}>
          结束
        </Button>
        <Button kind="answer" icon={Phone}>
          接听
        </Button>
        <Button kind="primary" busy>
          正在提交
        </Button>
        <Button disabled>不可用</Button>
      </Specimen>
      <Specimen name="IconButton">
        <IconButton label="静音" icon={Mic} keys="alt+m" />
        <IconButton label="保持" icon={Pause} pressed />
        <IconButton label="接听" icon={Phone} kind="answer" />
        <IconButton label="结束" icon={Phone} kind="danger" />
        <IconButton label="不可用" icon={Phone} disabled />
      </Specimen>
      <Specimen name="TextField · Select · Combobox">
        <div class="grid w-full gap-4">
          <TextField label="地点" hint="说清路名和门牌，便于查找。" value={text()} onChange={setText} required />
          <TextField label="联系电话" value="13800" onChange={setText} error="号码不完整，请补足 11 位。" />
          <Select label="性质" value={kind()} onChange={setKind} options={kinds} />
          <Combobox
            label="类别"
            value={matter()}
            onChange={setMatter}
            options={sampleTree}
            placeholder="输入或展开选择"
          />
        </div>
      </Specimen>
      <Specimen name="TextArea · RadioGroup">
        <div class="grid w-full gap-4">
          <TextArea label="诉求" value={long()} onChange={setLong} />
          <RadioGroup look="segments" label="性质" value={kind()} onChange={setKind} options={kinds} />
          <RadioGroup
            label="退单理由"
            value={kind()}
            onChange={setKind}
            options={[
              { value: 'help', label: '不属于本单位职责', hint: '请写明应由哪个单位承办' },
              { value: 'other', label: '重复工单' },
            ]}
          />
        </div>
      </Specimen>
      <Specimen name="Checkbox · Switch">
        <Checkbox label="已联系市民" checked={on()} onChange={setOn} />
        <Checkbox label="部分选中" checked={false} partly onChange={setOn} />
        <Checkbox label="不可用" checked={false} disabled onChange={setOn} />
        <div class="w-full">
          <Switch label="自动接听" hint="来电在响铃一秒后接通" checked={on()} onChange={setOn} />
        </div>
      </Specimen>
      <Specimen name="SearchBox · FilterChip · ToggleChip">
        <SearchBox label="搜索工单" value={query()} onSearch={setQuery} keys="/" class="w-full" />
        <FilterChip label="性质" options={kinds} value={chosen()} onChange={setChosen} />
        <FilterChip label="承办单位" options={kinds} value={[]} onChange={setChosen} />
        <ToggleChip label="即将到期" count={12} pressed={on()} onChange={setOn} />
        <ToggleChip label="我的" count={3} pressed={!on()} onChange={(next) => setOn(!next)} />
      </Specimen>
    </>
  )
}
