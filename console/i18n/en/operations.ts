import type { operations as source } from '../zh-CN/operations.ts'
import type { Translation } from '../i18n.types.ts'

export const operations: Translation<typeof source> = {
  'operations.title': 'Operations',
  'operations.allFine': 'Everything is fine',
  'operations.someAttention': '{count|one:One thing needs|other:{count} things need} a look',
  'operations.someBroken': '{count|one:One thing must|other:{count} things must} be acted on now',
  'operations.checkedAt': 'Looked at {time}, again every 15 s',
  'operations.items': 'What is looked at',
  'operations.state.fine': 'Fine',
  'operations.state.attention': 'Attention',
  'operations.state.broken': 'Broken',

  'operations.commit': 'Writing to the database',
  'operations.commit.fine': 'It can be written.',
  'operations.commit.act':
    'Nothing can be written since {seconds} s ({fault}): calls and texts cannot be taken down. What was taken down is safe. The administrator must look at disk space and database now.',
  'operations.disk': 'Disk space',
  'operations.disk.fine': '{free} free of {total}.',
  'operations.disk.act':
    'Only {free} free of {total}. Once the disk is full nothing can be taken down: make room, or a larger disk.',
  'operations.files': 'Attachments and recordings',
  'operations.files.fine': 'Can be stored and opened.',
  'operations.files.act':
    'Their store has not done what it is asked for {minutes} min ({fault}): calls and texts go on, attachments and recordings can be neither kept nor opened. Recordings and files of texts are fetched again by themselves. The administrator must look at the store, its keys and FILES_ENDPOINT.',
  'operations.outbox': 'Effects to go out',
  'operations.outbox.fine': '{count} wait, none for long.',
  'operations.outbox.act':
    'The first has waited for {minutes} min, {count} wait: texts or call commands do not go out. Look at the connection to the carrier and at the log.',
  'operations.jobs': 'Timed jobs',
  'operations.jobs.fine': 'All done in time.',
  'operations.jobs.act':
    '{count} not done in time; {job} has not succeeded for {minutes} min. Look for the job’s name in the log.',
  'operations.held': 'Held after a restore',
  'operations.held.fine': 'Nothing is held.',
  'operations.held.act':
    '{count} are held since a backup was put back and may have gone out before. An administrator decides what may still go out.',
  'operations.databaseFile': 'Database file',
  'operations.databaseFile.fine': 'Looked at when the server started, no damage found.',
  'operations.databaseFile.act':
    'Damage was found ({fault}). Back up now, do not restart, and put the last sound backup back soon.',
  'operations.strayTexts': 'Texts to unknown numbers',
  'operations.strayTexts.fine': 'None.',
  'operations.strayTexts.act':
    '{count} came to numbers that are no line and are kept. An administrator enters the line and takes them in, or throws them away.',
  'operations.carrierAddress': 'Address of the carrier',
  'operations.carrierAddress.fine': 'The live carrier, or a trial.',
  'operations.carrierAddress.act':
    'TWILIO_API_URL is set in production ({address}): calls and texts do not reach the live carrier.',
  'operations.proxy': 'Reverse proxies',
  'operations.proxy.fine': 'Nothing to set right.',
  'operations.proxy.act':
    'Requests come through a proxy and TRUST_PROXY is 0: all sign-ins seem to come from one address. Set TRUST_PROXY to the number of your own proxies.',

  'operations.heldTitle': 'Held effects',
  'operations.heldSince':
    'The backup of {backup} was put back {since}. These had not gone out when it was made and may have since: decide with the carrier’s records at hand.',
  'operations.heldTopic': '{topic}: {count}',
  'operations.release': 'Let go out',
  'operations.drop': 'Never send',
  'operations.endHold': 'End the hold',
  'operations.decideTitle': 'Let them go out?',
  'operations.decideText': '{count} will go out at once. Citizens who had one of them already get it again.',
  'operations.decided': 'Decided on {count}',
  'operations.straysTitle': 'Texts to unknown numbers',
  'operations.strayTo': 'to {to}',
  'operations.strayNoLine': 'This number is no line yet',
  'operations.take': 'Take in',
  'operations.dismiss': 'Throw away',
  'operations.dismissTitle': 'Throw this text away?',
  'operations.dismissText': 'It cannot be brought back.',
  'operations.taken': 'Text taken in',
  'operations.dismissed': 'Text thrown away',
}
