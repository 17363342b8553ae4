import { Show } from 'solid-js'
import type { FollowUpDto } from '../../../api/followup/followup.dto.ts'
import { useI18n } from '../../i18n/i18n.tsx'
import { DescriptionList } from '../../ui/DescriptionList.tsx'

/** What a finished round brought. */
export const CitizenResults = (props: { followUp: FollowUpDto }) => {
  const { t, maybe, format } = useI18n()
  const said = (question: 'contacted' | 'solved') => {
    const answer = props.followUp[question]
    return answer === null ? t('ticket.unanswered') : t(`followUp.${answer ? 'yes' : 'no'}.${question}`)
  }
  const facts = () => [
    { term: t('ticket.followUp'), value: t(`ticket.followUp.${props.followUp.state}`) },
    ...(props.followUp.state === 'answered'
      ? [
          { term: t('ticket.followUp.contacted'), value: said('contacted') },
          { term: t('ticket.followUp.solved'), value: said('solved') },
          { term: t('ticket.followUp.grade'), value: maybe(`grade.${props.followUp.grade}`) ?? t('ticket.unanswered') },
        ]
      : []),
    ...(props.followUp.reason === null ? [] : [{ term: t('ticket.followUp.reason'), value: props.followUp.reason }]),
    ...(props.followUp.withoutCall === true
      ? [
          {
            term: t('followUp.withoutCall.result'),
            value: props.followUp.check === null ? t('ticket.yes') : t(`followUp.check.${props.followUp.check}`),
          },
        ]
      : []),
    ...(props.followUp.doneAt === null ? [] : [{ term: t('audit.at'), value: format().moment(props.followUp.doneAt) }]),
  ]
  return (
    <>
      <DescriptionList facts={facts()} />
      <Show when={props.followUp.decision}>
        {(decision) => <p class="mt-2 font-medium">{t(`followUp.decision.${decision()}`)}</p>}
      </Show>
    </>
  )
}
