import { ThreadPane } from '../../threads/ThreadPane.tsx'
import { useDesk } from '../desk.context.ts'

/** A conversation by text on the desk; a form made out of it takes its place. */
export const ThreadItem = (props: { citizenId: string }) => {
  const desk = useDesk()
  desk.present({ citizenId: () => props.citizenId })
  return <ThreadPane citizenId={props.citizenId} onDraft={(id) => desk.open({ kind: 'draft', id })} />
}
