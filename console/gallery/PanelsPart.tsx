import Copy from 'lucide-solid/icons/copy'
import Inbox from 'lucide-solid/icons/inbox'
import Printer from 'lucide-solid/icons/printer'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/Button.tsx'
import { ClockRing } from '../ui/ClockRing.tsx'
import { DataList } from '../ui/lists/DataList.tsx'
import type { Column } from '../ui/lists/data-list.models.ts'
import { DeskLayout } from '../ui/DeskLayout.tsx'
import { Dialog } from '../ui/overlays/Dialog.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Menu } from '../ui/overlays/Menu.tsx'
import { Popover } from '../ui/overlays/Popover.tsx'
import { Sheet } from '../ui/overlays/Sheet.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { TextArea } from '../ui/fields/TextArea.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { sampleRows, type SampleRow } from './sample.ts'
import { Specimen } from './Specimen.tsx'

const clock = (row: SampleRow) => (
  <ClockRing
    gone={row.gone}
    words={row.gone >= 1 ? '超期' : '剩 2 天'}
    tone={row.gone >= 1 ? 'bad' : row.gone > 0.8 ? 'warn' : 'neutral'}
  />
)
const columns: Column<SampleRow>[] = [
  { id: 'number', header: '编号', width: '112px', cell: (row) => <span class="text-muted">{row.number}</span> },
  { id: 'title', header: '标题', width: 'minmax(0,3fr)', cell: (row) => row.title },
  { id: 'unit', header: '承办单位', width: 'minmax(0,1fr)', cell: (row) => row.unit, from: 700 },
  { id: 'clock', header: '时限', width: '96px', cell: clock },
]

/** What opens, and the long list. */
export const PanelsPart = () => {
  const [tab, setTab] = createSignal('all')
  const [dialog, setDialog] = createSignal(false)
  const [sheet, setSheet] = createSignal(false)
  const [text, setText] = createSignal('')
  const [rows, setRows] = createSignal(sampleRows(2000))
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set(['row-1']))
  return (
    <>
      <Specimen name="Dialog · Popover · Menu · Toast">
        <Button onClick={() => setDialog(true)}>打开对话框</Button>
        <Dialog
          open={dialog()}
          onClose={() => setDialog(false)}
          title="查看完整号码"
          description="查看将记入审计。"
          footer={
            <>
              <Button kind="quiet" onClick={() => setDialog(false)}>
                取消
              </Button>
              <Button kind="primary" onClick={() => setDialog(false)}>
                查看
              </Button>
            </>
          }
        >
          <TextArea label="理由" value={text()} onChange={setText} rows={2} />
        </Dialog>
        <Popover label="时限如何计算" kind="secondary" trigger="时限如何计算" class="w-72 p-4">
          收到派单次日起 5 个工作日，10月1日至8日为法定假日，不计入。
        </Popover>
        <Menu
          label="更多操作"
          kind="secondary"
          trigger="更多操作"
          groups={[
            [
              { label: '复制编号', icon: Copy, keys: 'mod+c', run: () => {} },
              { label: '打印', icon: Printer, run: () => {} },
            ],
            [{ label: '撤销工单', danger: true, run: () => {} }],
          ]}
        />
        <Button
          onClick={() =>
            showToast({
              tone: 'ok',
              title: '已派单',
              detail: '承办单位将收到短信提醒。',
              action: { label: '查看', run: () => {} },
            })
          }
        >
          提示
        </Button>
        <Button onClick={() => showToast({ tone: 'bad', title: '派单没有成功', detail: '工单已被其他人处理。' })}>
          失败提示
        </Button>
      </Specimen>
      <Specimen name="Tabs">
        <div class="w-full">
          <Tabs
            label="办理经过"
            value={tab()}
            onChange={setTab}
            tabs={[
              { value: 'all', label: '全部', count: 12 },
              { value: 'talk', label: '对话', count: 4 },
              { value: 'acts', label: '办理' },
            ]}
          >
            {(value) => <p class="py-3 text-muted">{value}</p>}
          </Tabs>
        </div>
      </Specimen>
      <Specimen name="Sheet" wide>
        <Show when={sheet()} fallback={<Button onClick={() => setSheet(true)}>退回</Button>}>
          <div class="w-full max-w-2xl">
            <Sheet
              title="退回派单"
              onClose={() => setSheet(false)}
              notice="将告知：派单员、区热线办。市民不会收到短信。"
              footer={
                <Button kind="primary" type="submit" keys="mod+enter">
                  退回
                </Button>
              }
            >
              <TextArea label="理由" value={text()} onChange={setText} rows={2} required />
            </Sheet>
          </div>
        </Show>
      </Specimen>
      <Specimen name="DeskLayout" wide>
        <div class="-m-4 h-60 w-[calc(100%+2rem)]">
          <DeskLayout
            label="坐席"
            names={{ left: '联系', main: '诉求', right: '参考' }}
            left={<p class="p-4">联系</p>}
            right={<p class="p-4">参考</p>}
          >
            <p class="p-4">诉求</p>
          </DeskLayout>
        </div>
      </Specimen>
      <Specimen name="DataList: 2000 rows" wide>
        <Button
          onClick={() =>
            setRows([...sampleRows(3).map((row) => ({ ...row, id: `new-${row.id}-${rows().length}` })), ...rows()])
          }
        >
          新来三条
        </Button>
        <div class="-mx-4 -mb-4 h-96 w-[calc(100%+2rem)] border-t border-line">
          <DataList
            label="工单"
            rows={rows()}
            columns={columns}
            card={(row) => (
              <div class="flex flex-col gap-1">
                <span class="flex justify-between text-muted">
                  {row.number} {clock(row)}
                </span>
                <span class="text-base font-medium">{row.title}</span>
                <span class="text-muted">{row.unit}</span>
              </div>
            )}
            rowLabel={(row) => row.title}
            onOpen={() => {}}
            onPreview={() => {}}
            selected={selected()}
            onSelected={setSelected}
            loading={false}
            hasMore={false}
            loadingMore={false}
            moreFailed={false}
            onMore={() => {}}
            error={undefined}
            retry={() => {}}
            total={rows().length}
            resetKey="all"
            empty={<EmptyState icon={Inbox} title="没有工单" />}
          />
        </div>
      </Specimen>
    </>
  )
}
