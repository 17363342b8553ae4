/** What an open item needs on the desk: one chunk, fetched while the desk is still idle. */
export { CallPane } from './call/CallPane.tsx'
export { DraftPane } from './form/DraftPane.tsx'
export { HelpColumn } from './help/HelpColumn.tsx'
export { NewIntake } from './form/NewIntake.tsx'
