import { For, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.tsx'
import { createTicketWords } from '../../tickets/create-ticket-words.ts'
import { DescriptionList } from '../../ui/DescriptionList.tsx'
import { valueText, type AuditRow } from '../audit-words.ts'
import { changesOf } from '../audit.models.ts'
import { AboutLink } from './AboutLink.tsx'

/** One record whole: who, when, why, and each field before and after. */
export const AuditDetail = (props: { row: AuditRow; why: string; who: string; what: string; on: string }) => {
  const { t, maybe, inLocale, format } = useI18n()
  const { limit } = createTicketWords()
  const deps = { t, maybe, inLocale, moment: (at: string) => format().moment(at), limit }
  const changes = () => changesOf(props.row.before, props.row.after)
  return (
    <div class="flex flex-col gap-4">
      <DescriptionList
        facts={[
          {
            term: t('audit.at'),
            value: `${format().moment(props.row.at)}:${format().timeWithSeconds(props.row.at).slice(-2)}`,
          },
          { term: t('audit.actor'), value: props.who },
          {
            term: t('audit.action'),
            value: (
              <>
                {props.what} <code class="text-xs text-muted">{props.row.action}</code>
              </>
            ),
          },
          {
            term: t('audit.entity'),
            value: (
              <>
                {props.on} <AboutLink about={props.row.about} />{' '}
                <code class="block text-xs text-muted select-all">{props.row.entityId}</code>
              </>
            ),
          },
          ...(props.why === '' ? [] : [{ term: t('audit.reason'), value: props.why }]),
          ...(props.row.requestId === null
            ? []
            : [{ term: t('audit.request'), value: <code class="text-xs select-all">{props.row.requestId}</code> }]),
        ]}
      />
      <Show when={changes().length > 0} fallback={<p class="text-muted">{t('audit.noChange')}</p>}>
        <table class="w-full table-fixed text-sm">
          <caption class="mb-1 text-start font-medium">{t('audit.change')}</caption>
          <thead class="text-xs text-muted">
            <tr class="border-b border-line *:py-1 *:pr-3 *:text-start *:font-normal">
              <th scope="col" class="w-[26%]">
                {t('audit.field')}
              </th>
              <th scope="col" class="w-[30%]">
                {t('audit.before')}
              </th>
              <th scope="col">{t('audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={changes()}>
              {(change) => (
                <tr class="border-b border-line align-top last:border-0 *:py-1.5 *:pr-3">
                  <th scope="row" class="text-start font-normal text-muted">
                    {maybe(`audit.field.${change.field}`) ?? <code class="text-xs">{change.field}</code>}
                  </th>
                  <For each={[change.before, change.after]}>
                    {(value) => (
                      <td class="wrap-anywhere" title={typeof value === 'string' ? value : undefined}>
                        {valueText(props.row, change.field, value, deps)}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
    </div>
  )
}
